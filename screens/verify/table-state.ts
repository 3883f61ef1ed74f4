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
  type ViewChange,
} from '../../src/pending-exports/table-view.ts';
import type { Outcome } from '../services.ts';
import { type LoadState, newLoad, reduceLoad } from './load-state.ts';
import { afterPaneAction, type Pane, type PaneAction } from './table-pane.ts';
import { withoutUnfinishedField } from './unfinished-field.ts';

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
      readonly height: number;
    }
  | { readonly kind: 'move'; readonly move: CursorMove; readonly height: number }
  | { readonly kind: 'mark-column'; readonly by: number }
  | { readonly kind: 'view'; readonly action: ViewAction }
  /** Several changes of the view as one step to undo. */
  | { readonly kind: 'view-step'; readonly changes: readonly ViewChange[] }
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
      return {
        ...state,
        rows: action.rows,
        total: action.total,
        settled: action.settled,
        cursor: keepCursor(state.cursor, action.rows, action.height),
      };
    case 'move':
      return { ...state, cursor: moveCursor(state.cursor, state.rows, action.height, action.move) };
    case 'mark-column':
      return { ...state, marked: neighbour(state, action.by) };
    case 'view':
      return withView(
        state,
        reduceFilterLine(state.view, action.action),
        action.action.kind === 'filter-accept',
      );
    case 'view-step':
      return withView(state, inOneStep(state.view, action.changes), false);
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

function reduceFilterLine(table: TableView, action: ViewAction): TableView {
  const after = reduceView(table, action);
  if (action.kind !== 'filter-type' || after === table) return after;
  return { ...after, view: { ...after.view, filter: withoutUnfinishedField(after.view.filter) } };
}

/** The column so many places from the marked one, as far as there are columns. */
function neighbour(state: TableState, by: number): ColumnId {
  const { columns } = state.view.view;
  const at = columns.findIndex(({ id }) => id === state.marked);
  return columns[Math.max(0, Math.min(at + by, columns.length - 1))]?.id ?? state.marked;
}

function withView(state: TableState, view: TableView, kept: boolean): TableState {
  if (view === state.view) return state;
  const { columns, filter } = view.view;
  const closed = kept && view.beforeTyping === null && filter.text !== '';
  return {
    ...state,
    view,
    marked: columns.some(({ id }) => id === state.marked) ? state.marked : besideHidden(state, view),
    lastQuery: closed ? filter.query : state.lastQuery,
  };
}

/** Where the marked column was hidden, the one that took its place is marked. */
function besideHidden(state: TableState, view: TableView): ColumnId {
  const at = state.view.view.columns.findIndex(({ id }) => id === state.marked);
  const { columns } = view.view;
  return columns[Math.max(0, Math.min(at, columns.length - 1))]?.id ?? state.marked;
}

function inOneStep(table: TableView, changes: readonly ViewChange[]): TableView {
  const after = changes.reduce(reduceView, table);
  if (after.view === table.view || table.beforeTyping !== null) return table;
  return { ...after, past: [...table.past, table.view], future: [] };
}
