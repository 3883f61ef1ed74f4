import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_IDS, type ColumnId } from '../../src/pending-exports/columns.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { insertSorted, type Sort, sortRows } from '../../src/pending-exports/sort-rows.ts';
import { exportRow } from './cs-object-builder.ts';
import { anyRows, tableOf } from './sample-rows.ts';

const anySort: fc.Arbitrary<Sort> = fc.record({
  column: fc.constantFrom(...COLUMN_IDS),
  direction: fc.constantFrom('ascending', 'descending'),
});

function sorted(rows: readonly ExportRow[], column: ColumnId, direction: Sort['direction']): string[] {
  const table = tableOf(rows);
  return Array.from(sortRows(table, allOf(rows.length), { column, direction }), (row) =>
    table.text(column, row),
  );
}

function allOf(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, row) => row);
}

function named(...names: readonly string[]): ExportRow[] {
  return names.map((name) => exportRow({ name }));
}

describe('sorting', () => {
  test('puts text in the order of its lower case, then of itself, the same in every language', () => {
    expect(sorted(named('bo', 'Ada', 'ada', 'Änne', 'ADA', 'Zoë'), 'name', 'ascending')).toEqual([
      'ADA',
      'Ada',
      'ada',
      'bo',
      'Zoë',
      'Änne',
    ]);
  });

  test('puts rows without a text last in both directions', () => {
    expect(sorted(named('', 'b', 'a', ''), 'name', 'ascending')).toEqual(['a', 'b', '', '']);
    expect(sorted(named('', 'b', 'a', ''), 'name', 'descending')).toEqual(['b', 'a', '', '']);
  });

  test('puts numbers in the order of their values', () => {
    const rows = [9, 100, 20].map((changedValues) => exportRow({ changedValues }));
    expect(sorted(rows, 'changed', 'ascending')).toEqual(['9', '20', '100']);
    expect(sorted(rows, 'changed', 'descending')).toEqual(['100', '20', '9']);
  });

  test('puts the operations that can harm most first', () => {
    const operations = ['add', 'other', 'update', 'obsolete', 'delete-add', 'rename', 'replace', 'delete'];
    const rows = operations.map((operation) => exportRow({ operation } as Partial<ExportRow>));
    expect(sorted(rows, 'operation', 'ascending')).toEqual([
      'delete',
      'delete-add',
      'replace',
      'rename',
      'update',
      'add',
      'obsolete',
      'other',
    ]);
  });

  test('puts states in the order in which an export passes through them', () => {
    const rows = (['unconfirmed', 'unapplied', 'escrowed'] as const).map((state) => exportRow({ state }));
    expect(sorted(rows, 'state', 'ascending')).toEqual(['unapplied', 'escrowed', 'unconfirmed']);
  });

  test('orders texts that begin alike for long, and one that is the beginning of the others', () => {
    const start = 'CN={514635484D4B';
    const rows = [`${start}ZZ}`, `${start}AAAAA9}`, start, `${start}AAAAA1}`].map((dn) => exportRow({ dn }));
    expect(sorted(rows, 'dn', 'ascending')).toEqual([
      start,
      `${start}AAAAA1}`,
      `${start}AAAAA9}`,
      `${start}ZZ}`,
    ]);
  });

  test('keeps rows that are equal in the order in which they came, both ways', () => {
    fc.assert(
      fc.property(anyRows, anySort, (rows, sort) => {
        const table = tableOf(rows);
        const order = Array.from(sortRows(table, allOf(rows.length), sort));
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from(allOf(rows.length)));
        order.slice(1).forEach((row, index) => {
          const before = order[index] ?? 0;
          if (table.text(sort.column, row) === table.text(sort.column, before))
            expect(row).toBeGreaterThan(before);
        });
      }),
    );
  });

  test('descending is ascending turned round, but for equal rows and rows without a text', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...COLUMN_IDS), (rows, column) => {
        const filled = (texts: string[]) => texts.filter((text) => text !== '');
        expect(filled(sorted(rows, column, 'descending'))).toEqual(
          filled(sorted(rows, column, 'ascending')).reverse(),
        );
      }),
    );
  });

  test('puts appended rows where sorting all again would put them', () => {
    fc.assert(
      fc.property(anyRows, anyRows, anySort, (first, second, sort) => {
        const table = tableOf([...first, ...second]);
        const all = allOf(table.size);
        const before = sortRows(table, all.subarray(0, first.length), sort);
        const after = insertSorted(table, before, all.subarray(first.length), sort);
        expect(Array.from(after)).toEqual(Array.from(sortRows(table, all, sort)));
      }),
    );
  });
});
