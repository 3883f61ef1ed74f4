import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeSpec, DeltaSpec, EntrySpec, ObjectSpec } from '../../../fixtures/export-spec.ts';
import { compared, staged } from './compared-objects.ts';

const NAMES = ['mail', 'displayName', 'proxyAddresses', 'member', 'title'] as const;
const value = fc.record({
  text: fc.oneof(
    fc.constantFrom('a', 'b', 'c', '<&">', 'ä", ["'),
    fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
  ),
  operation: fc.constantFrom(undefined, 'add' as const, 'delete' as const),
});
const attribute = (withOperation: boolean): fc.Arbitrary<AttributeSpec> =>
  fc
    .record({
      name: fc.constantFrom(...NAMES),
      operation: fc.constantFrom(undefined, 'add', 'update', 'replace', 'delete'),
      values: fc.array(value, { maxLength: 5 }),
    })
    .map(({ name, operation, values }) => ({
      name,
      type: name === 'member' ? 'reference' : 'string',
      multivalued: true,
      ...(withOperation && operation !== undefined ? { operation: operation as 'add' } : {}),
      values: values.map(({ text, operation: own }) => ({
        text,
        ...(withOperation && own !== undefined ? { operation: own } : {}),
      })),
    }));
const attributes = (withOperation: boolean) =>
  fc.uniqueArray(attribute(withOperation), { maxLength: 4, selector: ({ name }) => name });
const delta = fc.record({
  operation: fc.constantFrom('add', 'update', 'delete', 'replace', 'delete-add'),
  newDn: fc.option(fc.constant('CN=New'), { nil: undefined }),
  attributes: attributes(true),
});
// Few numbers: some objects have the key of another.
const object: fc.Arbitrary<ObjectSpec> = fc
  .record({
    number: fc.integer({ min: 0, max: 30 }),
    state: fc.constantFrom('unapplied', 'escrowed'),
    delta,
    before: fc.option(attributes(false), { nil: undefined }),
    after: fc.option(attributes(false), { nil: undefined }),
  })
  .map(({ number, state, delta: { operation, newDn, attributes: changes }, before, after }) => {
    const dn = `CN=Person ${number}`;
    const one: DeltaSpec = {
      operation: operation as DeltaSpec['operation'],
      dn,
      ...(newDn === undefined ? {} : { newDn }),
      attributes: changes,
    };
    return staged(
      {},
      {
        dn,
        id: `{${number}}`,
        deltas: { [state]: one },
        holograms: {
          ...(before && { synchronized: { dn, attributes: before } }),
          ...(after && { [state]: { dn, attributes: after } }),
        },
      },
    );
  });
const objects = fc.array(object, { maxLength: 8 });

/** The list in an order that `seeds` gives. */
function shuffled<Item>(list: readonly Item[], seeds: Iterator<number>): Item[] {
  return list
    .map((item) => ({ item, key: seeds.next().value as number }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

function shuffledObject(one: ObjectSpec, seeds: Iterator<number>): ObjectSpec {
  const inside = <Part extends DeltaSpec | EntrySpec>(part: Part): Part => ({
    ...part,
    attributes: shuffled(part.attributes ?? [], seeds).map((each) => ({
      ...each,
      values: shuffled(each.values, seeds),
    })),
  });
  const each = <Part extends DeltaSpec | EntrySpec>(parts: Readonly<Record<string, Part>>) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, inside(part)]));
  return { ...one, deltas: each(one.deltas), holograms: each(one.holograms) };
}

const seeds = fc.infiniteStream(fc.integer());
const by = fc.constantFrom('id' as const, 'anchor' as const);

test('an export against itself is empty', () => {
  fc.assert(
    fc.property(objects, by, (list, match) => {
      const { counts } = compared(list, list, match);
      expect(counts).toEqual({ new: 0, gone: 0, changed: 0, same: list.length });
    }),
  );
});

test('an export against a copy with objects, attributes and values in another order is empty', () => {
  fc.assert(
    fc.property(objects, by, seeds, (list, match, stream) => {
      const copy = shuffled(list, stream).map((one) => shuffledObject(one, stream));
      expect(compared(list, copy, match).differences).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

type Mutation = (one: ObjectSpec) => readonly ObjectSpec[];
const change =
  (how: (one: DeltaSpec) => DeltaSpec): Mutation =>
  (one) => [
    {
      ...one,
      deltas: Object.fromEntries(Object.entries(one.deltas).map(([state, each]) => [state, how(each)])),
    },
  ];
const MUTATIONS: Readonly<Record<string, readonly [Mutation, 'gone' | 'new' | 'changed']>> = {
  'an object less': [() => [], 'gone'],
  'an object more': [(one) => [one, { ...one, dn: 'CN=Mutant', id: '{mutant}' }], 'new'],
  'another new DN': [change((one) => ({ ...one, newDn: 'CN=Mutant' })), 'changed'],
  'another operation': [
    change((one) => ({ ...one, operation: one.operation === 'obsolete' ? 'add' : 'obsolete' })),
    'changed',
  ],
  'an attribute more': [
    change((one) => ({
      ...one,
      attributes: [
        ...(one.attributes ?? []),
        { name: 'mutant', type: 'string', multivalued: false, values: [{ text: 'x' }] },
      ],
    })),
    'changed',
  ],
  'a value more in an attribute': [
    change((one) => {
      const [first, ...others] = one.attributes ?? [];
      const values = [...(first?.values ?? []), { text: 'mutant' }];
      const grown: AttributeSpec = first
        ? { ...first, values }
        : { name: 'mail', type: 'string', multivalued: true, values };
      return { ...one, attributes: [grown, ...others] };
    }),
    'changed',
  ],
};

test.each(Object.entries(MUTATIONS))('%s is exactly one item', (_, [mutate, status]) => {
  fc.assert(
    fc.property(
      fc.array(object, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      by,
      seeds,
      (list, at, match, stream) => {
        const place = at % list.length;
        const mutated = list.flatMap((one, index) => (index === place ? mutate(one) : one));
        const copy = shuffled(mutated, stream).map((one) => shuffledObject(one, stream));
        expect(compared(list, copy, match).differences.map((one) => one.status)).toEqual([status]);
      },
    ),
  );
});
