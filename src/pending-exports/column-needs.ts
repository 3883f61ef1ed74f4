import type { ColumnId } from './columns.ts';
import type { ExportTable } from './export-table.ts';

/**
 * How many cells the longest text of a column takes in the rows that are shown: 0 where none of them says anything
 * there. A column that is not named here is as wide as it likes.
 */
export type ColumnNeeds = Readonly<Partial<Record<ColumnId, number>>>;

/** What they need of no rows: nothing is known but that nothing marks a row yet. */
export const NO_ROWS_NEED: ColumnNeeds = { review: 0 };

const MARK_AND_SPACE = 2;

/** What the columns need for these rows: all of them, since what is in sight changes at every step and widths must not. */
export function columnNeeds(table: ExportTable, rows: Int32Array): ColumnNeeds {
  if (rows.length === 0) return NO_ROWS_NEED;
  const digits = longest(rows, table.cells('changed'));
  const counted = rows.some((row) => table.number('changed', row) > 0);
  return {
    ...NO_ROWS_NEED,
    operation: longest(rows, table.cells('operation')) + MARK_AND_SPACE,
    type: longest(rows, table.cells('type')),
    name: longest(rows, table.cells('name')),
    upn: longest(rows, table.cells('upn')),
    attributes: longest(rows, table.cells('attributes')),
    // With a comma after each three digits.
    changed: counted ? digits + Math.floor((digits - 1) / 3) : 0,
  };
}

/** What the columns need for the rows of both. */
export function bothNeeds(one: ColumnNeeds, other: ColumnNeeds): ColumnNeeds {
  const needs: Partial<Record<ColumnId, number>> = { ...one };
  for (const [id, cells] of Object.entries(other) as [ColumnId, number][]) {
    needs[id] = Math.max(needs[id] ?? 0, cells);
  }
  return needs;
}

function longest(rows: Int32Array, cells: Uint8Array): number {
  let most = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const needed = cells[rows[at] ?? 0] ?? 0;
    if (needed > most) most = needed;
  }
  return most;
}
