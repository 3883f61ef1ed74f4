import { COLUMNS, type ColumnId, type ShownColumn } from './columns.ts';

/** What the operator can do with columns. */
export type ColumnAction =
  /** Shows a hidden column after all others, or hides a shown one. The last one cannot be hidden. */
  | { readonly kind: 'toggle-column'; readonly column: ColumnId }
  /** Moves a column by so many places, to the right where positive, as far as there are places. */
  | { readonly kind: 'move-column'; readonly column: ColumnId; readonly by: number }
  /** Sets a column's width in cells, within what makes sense; null leaves it to the layout again. */
  | { readonly kind: 'resize-column'; readonly column: ColumnId; readonly width: number | null }
  /** Keeps the first `count` columns in sight when the others scroll. */
  | { readonly kind: 'freeze'; readonly count: number };

/** The part of a view that column actions change. */
interface Columns {
  readonly columns: readonly ShownColumn[];
  readonly frozen: number;
}

/** Wider than this no column tells more: its end is read in the object's own screen. */
const WIDEST = 200;

/** The view after a column action; the same object where it changes nothing. */
export function changeColumns<V extends Columns>(view: V, action: ColumnAction): V {
  switch (action.kind) {
    case 'toggle-column':
      return toggleColumn(view, action.column);
    case 'move-column':
      return moveColumn(view, action.column, action.by);
    case 'resize-column':
      return resizeColumn(view, action.column, action.width);
    case 'freeze':
      return withFrozen(view, between(action.count, 0, view.columns.length - 1));
    default:
      return action satisfies never;
  }
}

function toggleColumn<V extends Columns>(view: V, id: ColumnId): V {
  const place = view.columns.findIndex((shown) => shown.id === id);
  if (place === -1) return { ...view, columns: [...view.columns, { id, width: null }] };
  if (view.columns.length === 1) return view;
  const columns = view.columns.filter((shown) => shown.id !== id);
  const frozen = place < view.frozen ? view.frozen - 1 : view.frozen;
  return withFrozen({ ...view, columns }, Math.min(frozen, columns.length - 1));
}

function moveColumn<V extends Columns>(view: V, id: ColumnId, by: number): V {
  const from = view.columns.findIndex((shown) => shown.id === id);
  const moved = view.columns[from];
  const to = between(from + by, 0, view.columns.length - 1);
  if (moved === undefined || to === from) return view;
  return { ...view, columns: view.columns.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

function resizeColumn<V extends Columns>(view: V, id: ColumnId, wanted: number | null): V {
  const width = wanted === null ? null : between(wanted, Math.min(3, COLUMNS[id].minimum), WIDEST);
  const place = view.columns.findIndex((shown) => shown.id === id);
  if (place === -1 || view.columns[place]?.width === width) return view;
  return { ...view, columns: view.columns.with(place, { id, width }) };
}

function withFrozen<V extends Columns>(view: V, frozen: number): V {
  return frozen === view.frozen ? view : { ...view, frozen };
}

function between(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(Math.trunc(value), lowest), highest);
}
