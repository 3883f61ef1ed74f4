import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_IDS } from '../../src/pending-exports/columns.ts';
import { type Criteria, filterRows } from '../../src/pending-exports/filter-rows.ts';
import { ShownRows } from '../../src/pending-exports/shown-rows.ts';
import { type Sort, sortRows } from '../../src/pending-exports/sort-rows.ts';
import { exportRow } from './cs-object-builder.ts';
import { anyRows, query, tableOf } from './sample-rows.ts';

function asking(text: string, part: Partial<Criteria> = {}): Criteria {
  return { query: query(text), operations: [], types: [], states: 'unapplied', ...part };
}

const BY_NAME: Sort = { column: 'name', direction: 'ascending' };

const anyWish = fc.record({
  criteria: fc
    .record({
      text: fc.constantFrom('', 'a', 'ad', 'ada', 'type:user', 'type:user a', 'changed:>5'),
      states: fc.constantFrom('unapplied' as const, 'all' as const),
      types: fc.subarray(['user', 'group']),
    })
    .map(({ text, ...part }) => asking(text, part)),
  sort: fc.option(
    fc.record({
      column: fc.constantFrom(...COLUMN_IDS),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    { nil: null },
  ),
});

describe('the rows that are shown', () => {
  test('are in the end those that filtering and sorting at once would give, whatever came between', () => {
    const anyStep = fc.oneof(anyWish, anyRows, fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(anyWish, fc.array(anyStep, { maxLength: 12 }), (first, steps) => {
        const table = tableOf([]);
        const shown = new ShownRows(table, first.criteria, first.sort);
        let wish = first;
        for (const step of steps) {
          if (typeof step === 'number') shown.advance(step);
          else if ('criteria' in step) {
            wish = step;
            shown.choose(wish.criteria, wish.sort);
          } else table.append(0, step);
        }
        while (!shown.settled) shown.advance(9);
        const found = filterRows(table, wish.criteria);
        const whole = wish.sort === null ? found : sortRows(table, found, wish.sort);
        expect(Array.from(shown.rows)).toEqual(Array.from(whole));
      }),
    );
  });

  test('come slice by slice in the order of the file', () => {
    const shown = new ShownRows(tableOf([exportRow(), exportRow(), exportRow()]), asking(''), null);
    expect(shown.advance(2)).toBe(false);
    expect(Array.from(shown.rows)).toEqual([0, 1]);
    expect(shown.advance(2)).toBe(true);
    expect(Array.from(shown.rows)).toEqual([0, 1, 2]);
  });

  test('sorted, stay as they were until the next ones are whole', () => {
    const table = tableOf(['c', 'a', 'b'].map((name) => exportRow({ name })));
    const shown = new ShownRows(table, asking(''), BY_NAME);
    shown.advance(9);
    expect(Array.from(shown.rows)).toEqual([1, 2, 0]);
    shown.choose(asking('-name:a'), BY_NAME);
    shown.advance(2);
    expect(Array.from(shown.rows)).toEqual([1, 2, 0]);
    shown.advance(2);
    expect(Array.from(shown.rows)).toEqual([2, 0]);
  });

  test('take in rows that are appended, and say that they are not settled until then', () => {
    const table = tableOf(['c', 'a', 'd', 'e', 'f'].map((name) => exportRow({ name })));
    const shown = new ShownRows(table, asking(''), BY_NAME);
    shown.advance(9);
    const before = shown.rows;
    table.append(0, [exportRow({ name: 'b' })]);
    expect(shown.settled).toBe(false);
    expect(shown.advance(9)).toBe(true);
    expect(Array.from(shown.rows)).toEqual([1, 5, 0, 2, 3, 4]);
    expect(Array.from(before)).toEqual([1, 0, 2, 3, 4]);
  });

  test('give the same list while nothing changes', () => {
    const shown = new ShownRows(tableOf([exportRow()]), asking(''), null);
    shown.advance(9);
    const { rows } = shown;
    shown.choose(asking(''), null);
    shown.advance(9);
    expect(shown.rows).toBe(rows);
  });
});
