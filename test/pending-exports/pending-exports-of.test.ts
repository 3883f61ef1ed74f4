import { describe, expect, it } from 'vitest';
import type { Attribute, CsObject } from '../../src/csexport/cs-object.ts';
import type { AttributeChange } from '../../src/pending-exports/pending-export.ts';
import { pendingExportsOf } from '../../src/pending-exports/pending-exports-of.ts';
import {
  attr,
  csObject,
  delta,
  entry,
  errorDetail,
  references,
  value,
  type Written,
} from './cs-object-builder.ts';

/** Hexadecimal UTF-8 of the text `AAAAAAAAAAAAAAAAAAAQAQ==`: the source anchor of a GUID. */
const ANCHOR_DN = 'CN={414141414141414141414141414141414141415141513D3D}';

/** The changes of an unapplied delta of an object that has `before`, which is null where nothing is synchronized. */
function changes(
  operation: string,
  attributes: readonly Attribute[],
  before: readonly Attribute[] | null = [],
): readonly AttributeChange[] {
  const object = csObject({
    deltas: { unapplied: delta(operation, attributes) },
    holograms: { synchronized: before === null ? null : entry(...before) },
  });
  return pendingExportsOf(object)[0]?.changes ?? [];
}

/** What one attribute adds and deletes, of an object that has `before`. */
function effect(
  operation: string | null,
  values: readonly Written[],
  before: readonly string[] | null,
  deltaOperation = 'update',
): {
  operation?: string | undefined;
  added?: readonly string[] | undefined;
  deleted?: readonly string[] | undefined;
} {
  const [change] = changes(
    deltaOperation,
    [attr('url', values, { operation, multivalued: true })],
    before === null ? null : [attr('url', before)],
  );
  return { operation: change?.operation, added: change?.added, deleted: change?.deleted };
}

