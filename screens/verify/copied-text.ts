import type { ColumnId } from '../../src/pending-exports/columns.ts';
import type { ExportTable } from '../../src/pending-exports/export-table.ts';
import type { View } from '../../src/pending-exports/table-view.ts';

/** The shown cells of a row with a tab between them, on one line: a spreadsheet takes it as a row. */
export function copiedRow(table: ExportTable, view: View, row: number): string {
  return view.columns
    .filter(({ id }) => id !== 'review')
    .map(({ id }) => copiedCell(table, id, row).replace(/[\t\r\n]+/g, ' '))
    .join('\t');
}

/** A cell as the input has it. */
export function copiedCell(table: ExportTable, column: ColumnId, row: number): string {
  return table.text(column, row);
}
