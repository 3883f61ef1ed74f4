import type { ColumnId } from '../../src/pending-exports/columns.ts';
import type { ExportTable } from '../../src/pending-exports/export-table.ts';
import { sortRows } from '../../src/pending-exports/sort-rows.ts';
import type { Bench } from './report.ts';
import { median } from './result.ts';

// A text that differs in each row, one that many share, one of a few, and a number.
const COLUMNS: readonly ColumnId[] = ['dn', 'name', 'upn', 'type', 'changed'];

/** The sort of all rows by the column that takes longest, beside the sort of a plain list of those texts. */
export function measureSort({ report, rounds }: Bench, table: ExportTable, most: number | null): void {
  const all = Int32Array.from({ length: table.size }, (_, row) => row);
  const times = COLUMNS.map((column) => {
    const texts = Array.from(all, (row) => table.text(column, row));
    const own: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      own.push(timeOf(() => sortRows(table, all, { column, direction: 'ascending' })));
      plain.push(timeOf(() => [...texts].sort()));
    }
    return { column, own: median(own), plain: median(plain) };
  });
  const slowest = times.reduce((one, other) => (other.own > one.own ? other : one));
  report.add({
    measure: `sort of ${table.size.toLocaleString('en-US')} rows by ${slowest.column}, ms`,
    ours: slowest.own,
    peer: { name: 'sort of a list', figure: slowest.plain },
    better: 'less',
    target: most === null ? null : { of: 'ours', most },
  });
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
