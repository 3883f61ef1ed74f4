import { describe, expect, test } from 'vitest';
import { aadDn, cloudAnchorOf } from '../../../fixtures/aad-names.ts';
import type { ObjectSpec } from '../../../fixtures/export-spec.ts';
import { AAD_ID, changing, compared, staged } from './compared-objects.ts';

const none = { new: 0, gone: 0, changed: 0, same: 0 };
const mail = changing('mail', 'a@x', '-b@x');
const otherId = { id: '{0A0A0A0A-0000-0000-0000-000000000002}' };
const error = {
  direction: 'export',
  type: 'data-error',
  code: '1',
  literal: '1',
  detail: 'x',
  first: '2026-01-01',
  last: '2026-01-02',
  retries: 3,
} as const;

describe('the change of one object', () => {
  const update = staged({ attributes: [mail, changing('title', 'CEO')] });
  test.each<[string, ObjectSpec, ObjectSpec, 'same' | 'changed']>([
    ['itself', update, update, 'same'],
    ['attributes in another order', update, staged({ attributes: [changing('title', 'CEO'), mail] }), 'same'],
    [
      'values in another order',
      update,
      staged({ attributes: [changing('mail', '-b@x', 'a@x'), changing('title', 'CEO')] }),
      'same',
    ],
    [
      'an attribute in two pieces',
      update,
      staged({ attributes: [changing('mail', 'a@x'), changing('title', 'CEO'), changing('mail', '-b@x')] }),
      'same',
    ],
    ['an error since', update, { ...update, errors: [error] }, 'same'],
    [
      'another time',
      update,
      { ...update, trailing: { 'last-export-delta-time': '2026-01-01 00:00:00.000' } },
      'same',
    ],
    ['another name', update, { ...update, connectorName: 'other' }, 'same'],
    [
      'other values after',
      update,
      { ...update, holograms: { unapplied: { dn: update.dn, attributes: [changing('x', 'y')] } } },
      'same',
    ],
    [
      'another value',
      update,
      staged({ attributes: [changing('mail', 'A@x', '-b@x'), changing('title', 'CEO')] }),
      'changed',
    ],
    [
      'a value twice',
      update,
      staged({ attributes: [changing('mail', 'a@x', 'a@x', '-b@x'), changing('title', 'CEO')] }),
      'changed',
    ],
    [
      'a value deleted that was added',
      update,
      staged({ attributes: [changing('mail', '-a@x', '-b@x'), changing('title', 'CEO')] }),
      'changed',
    ],
    ['an attribute less', update, staged({ attributes: [mail] }), 'changed'],
    [
      'another operation of an attribute',
      update,
      staged({ attributes: [{ ...mail, operation: 'add' }, changing('title', 'CEO')] }),
      'changed',
    ],
    [
      'values that another attribute has',
      staged({ attributes: [changing('a', 'x'), changing('b')] }),
      staged({ attributes: [changing('a'), changing('b', 'x')] }),
      'changed',
    ],
    [
      'values with the separator in them',
      staged({ attributes: [changing('a', 'x","y')] }),
      staged({ attributes: [changing('a', 'x', 'y')] }),
      'changed',
    ],
    ['another operation', staged({ operation: 'delete' }), staged({ operation: 'delete-add' }), 'changed'],
    [
      'a new DN',
      update,
      staged({
        attributes: update.deltas.unapplied?.attributes ?? [],
        newDn: 'CN=Ana,OU=Left,DC=contoso,DC=com',
      }),
      'changed',
    ],
    ['another type', update, { ...update, type: 'contact' }, 'changed'],
  ])('%s', (_, a, b, status) => {
    for (const by of ['id', 'anchor'] as const) {
      expect(compared([a], [b], by).counts).toEqual({ ...none, [status]: 1 });
      expect(compared([b], [a], by).counts).toEqual({ ...none, [status]: 1 });
    }
  });

  test('an add at another place is another change, and one of other capitals is not', () => {
    const at = (dn: string) => staged({ operation: 'add', attributes: [mail], dn }, { dn });
    const here = at('CN=Ana,OU=Staff,DC=contoso,DC=com');
    expect(compared([here], [at('CN=Ana,OU=Left,DC=contoso,DC=com')], 'id').counts.changed).toBe(1);
    expect(compared([here], [at('cn=ana,OU=staff,DC=contoso,DC=com')], 'id').counts.same).toBe(1);
  });
});

