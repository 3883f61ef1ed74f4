import { expect, test } from 'vitest';
import { standingChange } from '../../../src/pending-exports/comparison/standing-change.ts';
import type { AttributeChange, PendingExport } from '../../../src/pending-exports/pending-export.ts';

type Change = readonly [attribute: string, operation: string, added: string, deleted?: string];

/** Values are letters: `abb` adds a, b and b. */
function change([attribute, operation, added, deleted = '']: Change): AttributeChange {
  return { attribute, operation, added: [...added], deleted: [...deleted], before: null, after: null };
}

function record(changes: readonly Change[], over: Partial<PendingExport> = {}): PendingExport {
  return {
    id: '{1}',
    connectorId: null,
    connectorName: null,
    type: 'user',
    operation: 'update',
    dn: 'CN=Ana',
    newDn: null,
    name: 'Ana',
    state: 'unapplied',
    changes: changes.map(change),
    errors: [],
    ...over,
  };
}

test.each<[string, Change[], Change[], Change[] | null]>([
  [
    'the same',
    [['mail', 'update', 'a', 'b']],
    [['mail', 'update', 'a', 'b']],
    [['mail', 'update', 'a', 'b']],
  ],
  [
    'what one has alone',
    [
      ['mail', 'add', 'a'],
      ['title', 'add', 'x'],
    ],
    [
      ['title', 'add', 'x'],
      ['city', 'add', 'y'],
    ],
    [['title', 'add', 'x']],
  ],
  [
    'members that both add',
    [['member', 'update', 'abc', 'xy']],
    [['member', 'update', 'cbd', 'yz']],
    [['member', 'update', 'bc', 'y']],
  ],
  ['as often as in both', [['mail', 'add', 'aab']], [['mail', 'add', 'aac']], [['mail', 'add', 'aa']]],
  ['an empty one in both', [['mail', 'delete', '']], [['mail', 'delete', '']], [['mail', 'delete', '']]],
  ['nothing in common', [['mail', 'add', 'a']], [['mail', 'add', 'b']], null],
  ['another operation of the attribute', [['mail', 'add', 'a']], [['mail', 'replace', 'a']], null],
])('%s', (_, first, again, standing) => {
  expect(standingChange(record(first), record(again))).toEqual(standing && record(standing));
});

test('a new DN stands where it is the same', () => {
  const first = record([['mail', 'add', 'a']], { newDn: 'CN=Eva' });
  expect(standingChange(first, record([], { newDn: 'CN=Eva' }))).toEqual(record([], { newDn: 'CN=Eva' }));
  expect(standingChange(first, record([['mail', 'add', 'a']]))).toEqual(record([['mail', 'add', 'a']]));
  expect(standingChange(first, record([], { newDn: 'CN=Ida' }))).toBeNull();
});

test('an object that is added or deleted in both stands, whatever its attributes', () => {
  for (const operation of ['add', 'delete', 'delete-add', 'replace']) {
    const first = record([['mail', 'add', 'a']], { operation });
    expect(standingChange(first, record([], { operation }))).toEqual(record([], { operation }));
    expect(standingChange(first, record([['mail', 'add', 'a']]))).toBeNull();
  }
  const add = record([], { operation: 'add' });
  expect(standingChange(add, { ...add, dn: 'CN=Eva' })).toBeNull();
  expect(standingChange(add, { ...add, type: 'group' })).toBeNull();
});