describe('the records of an object', () => {
  it.each(['add', 'replace', 'update', 'delete', 'delete-add', 'obsolete', 'modify'])(
    'are one for a delta that says %s, in its own word',
    (operation) => {
      const object = csObject({ deltas: { unapplied: delta(operation, [], { dn: 'CN=B' }) } });
      expect(pendingExportsOf(object)).toEqual([
        {
          id: '{34CF4AD4-73D8-5160-9CFB-4C382343C98A}',
          connectorId: '{B891884F-051E-4A83-95AF-2544101C9083}',
          connectorName: 'contoso.onmicrosoft.com - AAD',
          type: 'user',
          operation,
          dn: 'CN=B',
          newDn: null,
          name: 'CN=B',
          state: 'unapplied',
          changes: [],
          errors: [],
        },
      ]);
    },
  );

  it('are none where every delta is none or missing', () => {
    expect(pendingExportsOf(csObject())).toEqual([]);
    expect(
      pendingExportsOf(csObject({ deltas: { unapplied: delta('none'), escrowed: delta('none') } })),
    ).toEqual([]);
  });

  it('are none for an import alone', () => {
    expect(pendingExportsOf(csObject({ deltas: { pendingImport: delta('update') } }))).toEqual([]);
  });

  it('come in the order unapplied, escrowed, unconfirmed, each with its own delta and hologram', () => {
    const object = csObject({
      deltas: {
        unconfirmed: delta('delete'),
        escrowed: delta('update', [attr('info', ['e'], { operation: 'add' })]),
        unapplied: delta('add', [attr('info', ['u'])]),
      },
      holograms: {
        synchronized: entry(attr('info', ['old'])),
        unapplied: entry(attr('info', ['after u'])),
        escrowed: entry(attr('info', ['after e'])),
      },
    });
    const records = pendingExportsOf(object);
    expect(records.map(({ state, operation }) => [state, operation])).toEqual([
      ['unapplied', 'add'],
      ['escrowed', 'update'],
      ['unconfirmed', 'delete'],
    ]);
    expect(records.map((record) => record.changes)).toEqual([
      [
        {
          attribute: 'info',
          operation: 'add',
          added: ['u'],
          deleted: [],
          before: ['old'],
          after: ['after u'],
        },
      ],
      [
        {
          attribute: 'info',
          operation: 'add',
          added: ['e'],
          deleted: [],
          before: ['old'],
          after: ['after e'],
        },
      ],
      [],
    ]);
  });

  it('say null of a connector and a new DN that the file does not give', () => {
    const object = csObject({
      connectorId: null,
      connectorName: null,
      deltas: { unapplied: delta('update') },
    });
    expect(pendingExportsOf(object)[0]).toMatchObject({
      connectorId: null,
      connectorName: null,
      newDn: null,
    });
  });

  it('say the new DN of a rename, and take the DN of an obsolete delta from the object', () => {
    const renamed = csObject({ deltas: { unapplied: delta('update', [], { dn: 'CN=A', newDn: 'CN=B' }) } });
    expect(pendingExportsOf(renamed)[0]).toMatchObject({ dn: 'CN=A', newDn: 'CN=B', changes: [] });
    const kept = csObject({ deltas: { unapplied: delta('update', [], { newDn: '' }) } });
    expect(pendingExportsOf(kept)[0]).toMatchObject({ newDn: null });
    const obsolete = csObject({ dn: 'CN=Own', deltas: { unapplied: delta('obsolete') } });
    expect(pendingExportsOf(obsolete)[0]).toMatchObject({ dn: 'CN=Own' });
  });

  it('carry the errors of the object, each', () => {
    const error = errorDetail({ type: 'cd-error', retries: 3 });
    const object = csObject({
      deltas: { unapplied: delta('update'), escrowed: delta('update') },
      errors: [error, errorDetail({ direction: 'import' })],
    });
    expect(pendingExportsOf(object).map((record) => record.errors)).toEqual([
      [error, errorDetail({ direction: 'import' })],
      [error, errorDetail({ direction: 'import' })],
    ]);
  });

  it('keep the promised order of keys', () => {
    const { direction, type, ...rest } = errorDetail();
    const object = csObject({
      deltas: { unapplied: delta('update', [attr('info', ['x'])]) },
      errors: [{ ...rest, type, direction }],
    });
    expect(JSON.stringify(pendingExportsOf(object)[0])).toBe(
      '{"id":"{34CF4AD4-73D8-5160-9CFB-4C382343C98A}","connectorId":"{B891884F-051E-4A83-95AF-2544101C9083}",' +
        '"connectorName":"contoso.onmicrosoft.com - AAD","type":"user","operation":"update",' +
        '"dn":"CN=Alva Berg,OU=Staff,DC=contoso,DC=com","newDn":null,"name":"CN=Alva Berg,OU=Staff,DC=contoso,DC=com",' +
        '"state":"unapplied","changes":[{"attribute":"info","operation":"update","added":["x"],"deleted":[],' +
        '"before":null,"after":null}],"errors":[{"direction":"export","type":null,"code":null,"literal":null,' +
        '"detail":null,"first":null,"last":null,"retries":null}]}',
    );
  });
});

describe('the name of a record', () => {
  const shown = (name: string): Attribute => attr('displayName', [name]);
  const upn = (name: string): Attribute => attr('userPrincipalName', [name]);

  it.each<[string, Partial<CsObject['holograms']>, string]>([
    ['after', { unapplied: entry(shown('New')), synchronized: entry(shown('Old')) }, 'New'],
    [
      'before',
      { unapplied: entry(), synchronized: entry(shown('Old')), pendingImport: entry(shown('Imp')) },
      'Old',
    ],
    ['pending import', { pendingImport: entry(shown('Imp')) }, 'Imp'],
    ['before, when empty after', { unapplied: entry(shown('')), synchronized: entry(shown('Old')) }, 'Old'],
    [
      'displayName before, not the UPN after',
      { unapplied: entry(upn('u')), synchronized: entry(shown('Old')) },
      'Old',
    ],
    ['UPN after', { unapplied: entry(upn('new@c')), synchronized: entry(upn('old@c')) }, 'new@c'],
    ['UPN before', { synchronized: entry(upn('old@c')) }, 'old@c'],
    ['decoded DN', {}, 'AAAAAAAAAAAAAAAAAAAQAQ=='],
    ['decoded DN, not another state', { escrowed: entry(shown('Other')) }, 'AAAAAAAAAAAAAAAAAAAQAQ=='],
  ])('comes from the hologram %s', (_, holograms, name) => {
    const object = csObject({ dn: ANCHOR_DN, deltas: { unapplied: delta('update') }, holograms });
    expect(pendingExportsOf(object)[0]?.name).toBe(name);
  });
});