describe('which objects match', () => {
  const anchor = '405e4730aee7f34aaf758b143c81daf5';
  const aad = (dn: string, over: Partial<ObjectSpec> = {}) =>
    staged({ operation: 'delete', dn }, { dn, connectorId: AAD_ID, ...over });
  const cloud = aadDn(cloudAnchorOf('user', '00000000-0000-0000-0000-000000000001'));
  const anchored = (dn: string): Partial<ObjectSpec> => ({
    ...otherId,
    holograms: {
      synchronized: {
        dn,
        attributes: [
          { name: 'sourceAnchor', type: 'string', multivalued: false, values: [{ text: anchor }] },
        ],
      },
    },
  });

  test.each<[string, ObjectSpec, ObjectSpec, boolean, boolean]>([
    ['one id and one DN', staged(), staged(), true, true],
    ['ids of other capitals', staged(), staged({}, { id: staged().id.toLowerCase() }), true, true],
    ['one id, another DN', staged(), staged({}, { dn: 'CN=Eva,DC=contoso,DC=com' }), true, false],
    ['another id, one DN', staged(), staged({}, otherId), false, true],
    [
      'another id, a DN of other capitals',
      staged(),
      staged({}, { ...otherId, dn: 'cn=ANA,ou=Staff,dc=contoso,dc=com' }),
      false,
      true,
    ],
    ['no ids, one DN', staged({}, { id: '' }), staged({}, { id: '' }), true, true],
    [
      'a source anchor in both DNs',
      aad(aadDn(anchor)),
      aad(aadDn(anchor).toLowerCase().replace('cn=', 'CN='), otherId),
      false,
      true,
    ],
    [
      'a source anchor in the DN, and in the object',
      aad(aadDn(anchor)),
      aad(cloud, anchored(cloud)),
      false,
      true,
    ],
    ['source anchors of other capitals', aad(aadDn('QUJD')), aad(aadDn('qujd'), otherId), false, false],
    ['a cloud anchor alone', aad(cloud), aad(cloud, otherId), false, true],
    [
      'another state',
      staged(),
      { ...staged(), deltas: { escrowed: { operation: 'update', dn: staged().dn } } },
      false,
      false,
    ],
  ])('%s: by id %#', (_, a, b, byId, byAnchor) => {
    expect(compared([a], [b], 'id').counts).toEqual(
      byId ? { ...none, same: 1 } : { ...none, new: 1, gone: 1 },
    );
    expect(compared([a], [b], 'anchor').counts).toEqual(
      byAnchor ? { ...none, same: 1 } : { ...none, new: 1, gone: 1 },
    );
  });

  test('two states of one object are compared apart', () => {
    const both = (unapplied: string, escrowed: string): ObjectSpec => ({
      ...staged(),
      deltas: {
        unapplied: { operation: 'update', attributes: [changing('mail', unapplied)] },
        escrowed: { operation: 'update', attributes: [changing('mail', escrowed)] },
      },
    });
    expect(compared([both('x', 'y')], [both('x', 'z')]).counts).toEqual({ ...none, same: 1, changed: 1 });
    expect(compared([both('x', 'y')], [both('y', 'x')]).counts).toEqual({ ...none, changed: 2 });
  });
});

describe('a key that stands more than once', () => {
  const x = staged({ attributes: [changing('mail', 'x')] });
  const y = staged({ attributes: [changing('mail', 'y')] });
  const z = staged({ attributes: [changing('mail', 'z')] });
  test.each<[ObjectSpec[], ObjectSpec[], object, [number, number]]>([
    [[x, x], [x, x], { same: 2 }, [1, 1]],
    [[x, y], [y, x], { same: 2 }, [1, 1]],
    [[x, x], [x], { same: 1, gone: 1 }, [1, 0]],
    [[x], [x, y, z], { same: 1, new: 2 }, [0, 2]],
    [[x, y], [z, y], { same: 1, changed: 1 }, [1, 1]],
    [[x, y], [z], { changed: 1, gone: 1 }, [1, 0]],
  ])('%#', (a, b, counts, [repeatedA, repeatedB]) => {
    const result = compared(a, b);
    expect(result.counts).toEqual({ ...none, ...counts });
    expect(result.repeated).toEqual({ a: repeatedA, b: repeatedB });
  });

  test('each of a great many finds its like', () => {
    const many = Array.from({ length: 3000 }, (_, n) => staged({ attributes: [changing('mail', `${n}`)] }));
    expect(compared(many, many.toReversed()).counts).toEqual({ ...none, same: 3000 });
  });
});

test('what can hurt most comes first, in the order of the file', () => {
  const object = (n: number, operation: 'add' | 'update' | 'delete') =>
    staged({ operation, dn: `CN=${n}` }, { dn: `CN=${n}`, id: `{${n}}` });
  const { differences } = compared(
    [object(1, 'update'), object(2, 'delete'), object(3, 'update')],
    [object(3, 'delete'), object(4, 'update'), object(5, 'add'), object(6, 'delete'), object(7, 'add')],
  );
  expect(differences.map(({ status, a, b }) => `${status} ${(b ?? a)?.operation}`)).toEqual([
    'new delete',
    'new add',
    'new add',
    'new update',
    'gone delete',
    'gone update',
    'changed delete',
  ]);
  const [, first, second] = differences;
  expect(first?.b?.range.start).toBeLessThan(second?.b?.range.start ?? 0);
});
