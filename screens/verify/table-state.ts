import { columnsInSight } from '../../src/pending-exports/column-layout.ts';
import { bothNeeds, type ColumnNeeds, NO_ROWS_NEED } from '../../src/pending-exports/column-needs.ts';
import type { ColumnId } from '../../src/pending-exports/columns.ts';
import type { LoadEvent } from '../../src/pending-exports/load-event.ts';
import type { Query } from '../../src/pending-exports/query.ts';
import {
  type CursorMove,
  keepCursor,
  moveCursor,
  NEW_CURSOR,
  type TableCursor,
} from '../../src/pending-exports/table-cursor.ts';
import {
  newView,
  reduceView,
  type TableView,
  type ViewAction,
} from '../../src/pending-exports/table-view.ts';
import type { Outcome } from '../services.ts';
import { type LoadState, newLoad, reduceLoad } from './load-state.ts';
import { afterPaneAction, type Pane, type PaneAction } from './table-pane.ts';

/** Where the operator was in an object, to find it so when it is opened again. */
export interface ObjectPlace {
  readonly cursor: number;
  readonly top: number;
  /** Long and binary values whole. */
  readonly whole: boolean;
  /** Unchanged values too. */
  readonly expanded: boolean;
}

/** The place in an object that was not opened before. */
export const NEW_PLACE: ObjectPlace = { cursor: 0, top: 0, whole: false, expanded: false };

/** Everything that the table screen shows, but for the rows' contents: those stand in the table itself. */
export interface TableState {
  readonly load: LoadState;
  /** True once the operator has asked for the end of the load. */
  readonly stopping: boolean;
  readonly view: TableView;
  /** Numbers of the rows shown, in their order. */
  readonly rows: Int32Array;
  /** How many rows the table has, shown or not. */
  readonly total: number;
  /** False while `rows` is still being found. */
  readonly settled: boolean;
  /** What the columns need for `rows`. */
  readonly needs: ColumnNeeds;
  readonly cursor: TableCursor;
  /** The column that sorting, copying and arranging are about. */
  readonly marked: ColumnId;
  readonly pane: Pane;
  /** What came of the last thing tried; gone with the next key. */
  readonly said: Outcome | null;
  /** The last filter that was kept, for the next and previous match. */
  readonly lastQuery: Query | null;
  /** By row number. */
  readonly places: ReadonlyMap<number, ObjectPlace>;
}

export type TableAction =
  | { readonly kind: 'load'; readonly event: LoadEvent }
  | { readonly kind: 'load-again'; readonly files: readonly string[] }
  | { readonly kind: 'stopping' }
  | {
      readonly kind: 'rows';
      readonly rows: Int32Array;
      readonly total: number;
      readonly settled: boolean;
      readonly needs: ColumnNeeds;
      readonly height: number;
    }
  | { readonly kind: 'move'; readonly move: CursorMove; readonly height: number }
  | { readonly kind: 'mark-column'; readonly by: number }
  | { readonly kind: 'view'; readonly action: ViewAction }
  | { readonly kind: 'said'; readonly outcome: Outcome | null }
  | { readonly kind: 'object-place'; readonly row: number; readonly place: ObjectPlace }
  | PaneAction;

/** The state before the first event of the load. */
export function newTableState(files: readonly string[]): TableState {
  return {
    load: newLoad(files),
    stopping: false,
    view: newView(),
    rows: new Int32Array(0),
    total: 0,
    settled: true,
    needs: NO_ROWS_NEED,
    cursor: NEW_CURSOR,
    marked: 'name',
    pane: { kind: 'rows' },
    said: null,
    lastQuery: null,
    places: new Map(),
  };
}

/** The state after one action. */
export function reduceTable(state: TableState, action: TableAction): TableState {
  switch (action.kind) {
    case 'load':
      return { ...state, load: reduceLoad(state.load, action.event) };
    case 'load-again':
      return { ...newTableState(action.files), view: state.view, marked: state.marked };
    case 'stopping':
      return { ...state, stopping: true };
    case 'rows':
      return withRows(state, action);
    case 'move':
      return { ...state, cursor: moveCursor(state.cursor, state.rows, action.height, action.move) };
    case 'mark-column':
      return { ...state, marked: neighbour(state, action.by) };
    case 'view':
      return withView(state, reduceView(state.view, action.action), action.action.kind === 'filter-accept');
    case 'said':
      return { ...state, said: action.outcome };
    case 'object-place':
      return { ...state, places: new Map(state.places).set(action.row, action.place) };
    default:
      return { ...state, pane: afterPaneAction(state.pane, action) };
  }
}

/** True while the operator types into the filter's line. */
export function isTyping(state: TableState): boolean {
  return state.view.beforeTyping !== null;
}

function withRows(state: TableState, news: TableAction & { readonly kind: 'rows' }): TableState {
  const { rows, total, settled, height } = news;
  // Rows that are still being found widen columns and narrow none: widths would go to and fro under the eyes.
  const needs = settled ? news.needs : bothNeeds(state.needs, news.needs);
  const cursor = keepCursor(state.cursor, rows, height);
  return withMark(state, { ...state, rows, total, settled, needs, cursor });
}

/** The column so many places from the marked one, as far as there are columns. */
function neighbour(state: TableState, by: number): ColumnId {
  const columns = columnsInSight(state.view.view.columns, state.needs);
  const at = columns.findIndex(({ id }) => id === state.marked);
  return columns[Math.max(0, Math.min(at + by, columns.length - 1))]?.id ?? state.marked;
}

function withView(state: TableState, view: TableView, kept: boolean): TableState {
  if (view === state.view) return state;
  const { filter } = view.view;
  const closed = kept && view.beforeTyping === null && filter.text !== '';
  return withMark(state, { ...state, view, lastQuery: closed ? filter.query : state.lastQuery });
}

/** Where the marked column is no longer in sight, the one that took its place is marked, else the one before it. */
function withMark(before: TableState, after: TableState): TableState {
  const inSight = columnsInSight(after.view.view.columns, after.needs).map(({ id }) => id);
  if (inSight.includes(after.marked)) return after;
  const former = before.view.view.columns.map(({ id }) => id);
  const at = former.indexOf(before.marked);
  const beside = [...former.slice(at + 1), ...former.slice(0, Math.max(0, at)).reverse(), ...inSight];
  return { ...after, marked: beside.find((id) => inSight.includes(id)) ?? after.marked };
}
