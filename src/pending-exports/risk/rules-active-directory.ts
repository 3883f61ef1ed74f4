import type { ChangedAttribute, ObjectChange } from './object-change.ts';
import { type Hit, hitIf, hitOn, NO_HIT, type Rule } from './rule.ts';

/** What Exchange hybrid writes back: rules "Out to AD - User Exchange Hybrid" and those of contacts and groups. */
const HYBRID = new Set(
  [
    'msDS-ExternalDirectoryObjectID',
    'msExchArchiveStatus',
    'msExchBlockedSendersHash',
    'msExchSafeRecipientsHash',
    'msExchSafeSendersHash',
    'msExchUCVoiceMailSettings',
    'msExchUserHoldPolicies',
    'publicDelegates',
  ].map((name) => name.toLowerCase()),
);
const HYBRID_SOURCE = 'Entra Connect, attributes synchronized: Exchange hybrid writeback';
const CONSISTENCY_GUID = 'mS-DS-ConsistencyGuid';

/** What is written into Active Directory: little is expected. */
export const ACTIVE_DIRECTORY_RULES: readonly Rule[] = [
  {
    id: 'ad-delete',
    severity: 'critical',
    why: 'Entra Connect Sync deletes next to nothing in Active Directory; accounts there are the source of all others.',
    source: 'Entra Connect: writeback makes and removes only groups and devices of the cloud',
    place: 'split',
    test: ({ target, operation }) =>
      hitIf(target === 'ad' && ['delete', 'delete-add', 'obsolete'].includes(operation)),
    title: ({ count, where, kind }) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'delete' : 'deletes'} in Active Directory${where} (${kind})`,
  },
  {
    id: 'ad-anchor',
    severity: 'critical',
    why: 'The anchor of an object that has one is replaced: it loses its counterpart in the cloud.',
    source: 'Entra Connect design concepts: ms-DS-ConsistencyGuid as sourceAnchor',
    place: 'split',
    test: (change) => hitIf(consistencyGuid(change) === 'other'),
    title: ({ objects, where }) => `The anchor (${CONSISTENCY_GUID}) changes on ${objects}${where}`,
  },
  {
    id: 'ad-anchor-first',
    severity: 'expected',
    why: 'Objects without an anchor get one, once: expected, often for very many the first time.',
    source: 'Entra Connect 1.1.524.0 and later: written from objectGUID where it is empty',
    place: 'none',
    test: (change) => hitIf(consistencyGuid(change) === 'first'),
    title: ({ objects }) => `${objects} with a first ${CONSISTENCY_GUID}`,
  },
  {
    id: 'ad-hybrid',
    severity: 'expected',
    why: 'Exchange hybrid writes these attributes of cloud mailboxes back: expected where hybrid is set up.',
    source: HYBRID_SOURCE,
    place: 'none',
    test: ({ target, changes }) => hitIf(target === 'ad' && changes.some(isHybrid)),
    title: ({ objects }) => `Exchange hybrid attributes on ${objects}`,
  },
  {
    id: 'ad-device',
    severity: 'expected',
    why: 'Device writeback keeps a copy of the devices of Entra ID: expected where it is set up.',
    source: 'Entra Connect: device writeback writes objects of msDS-Device',
    place: 'none',
    test: ({ target, type, operation }) =>
      hitIf(target === 'ad' && isWrittenDevice(type) && (operation === 'add' || operation === 'update')),
    title: ({ objects }) => `${objects} of device writeback`,
  },
  {
    id: 'ad-add',
    severity: 'medium',
    why: 'A new object in Active Directory is right only where group writeback is set up.',
    source: 'Entra Connect: group writeback',
    place: 'split',
    test: ({ target, type, operation }) =>
      hitIf(target === 'ad' && operation === 'add' && !isWrittenDevice(type)),
    title: ({ objects, where, count }) =>
      `${objects} ${count === 1 ? 'is' : 'are'} added in Active Directory${where}`,
  },
  {
    id: 'ad-move',
    severity: 'high',
    why: 'An object of Active Directory is renamed or moved: Entra Connect Sync has no reason to.',
    source: 'csexport: newdn on an update; no out-of-box rule writes it to Active Directory',
    place: 'split',
    test: ({ target, operation }) => hitIf(target === 'ad' && operation === 'rename'),
    title: ({ objects, where, count }) =>
      `${objects} ${count === 1 ? 'is' : 'are'} renamed or moved in Active Directory${where}`,
  },
  {
    id: 'ad-unexpected',
    severity: 'high',
    why: 'No out-of-box rule writes this attribute into Active Directory: find the rule that does.',
    source: HYBRID_SOURCE,
    place: 'none',
    test: ({ target, type, changes }) =>
      target === 'ad' && !isWrittenDevice(type) ? changes.filter(isUnexpected).map(hitOfAttribute) : NO_HIT,
    title: ({ objects, words }) => `${words ?? 'Other attributes'} written to Active Directory on ${objects}`,
  },
];

/** True where no rule of Entra Connect Sync itself writes such a change into Active Directory. */
function isUnexpected(change: ChangedAttribute): boolean {
  return !isHybrid(change) && change.attribute.toLowerCase() !== CONSISTENCY_GUID.toLowerCase();
}

function isHybrid(change: ChangedAttribute): boolean {
  const name = change.attribute.toLowerCase();
  return HYBRID.has(name) || (name === 'proxyaddresses' && onlyX500(change));
}

function onlyX500({ added, deleted }: ChangedAttribute): boolean {
  return [...added, ...deleted].every((address) => /^x500:/i.test(address));
}

function isWrittenDevice(type: string): boolean {
  return type.toLowerCase() === 'msds-device';
}

function consistencyGuid({ target, changed }: ObjectChange): 'first' | 'other' | null {
  const change = target === 'ad' ? changed(CONSISTENCY_GUID) : undefined;
  if (change === undefined) return null;
  const had = change.deleted.length > 0 || (change.before ?? []).length > 0;
  return had || change.added.length === 0 ? 'other' : 'first';
}

function hitOfAttribute({ attribute }: ChangedAttribute): Hit {
  return hitOn(attribute);
}
