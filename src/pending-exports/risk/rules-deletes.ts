import type { Operation } from '../export-row.ts';
import { hitIf, type Rule, type Severity } from './rule.ts';

const SOFT_DELETED =
  'Entra Connect Sync: a delete is a soft delete in Entra ID; it takes licences and the mailbox along';
const KNOWN = ['user', 'inetOrgPerson', 'group', 'contact', 'device'];

/** Objects that go away in Entra ID, by their type. */
export const DELETE_RULES: readonly Rule[] = [
  deletes('delete-user', 'high', (type) => type === 'user' || type === 'inetOrgPerson', [
    'These people lose sign-in, mailbox and licences; it comes back only within 30 days.',
    SOFT_DELETED,
  ]),
  deletes('delete-group', 'high', (type) => type === 'group', [
    'Whoever has access, mail or a licence through this group loses it.',
    SOFT_DELETED,
  ]),
  deletes('delete-contact', 'medium', (type) => type === 'contact', [
    'Mail to this contact no longer finds it in the address book or in groups.',
    SOFT_DELETED,
  ]),
  deletes('delete-device', 'medium', (type) => type === 'device', [
    'This device is no longer known to Entra ID: rules that ask for a known device shut it out.',
    'Entra hybrid join: a device is known by the object that Entra Connect Sync exports',
  ]),
  deletes('delete-other', 'high', (type) => !KNOWN.includes(type), [
    'An object goes away, of a type that is rarely deleted.',
    SOFT_DELETED,
  ]),
  whole('delete-add', 'high', 'delete-add', 'deleted, then added anew', [
    'Entra ID deletes the object and makes another one: licences, mailbox and memberships of the old one are gone.',
    'csexport: the delta delete-add; each counts as a delete against the threshold',
  ]),
  whole('obsolete', 'medium', 'obsolete', 'obsolete', [
    'The connected directory no longer has this object, and the next export removes what is left of it here.',
    'csexport: the delta obsolete, without a DN',
  ]),
];

function deletes(
  id: string,
  severity: Severity,
  isType: (type: string) => boolean,
  [why, source]: readonly [why: string, source: string],
): Rule {
  return {
    id,
    severity,
    why,
    source,
    worse: { from: 'manyDeletes', severity: 'critical' },
    place: 'split',
    test: ({ target, operation, type }) => hitIf(target === 'aad' && operation === 'delete' && isType(type)),
    title: ({ count, where, kind }) => `${counted(count, 'delete')}${where} (${kind})`,
  };
}

function whole(
  id: string,
  severity: Severity,
  wanted: Operation,
  words: string,
  [why, source]: readonly [why: string, source: string],
): Rule {
  return {
    id,
    severity,
    why,
    source,
    ...(wanted === 'delete-add' && { worse: { from: 'manyDeletes', severity: 'critical' } }),
    place: 'split',
    test: ({ target, operation }) => hitIf(target === 'aad' && operation === wanted),
    title: ({ objects, where }) => `${objects}${where}: ${words}`,
  };
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
