import type { ChangedAttribute, ObjectChange } from './object-change.ts';
import { type Hit, hitIf, NO_HIT, type Rule, type Severity } from './rule.ts';

/** Who may do what: members, devices, licences, and attributes that say what an object is. */
export const ACCESS_RULES: readonly Rule[] = [
  {
    id: 'group-emptied',
    severity: 'critical',
    why: 'Everybody in the group loses what it gives: access, mail, licences.',
    source: 'Entra ID: membership grants access; csexport: member is a reference attribute of a group',
    place: 'none',
    test: (change) => memberHit(change, (members) => members.left === 0),
    title: ({ count, objects, words }) => words ?? `${objects} ${count === 1 ? 'loses' : 'lose'} all members`,
  },
  {
    id: 'members-lost',
    severity: 'high',
    why: 'Those who leave the group lose what it gives: access, mail, licences.',
    source: 'Entra ID: membership grants access; csexport: member is a reference attribute of a group',
    place: 'none',
    test: (change, { membersLostPercent }) =>
      memberHit(
        change,
        ({ had, lost, left }) => left !== 0 && (had === null || (lost / had) * 100 > membersLostPercent),
      ),
    title: ({ objects, words }, { membersLostPercent }) =>
      words ?? `${objects} losing more than ${membersLostPercent} % of their members`,
  },
  {
    id: 'device-certificate-lost',
    severity: 'high',
    why: 'Without a certificate the device is no longer hybrid joined: rules that ask for that shut it out.',
    source: 'Entra hybrid join: only devices with userCertificate are in scope of the export',
    place: 'split',
    test: (change) => hitIf(certificate(change)?.after.length === 0),
    title: ({ count, objects, where }) =>
      `${objects} ${count === 1 ? 'loses its' : 'lose their'} certificate${where}`,
  },
  {
    id: 'device-certificate',
    severity: 'low',
    why: 'A device that joins anew gets a new certificate; many at once do not.',
    source: 'Entra hybrid join: userCertificate of the computer account',
    place: 'none',
    test: (change) => hitIf((certificate(change)?.after.length ?? 0) > 0),
    title: ({ count, objects }) => `${objects} ${count === 1 ? 'gets' : 'get'} another certificate`,
  },
  attributeRule('usage-location', 'usageLocation', 'medium', [
    'Licences go by the country: without it none can be given, and services differ.',
    'Entra ID: usageLocation is needed to assign a licence',
  ]),
  attributeRule('security-enabled', 'securityEnabled', 'high', [
    'Whether the group grants access changes for all its members.',
    'Entra ID: only a security group can be given access',
  ]),
  attributeRule('recipient-type', 'msExchRecipientTypeDetails', 'medium', [
    'Exchange treats these objects as another kind of recipient: a mailbox may become a mail user.',
    'Exchange: msExchRecipientTypeDetails',
  ]),
  attributeRule('security-identifier', 'onPremiseSecurityIdentifier', 'medium', [
    'Single sign-on to on-premises resources uses it, and it is unique in the tenant.',
    'Entra Connect: onPremisesSecurityIdentifier',
  ]),
  attributeRule('cloud-mastered', 'cloudMastered', 'medium', [
    'Who rules the object changes between Active Directory and the cloud.',
    'AAD connector schema: cloudMastered',
  ]),
];

interface Members {
  /** null where the file does not say. */
  readonly had: number | null;
  readonly lost: number;
  readonly left: number | null;
}

function memberHit(change: ObjectChange, fits: (members: Members) => boolean): readonly Hit[] {
  const member = change.target === 'aad' ? change.changed('member') : undefined;
  if (member === undefined || member.deleted.length === 0) return NO_HIT;
  const members = membersOf(member);
  if (!fits(members)) return NO_HIT;
  const { had, lost } = members;
  const of = had === null ? 'members (how many it has the file does not say)' : `of ${text(had)} members`;
  const words =
    lost === had
      ? `${change.name} loses all ${text(lost)} members`
      : `${change.name} loses ${text(lost)} ${of}`;
  return [{ key: change.id, words }];
}

function membersOf({ before, deleted, after }: ChangedAttribute): Members {
  return {
    had: before === null || before.length === 0 ? null : before.length,
    lost: deleted.length,
    left: before === null ? null : after.length,
  };
}

function text(count: number): string {
  return count.toLocaleString('en');
}

function certificate(change: ObjectChange): ChangedAttribute | undefined {
  const isDevice = change.target === 'aad' && change.type === 'device';
  return isDevice ? change.changed('userCertificate') : undefined;
}

function attributeRule(
  id: string,
  attribute: string,
  severity: Severity,
  [why, source]: readonly [why: string, source: string],
): Rule {
  return {
    id,
    severity,
    why,
    source,
    place: 'none',
    test: ({ target, changed }) => hitIf(target === 'aad' && changed(attribute) !== undefined),
    title: ({ objects }) => `${attribute} changes on ${objects}`,
  };
}