describe('the operation of a change', () => {
  it.each([
    ['add', null, 'add'],
    ['replace', null, 'replace'],
    ['delete-add', null, 'replace'],
    ['update', null, 'update'],
    ['obsolete', null, 'update'],
    ['add', 'replace', 'replace'],
    ['update', 'add', 'add'],
    ['update', 'delete', 'delete'],
    ['replace', 'update', 'update'],
  ])('in a delta %s where the attribute says %s is %s', (operation, own, expected) => {
    expect(changes(operation, [attr('info', ['x'], { operation: own })])[0]?.operation).toBe(expected);
  });
});

describe('the values added and deleted', () => {
  it.each<[string, string | null, readonly Written[], readonly string[] | null, string[], string[]]>([
    [
      'update by own operations',
      'update',
      [
        ['delete', 'a'],
        ['add', 'b'],
      ],
      ['a'],
      ['b'],
      ['a'],
    ],
    ['update in the order of the file', 'update', [['add', 'z'], 'm', ['add', 'a']], [], ['z', 'm', 'a'], []],
    ['add without operations', 'add', ['a', 'b'], [], ['a', 'b'], []],
    ['add, but a value says delete', 'add', ['a', ['delete', 'b']], ['b'], ['a'], ['b']],
    ['add keeps duplicates', 'add', ['a', 'a'], [], ['a', 'a'], []],
    ['delete with values', 'delete', ['a'], ['a', 'b'], [], ['a']],
    ['delete, but a value says add', 'delete', ['a', ['add', 'b']], ['a'], ['b'], ['a']],
    ['delete that lists nothing', 'delete', [], ['a', 'b'], [], ['a', 'b']],
    ['delete that lists nothing, before unknown', 'delete', [], null, [], []],
    ['replace', 'replace', ['b', 'c'], ['a', 'b'], ['c'], ['a']],
    ['replace by the same', 'replace', ['a', 'b'], ['b', 'a'], [], []],
    ['replace by nothing', 'replace', [], ['a'], [], ['a']],
    ['replace minds case', 'replace', ['SMTP:a'], ['smtp:a'], ['SMTP:a'], ['smtp:a']],
    ['replace counts duplicates', 'replace', ['a', 'a', 'b'], ['a', 'b', 'b'], ['a'], ['b']],
    ['replace, order of file and of before', 'replace', ['z', 'y'], ['n', 'm'], ['z', 'y'], ['n', 'm']],
    ['replace, before unknown', 'replace', ['a', ['delete', 'b']], null, ['a'], ['b']],
    [
      'replace with some own operations',
      'replace',
      ['a', ['add', 'b'], ['delete', 'c']],
      ['a', 'c', 'd'],
      ['b'],
      ['c', 'd'],
    ],
    ['replace deletes what was not there', 'replace', ['a', ['delete', 'x']], ['a'], [], ['x']],
    [
      'replace with own operations alone',
      'replace',
      [
        ['add', 'b'],
        ['delete', 'a'],
      ],
      ['a', 'z'],
      ['b'],
      ['a'],
    ],
    ['a word of no meaning on a value', 'update', [['none', 'a']], [], ['a'], []],
  ])('%s', (_, operation, values, before, added, deleted) => {
    expect(effect(operation, values, before)).toEqual({ operation, added, deleted });
  });

  it('of an add delta are the listed ones, whatever the operation', () => {
    expect(effect(null, ['a'], null, 'add')).toEqual({ operation: 'add', added: ['a'], deleted: [] });
    expect(effect('replace', ['a'], null, 'add')).toEqual({
      operation: 'replace',
      added: ['a'],
      deleted: [],
    });
    expect(effect('delete', [], null, 'add')).toEqual({ operation: 'delete', added: [], deleted: [] });
  });

  it('of a replace delta compare with before', () => {
    expect(effect(null, ['a', 'b'], ['b', 'c'], 'replace')).toEqual({
      operation: 'replace',
      added: ['a'],
      deleted: ['c'],
    });
  });

  it('are integers in decimal, base64 without white space, references as DN or anchor', () => {
    const found = changes(
      'update',
      [
        attr('groupType', [['add', '0xffffffff80000002']], { type: 'integer' }),
        attr('userCertificate', [], {
          type: 'binary',
          values: [{ text: 'AA\n EC', operation: 'add', base64: true, anchor: null }],
        }),
        references('member', [], {
          operation: 'update',
          values: [
            value(['add', 'CN=A']),
            { text: null, operation: 'delete', base64: false, anchor: 'AgAA AHgA' },
          ],
        }),
      ],
      [attr('groupType', ['0x2'], { type: 'integer' })],
    );
    expect(found.map(({ added, deleted, before }) => [added, deleted, before])).toEqual([
      [['-2147483646'], [], ['2']],
      [['AAEC'], [], []],
      [['CN=A'], ['AgAAAHgA'], []],
    ]);
  });
});

