import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/pending-exports/export-row.ts';
import { type Criteria, filterRows, RowFilter } from '../../src/pending-exports/filter-rows.ts';
import { narrows, narrowsCriteria } from '../../src/pending-exports/narrowing.ts';
import { exportRow } from './cs-object-builder.ts';
import { anyRows, query, tableOf } from './sample-rows.ts';

const NOTHING_ASKED: Criteria = { query: query(''), operations: [], types: [], states: 'unapplied' };

const TEXTS = [
  '',
  'a',
  'ad',
  'ada',
  'ADA contoso',
  'op:delete',
  '-type:group',
  'type:user ad',
  'changed:>5',
  'upn:contoso',
  'upn:co',
  'upn:*contoso*',
  '"bo li"',
  'state:escrowed',
  'error:*',
];

const anyCriteria: fc.Arbitrary<Criteria> = fc.record({
  query: fc.constantFrom(...TEXTS).map(query),
  operations: fc.subarray<Operation>(['add', 'delete', 'rename']),
  types: fc.subarray(['user', 'group']),
  states: fc.constantFrom('unapplied', 'sent', 'all'),
});

function found(rows: Parameters<typeof tableOf>[0], criteria: Partial<Criteria>): number[] {
  return Array.from(filterRows(tableOf(rows), { ...NOTHING_ASKED, ...criteria }));
}

describe('the filter', () => {
  test('shows what waits, and leaves out what was sent unless it is asked for', () => {
    const rows = [
      exportRow(),
      exportRow({ state: 'escrowed', sentOnly: true }),
      exportRow({ state: 'unconfirmed', sentOnly: true }),
    ];
    expect(found(rows, {})).toEqual([0]);
    expect(found(rows, { states: 'sent' })).toEqual([1, 2]);
    expect(found(rows, { states: 'all' })).toEqual([0, 1, 2]);
  });

  test('lets a query that names a state say itself which are shown', () => {
    const rows = [exportRow(), exportRow({ state: 'escrowed', sentOnly: true })];
    expect(found(rows, { query: query('state:escrowed') })).toEqual([1]);
    expect(found(rows, { query: query('state:unapplied'), states: 'sent' })).toEqual([0]);
  });

  test('asks for any of the operations, any of the types, and the query', () => {
    const rows = [
      exportRow({ operation: 'delete', type: 'user', name: 'Bo' }),
      exportRow({ operation: 'add', type: 'group', name: 'Bo' }),
      exportRow({ operation: 'add', type: 'contact', name: 'Bo' }),
      exportRow({ operation: 'add', type: 'group', name: 'Cy' }),
    ];
    expect(
      found(rows, { operations: ['delete', 'add'], types: ['user', 'group'], query: query('bo') }),
    ).toEqual([0, 1]);
  });

  test('looks only at the rows it is given', () => {
    const table = tableOf([exportRow(), exportRow(), exportRow()]);
    expect(Array.from(filterRows(table, NOTHING_ASKED, Int32Array.of(0, 2)))).toEqual([0, 2]);
  });
});

describe('the filter in slices', () => {
  test('finds what the filter finds at once, in slices of any size, also while rows come in', () => {
    fc.assert(
      fc.property(
        fc.array(anyRows, { maxLength: 4 }),
        anyCriteria,
        fc.integer({ min: 1, max: 40 }),
        (batches, criteria, budget) => {
          const table = tableOf([]);
          const filter = new RowFilter(table, criteria);
          for (const rows of batches) {
            table.append(0, rows);
            filter.advance(budget);
          }
          while (!filter.done) filter.advance(budget);
          expect(Array.from(filter.rows)).toEqual(Array.from(filterRows(table, criteria)));
        },
      ),
    );
  });

  test('looks at no more rows than its budget', () => {
    const filter = new RowFilter(tableOf([exportRow(), exportRow(), exportRow()]), NOTHING_ASKED);
    expect(filter.advance(2)).toBe(false);
    expect(Array.from(filter.rows)).toEqual([0, 1]);
    expect(filter.advance(2)).toBe(true);
    expect(Array.from(filter.rows)).toEqual([0, 1, 2]);
  });

  test('is not done any more when rows were appended, and takes up those alone', () => {
    const table = tableOf([exportRow()]);
    const filter = new RowFilter(table, NOTHING_ASKED);
    filter.advance(9);
    const before = filter.rows;
    table.append(0, [exportRow()]);
    expect(filter.done).toBe(false);
    expect(filter.advance(1)).toBe(true);
    expect(Array.from(filter.rows)).toEqual([0, 1]);
    expect(Array.from(before)).toEqual([0]);
  });

  test('narrowed at any moment, finds what a filter of all rows finds', () => {
    const chain = fc.subarray(['', 'a', 'ad', 'ada', 'ada type:user', 'ada type:user op:add,delete'], {
      minLength: 2,
    });
    const budgets = fc.array(fc.nat(40), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(anyRows, anyRows, anyCriteria, chain, budgets, (rows, later, criteria, texts, slices) => {
        const table = tableOf(rows);
        const asked = texts.map((text): Criteria => ({ ...criteria, query: query(text) }));
        const filters: RowFilter[] = [];
        for (const [index, next] of asked.entries()) {
          expect(narrowsCriteria(asked[index - 1] ?? next, next)).toBe(true);
          const filter = new RowFilter(table, next, filters[index - 1]);
          filter.advance(slices[index] ?? 0);
          filters.push(filter);
          if (index === 0) table.append(0, later);
        }
        const last = filters.at(-1);
        while (last && !last.done) last.advance(7);
        const whole = asked.at(-1);
        expect(Array.from(last?.rows ?? [])).toEqual(whole ? Array.from(filterRows(table, whole)) : null);
      }),
    );
  });
});

describe('whether a query narrows the one before', () => {
  test.each([
    ['', 'ada'],
    ['a', 'ad'],
    ['ada', 'ADAline'],
    ['ada', 'ada type:user'],
    ['type:user ada', 'ada type:user x'],
    ['upn:co', 'upn:contoso'],
    ['op:delete', 'op:delete changed:>5'],
    ['-type:group', '-type:group a'],
    ['"bo"', '"bo" type:user'],
  ])('from %j to %j', (previous, text) => {
    expect(narrows(previous, text)).toBe(true);
  });

  test.each([
    ['ada', 'ad'],
    ['ada', 'bo'],
    ['-a', '-ad'],
    ['-type:gro', '-type:group'],
    ['type:user', 'type:user,group'],
    ['changed:>5', 'changed:>50'],
    ['changed:<5', 'changed:<50'],
    ['upn', 'upn:x'],
    ['upn:a*', 'upn:a*b'],
    ['', 'state:escrowed'],
    ['state:escrowed', ''],
    ['ada', 'ada "'],
  ])('not from %j to %j', (previous, text) => {
    expect(narrows(previous, text)).toBe(false);
  });

  test('never says so of two queries of which the second finds more', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS), (rows, previous, text) => {
        if (!narrows(previous, text)) return;
        const wide = new Set(found(rows, { query: query(previous) }));
        for (const row of found(rows, { query: query(text) })) expect(wide).toContain(row);
      }),
    );
  });
});
