import { columnsInSight } from '../../src/pending-exports/column-layout.ts';
import type { ColumnNeeds } from '../../src/pending-exports/column-needs.ts';
import { COLUMN_IDS, COLUMNS, type ColumnId } from '../../src/pending-exports/columns.ts';
import type { View } from '../../src/pending-exports/table-view.ts';

/** One column as the columns pane lists it. */
export interface ListedColumn {
  readonly id: ColumnId;
  readonly title: string;
  readonly shown: boolean;
  readonly frozen: boolean;
  /** True where it gives way: it is shown, and no row in the table says anything in it. */
  readonly empty: boolean;
  /** Cells that the operator has set; null leaves them to the layout. */
  readonly width: number | null;
}

/** Every column: the shown ones as they stand, then the hidden ones. */
export function listColumns(view: View, needs: ColumnNeeds = {}): readonly ListedColumn[] {
  const inSight = columnsInSight(view.columns, needs);
  const shown = view.columns.map((column, index) => ({
    id: column.id,
    title: columnName(column.id),
    shown: true,
    frozen: index < view.frozen,
    empty: !inSight.includes(column),
    width: column.width,
  }));
  const hidden = COLUMN_IDS.filter((id) => view.columns.every((one) => one.id !== id)).map((id) => ({
    id,
    title: columnName(id),
    shown: false,
    frozen: false,
    empty: false,
    width: null,
  }));
  return [...shown, ...hidden];
}

/** What a column is called where its title is too narrow for a word. */
export function columnName(id: ColumnId): string {
  return COLUMNS[id].title || (id === 'review' ? 'Review mark' : id);
}