describe('before and after', () => {
  const one = attr('info', [['add', 'x']]);
  it.each<[string, string, Partial<CsObject['holograms']>, unknown, unknown]>([
    ['no hologram has an entry', 'update', {}, null, null],
    ['an add has nothing before', 'add', {}, [], null],
    [
      'an add of an object that is synchronized',
      'add',
      { synchronized: entry(attr('info', ['o'])) },
      ['o'],
      null,
    ],
    ['the entries lack the attribute', 'update', { synchronized: entry(), unapplied: entry() }, [], []],
    [
      'the after hologram is of another state',
      'update',
      { escrowed: entry(attr('info', ['e'])) },
      null,
      null,
    ],
    [
      'an attribute stands twice in an entry',
      'update',
      { synchronized: entry(attr('info', ['a']), attr('mail', ['m']), attr('info', ['b'])) },
      ['a', 'b'],
      null,
    ],
  ])('where %s', (_, operation, holograms, before, after) => {
    const object = csObject({ deltas: { unapplied: delta(operation, [one]) }, holograms });
    expect(pendingExportsOf(object)[0]?.changes[0]).toMatchObject({ before, after });
  });
});

describe('a delta that states the whole new object', () => {
  const before = [attr('mail', ['m']), attr('info', ['i']), references('member', ['CN=A', 'CN=B'])];

  it.each(['replace', 'delete-add'])('%s deletes what it does not list, after what it lists', (operation) => {
    const found = changes(operation, [attr('title', ['t']), attr('info', ['i'])], before);
    expect(found).toEqual([
      { attribute: 'title', operation: 'replace', added: ['t'], deleted: [], before: [], after: null },
      { attribute: 'info', operation: 'replace', added: [], deleted: [], before: ['i'], after: null },
      { attribute: 'mail', operation: 'delete', added: [], deleted: ['m'], before: ['m'], after: null },
      {
        attribute: 'member',
        operation: 'delete',
        added: [],
        deleted: ['CN=A', 'CN=B'],
        before: ['CN=A', 'CN=B'],
        after: null,
      },
    ]);
  });

  it('deletes nothing further where nothing is synchronized', () => {
    expect(changes('replace', [attr('title', ['t'])], null)).toHaveLength(1);
  });

  it('is neither an update nor an add', () => {
    expect(changes('update', [], before)).toEqual([]);
    expect(changes('add', [], before)).toEqual([]);
    expect(changes('delete', [], before)).toEqual([]);
  });
});

describe('a group of 200,000 members', () => {
  const members = Array.from(
    { length: 200_000 },
    (_, index) => `CN=Member ${index},OU=Staff,DC=contoso,DC=com`,
  );

  it('that is replaced by half of it and a new one is answered', () => {
    const kept = [...members.filter((_, index) => index % 2 === 0).reverse(), 'CN=New'];
    const [change] = changes(
      'update',
      [references('member', kept, { operation: 'replace' })],
      [references('member', members)],
    );
    expect(change?.added).toEqual(['CN=New']);
    expect(change?.deleted).toHaveLength(100_000);
    expect(change?.deleted[0]).toBe(members[1]);
  });

  it('that is emptied is answered', () => {
    const [change] = changes(
      'update',
      [references('member', [], { operation: 'delete' })],
      [references('member', members)],
    );
    expect(change?.deleted).toHaveLength(200_000);
  });
});
