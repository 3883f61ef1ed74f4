import type { ColumnLayout, LaidColumn } from '../../src/pending-exports/column-layout.ts';
import type { ColumnId } from '../../src/pending-exports/columns.ts';
import type { ExportTable } from '../../src/pending-exports/export-table.ts';
import type { Sort } from '../../src/pending-exports/sort-rows.ts';
import { cellWidth, inCells } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Marks, Meaning, Theme } from '../theme.ts';
import { grouped } from './load-text.ts';

/** A part of a line that is drawn alike. */
export interface Piece {
  readonly text: string;
  readonly meaning: Meaning;
}

/** Cells of the pointer before a row, and of the mark after the columns that says that there are more. */
export const EDGE_CELLS = { left: 2, right: 1 } as const;

/** The mark of an export that was sent already; the operations' own marks stand in the theme. */
export const SENT_MARK = 's';

const OPERATION_MEANING: Readonly<Record<string, Meaning>> = {
  add: 'add',
  update: 'update',
  rename: 'rename',
  delete: 'delete',
  'delete-add': 'delete',
  replace: 'update',
};

/** What an operation is drawn as. */
export function operationMeaning(operation: string): Meaning {
  return OPERATION_MEANING[operation] ?? 'plain';
}

/** What one cell says, as long as it is, safe to print. */
function cellText(table: ExportTable, column: ColumnId, row: number, mark: Marks): string {
  switch (column) {
    case 'operation': {
      const operation = table.operation(row);
      const own = table.state(row) === 'unapplied' ? mark.operation[operation] : SENT_MARK;
      return `${own} ${operation}`;
    }
    case 'changed':
      return grouped(table.number('changed', row));
    default:
      return printable(table.text(column, row));
  }
}

/**
 * One row as pieces of together `width` cells at most: the pointer, then a cell for each column, the operation in its
 * own meaning. The pointed row is one piece, drawn inverse over the whole width.
 */
export function formatRow(
  table: ExportTable,
  row: number,
  layout: ColumnLayout,
  theme: Theme,
  pointed: boolean,
  width: number,
): readonly Piece[] {
  const { mark } = theme;
  const cell = ({ column, width: cells }: LaidColumn): string =>
    inCells(cellText(table, column.id, row, mark), cells, column.align, mark.ellipsis);
  if (pointed) {
    const line = `${inCells(mark.pointer, EDGE_CELLS.left)}${layout.columns.map(cell).join(' ')}`;
    return [{ text: inCells(line, width - EDGE_CELLS.right), meaning: 'selected' }];
  }
  const at = layout.columns.findIndex(({ column }) => column.id === 'operation');
  const operation = layout.columns[at];
  const lead = ' '.repeat(EDGE_CELLS.left);
  const text = (columns: readonly LaidColumn[]): string => columns.map(cell).join(' ');
  if (operation === undefined) return [{ text: (lead + text(layout.columns)).trimEnd(), meaning: 'plain' }];
  const sent = table.state(row) !== 'unapplied';
  const before = text(layout.columns.slice(0, at));
  const after = text(layout.columns.slice(at + 1));
  return [
    { text: lead + (before === '' ? '' : `${before} `), meaning: 'plain' },
    { text: cell(operation), meaning: sent ? 'muted' : operationMeaning(table.operation(row)) },
    { text: ` ${after}`.trimEnd(), meaning: 'plain' },
  ];
}

/** The line of titles: the sort mark beside the sorted one, the marked one inverse, `<` and `>` where there is more. */
export function formatTitles(
  layout: ColumnLayout,
  marked: ColumnId,
  sort: Sort | null,
  mark: Marks,
): readonly Piece[] {
  const pieces: Piece[] = [
    { text: inCells(layout.before > 0 ? '<' : '', EDGE_CELLS.left), meaning: 'heading' },
  ];
  layout.columns.forEach((laid, index) => {
    if (index > 0) pieces.push({ text: ' ', meaning: 'heading' });
    pieces.push({
      text: titleCell(laid, sort, mark),
      meaning: laid.column.id === marked ? 'selected' : 'heading',
    });
  });
  if (layout.after > 0) pieces.push({ text: '>', meaning: 'heading' });
  return pieces;
}

function titleCell({ column, width }: LaidColumn, sort: Sort | null, mark: Marks): string {
  if (sort?.column !== column.id) return inCells(column.title, width, column.align, mark.ellipsis);
  const sign = sort.direction === 'ascending' ? mark.sortUp : mark.sortDown;
  const room = Math.max(0, width - cellWidth(sign));
  // The mark says that the title goes on: an ellipsis as well would leave little of a short one.
  const title = inCells(column.title, Math.min(room, cellWidth(column.title)), 'left', '');
  return inCells(title + sign, width, column.align);
}
