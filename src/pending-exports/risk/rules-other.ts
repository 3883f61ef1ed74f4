import type { ChangedAttribute, ObjectChange } from './object-change.ts';
import { hitIf, hitOn, NO_HIT, type Rule } from './rule.ts';

/** Attributes that other rules speak of, their loss included. */
const SPOKEN_OF = names(
  'sourceAnchor userPrincipalName accountEnabled proxyAddresses targetAddress mail alias mailNickname',
  'msExchHideFromAddressLists hideDLMembership usageLocation securityEnabled msExchRecipientTypeDetails',
  'onPremiseSecurityIdentifier cloudMastered',
);
/** Attributes that change by themselves. */
const MECHANICAL = names(
  'lastPasswordChangeTimestamp onPremisesDistinguishedName dnsDomainName netBiosName thumbnailPhoto',
);

/** What is left: losses of any attribute, adds, and changes that nobody has to fear. */
export const OTHER_RULES: readonly Rule[] = [
  {
    id: 'value-lost',
    severity: 'medium',
    why: 'What was there is gone: a rule or a source attribute may be missing on this server.',
    source: 'csexport: an attribute without values after the export that has some before',
    place: 'none',
    test: (change) =>
      change.target === 'aad'
        ? change.changes.filter((one) => isLost(change, one)).map(attributeHit)
        : NO_HIT,
    title: ({ objects, words }) => `${words ?? 'Another attribute'} is emptied on ${objects}`,
  },
  {
    id: 'add',
    severity: 'low',
    why: 'New objects are ordinary; very many may mean that a filter lets in too much.',
    source: 'csexport: the delta add',
    place: 'none',
    test: ({ target, operation, type }) => (target === 'aad' && operation === 'add' ? [hitOn(type)] : NO_HIT),
    title: ({ count, objects }) => `${objects} ${count === 1 ? 'is' : 'are'} added`,
  },
  {
    id: 'unknown-operation',
    severity: 'high',
    why: 'The file names an operation that stagewalk does not know: look at the object.',
    source: 'csexport: the operations of a delta',
    place: 'none',
    test: ({ operation }) => hitIf(operation === 'other'),
    title: ({ objects }) => `An unknown operation on ${objects}`,
  },
  {
    id: 'mechanical',
    severity: 'expected',
    why: 'These attributes change by themselves.',
    source: 'Rules "Out to AAD": times of passwords, photos and names of the domain',
    place: 'none',
    test: ({ target, changes }) =>
      hitIf(target === 'aad' && changes.length > 0 && changes.every(isMechanical)),
    title: ({ objects }) => `Photos, password times and names of the domain on ${objects}`,
  },
  {
    id: 'other-change',
    severity: 'low',
    why: 'Ordinary by itself: compare it with what you changed.',
    source: 'csexport: the attributes of an update',
    place: 'none',
    test: (change) =>
      change.target === 'aad'
        ? change.changes.filter((one) => isOrdinary(change, one)).map(attributeHit)
        : NO_HIT,
    title: ({ objects, words }) => `${words ?? 'Another attribute'} changes on ${objects}`,
  },
];

function names(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').toLowerCase().split(' '));
}

function attributeHit({ attribute }: ChangedAttribute) {
  return hitOn(attribute);
}

function isLost(
  { type }: ObjectChange,
  { attribute, before, deleted, after, added }: ChangedAttribute,
): boolean {
  const name = attribute.toLowerCase();
  if (name !== 'accountenabled' && (SPOKEN_OF.has(name) || speaksOfType(type, name))) return false;
  const had = (before ?? deleted).some((value) => value !== '');
  return had && added.every((value) => value === '') && after.every((value) => value === '');
}

function speaksOfType(type: string, name: string): boolean {
  return name === 'member' || (type === 'device' && name === 'usercertificate');
}

function isMechanical({ attribute }: ChangedAttribute): boolean {
  return MECHANICAL.has(attribute.toLowerCase());
}

function isOrdinary(change: ObjectChange, one: ChangedAttribute): boolean {
  const name = one.attribute.toLowerCase();
  const spokenOf = SPOKEN_OF.has(name) || (speaksOfType(change.type, name) && name !== 'member');
  return !spokenOf && !isMechanical(one) && !isLost(change, one);
}
