import { decodeDn } from '../../csexport/values/decode-dn.ts';
import type { ObjectChange } from './object-change.ts';
import { HIT, hitIf, NO_HIT, type Rule } from './rule.ts';
import { suffixHit } from './suffix.ts';

/** Who an object is in Entra ID, and whether it may sign in. */
export const IDENTITY_RULES: readonly Rule[] = [
  {
    id: 'source-anchor',
    severity: 'critical',
    why: 'The source anchor can never change once it is exported: Entra ID refuses it, and every later change of the object.',
    source: 'Entra Connect design concepts, sourceAnchor; rule "Out to AAD - User Join"',
    place: 'none',
    test: (change) => hitIf(change.target === 'aad' && anchorChange(change) === 'other'),
    title: ({ count, objects }) => `The source anchor of ${objects} ${count === 1 ? 'changes' : 'change'}`,
  },
  {
    id: 'source-anchor-first',
    severity: 'high',
    why: 'An object that lived in the cloud alone is tied to one in Active Directory, which rules it from then on.',
    source: 'Entra Connect, existing tenant: hard match; DN of a cloud anchor becomes DN of a source anchor',
    place: 'none',
    test: (change) => hitIf(change.target === 'aad' && anchorChange(change) === 'first'),
    title: ({ count, objects }) => `${objects} of the cloud ${count === 1 ? 'gets' : 'get'} a source anchor`,
  },
  {
    id: 'upn',
    severity: 'high',
    why: 'People sign in with this name: with the old one they no longer can, and federated sign-in may fail.',
    source: 'Entra Connect: userPrincipalName is the sign-in name, and part of the claim with federation',
    place: 'none',
    test: ({ target, changed }) => {
      const upn = target === 'aad' ? changed('userPrincipalName') : undefined;
      return upn === undefined ? NO_HIT : [suffixHit(upn.deleted[0], upn.added[0])];
    },
    title: ({ count, objects, words }) =>
      words === null
        ? `${objects} ${count === 1 ? 'gets' : 'get'} another UPN`
        : `UPN suffix ${words} on ${objects}`,
  },
  {
    id: 'account-disabled',
    severity: 'high',
    why: 'These accounts can no longer sign in.',
    source: 'Entra ID: accountEnabled false blocks sign-in',
    place: 'split',
    test: (change) => hitIf(enabledAfter(change) === 'false'),
    title: ({ count, objects, where }) => `${objects} ${count === 1 ? 'is' : 'are'} disabled${where}`,
  },
  {
    id: 'account-enabled',
    severity: 'high',
    why: 'Accounts that were shut can sign in again: people who left, for example.',
    source: 'Entra ID: accountEnabled true allows sign-in',
    place: 'split',
    test: (change) => hitIf(enabledAfter(change) === 'true'),
    title: ({ count, objects, where }) => `${objects} ${count === 1 ? 'is' : 'are'} enabled again${where}`,
  },
  {
    id: 'export-error',
    severity: 'high',
    why: 'The last import or export of these objects failed; until the cause is gone this one fails too.',
    source: 'csexport: export-errordetail and import-errordetail',
    place: 'none',
    test: ({ error }) => (error === '' ? NO_HIT : [{ key: error, words: error }]),
    title: ({ objects, words }) =>
      `${objects} with ${words === null ? 'other errors' : `the error ${words}`}`,
  },
];

/** Lower case, as AD and Entra ID write booleans in either; null where the account stays as it is. */
function enabledAfter({ target, changed }: ObjectChange): string | null {
  const change = target === 'aad' ? changed('accountEnabled') : undefined;
  if (change === undefined) return null;
  const [after, before] = [
    change.after[0]?.toLowerCase(),
    (change.deleted[0] ?? change.before?.[0])?.toLowerCase(),
  ];
  return after === undefined || after === before ? null : after;
}

function anchorChange(change: ObjectChange): 'first' | 'other' | null {
  const attribute = change.changed('sourceAnchor');
  const dn = change.newDn === '' ? null : decodeDn(change.dn);
  if (attribute !== undefined) {
    const had = attribute.deleted.length > 0 || (attribute.before ?? []).length > 0;
    return had || attribute.added.length === 0 ? 'other' : 'first';
  }
  if (dn === null || change.newDn === change.dn) return null;
  return dn.form === 'cloud-anchor' ? 'first' : 'other';
}

/** Objects that are renamed without a new anchor. */
export const RENAME_RULE: Rule = {
  id: 'rename',
  severity: 'medium',
  why: 'The object gets another name in the directory; everything that goes by the name follows.',
  source: 'csexport: newdn on an update',
  place: 'none',
  test: (change) =>
    change.target === 'aad' && change.operation === 'rename' && anchorChange(change) === null ? HIT : NO_HIT,
  title: ({ objects, count }) => `${objects} ${count === 1 ? 'is' : 'are'} renamed`,
};
