import type { ColumnLayout } from '../../src/pending-exports/column-layout.ts';
import { COLUMNS, type ColumnId } from '../../src/pending-exports/columns.ts';
import type { Operation } from '../../src/pending-exports/export-row.ts';
import type { CursorMove } from '../../src/pending-exports/table-cursor.ts';
import { reduceView, type View, type ViewChange } from '../../src/pending-exports/table-view.ts';
import { listColumns } from './column-list.ts';
import type { TableAction, TableState } from './table-state.ts';

/** What a key does that is more than a change of the state: it needs the table's contents, or the world outside. */
export type Effect =
  | 'back'
  | 'load-again'
  | 'copy-cell'
  | 'copy-row'
  | 'copy-dn'
  | 'ask-for-path'
  | 'next-match'
  | 'previous-match';

export type Intent = TableAction | { readonly kind: 'effect'; readonly effect: Effect };

/** What the meaning of a key depends on. */
export interface KeyContext {
  readonly state: TableState;
  /** Rows in sight at once. */
  readonly height: number;
  readonly layout: ColumnLayout;
  /** Object types of the table, the most frequent first. */
  readonly types: () => readonly string[];
}

const WIDER_BY = 4;
const OTHERS: readonly Operation[] = ['delete-add', 'replace', 'obsolete', 'other'];

const MOVES: Readonly<Record<string, CursorMove>> = {
  'table.up': { kind: 'lines', by: -1 },
  'table.down': { kind: 'lines', by: 1 },
  'table.page-up': { kind: 'pages', by: -1 },
  'table.page-down': { kind: 'pages', by: 1 },
  'table.first': { kind: 'home' },
  'table.last': { kind: 'end' },
};

const EFFECTS: Readonly<Record<string, Effect>> = {
  'table.back': 'back',
  'table.reload': 'load-again',
  'table.copy-cell': 'copy-cell',
  'table.copy-row': 'copy-row',
  'table.copy-dn': 'copy-dn',
  'table.export-shown': 'ask-for-path',
  'table.next-match': 'next-match',
  'table.previous-match': 'previous-match',
};

const QUICK_FILTERS: Readonly<Record<string, readonly Operation[]>> = {
  'table.only-adds': ['add'],
  'table.only-updates': ['update'],
  'table.only-renames': ['rename'],
  'table.only-deletes': ['delete'],
  'table.only-others': OTHERS,
};

/** What a key of the table asks for, by its binding's id; null where it asks for nothing here. */
export function tableIntent(id: string, context: KeyContext): Intent | null {
  const { state, height } = context;
  const { view } = state.view;
  const move = MOVES[id];
  if (move !== undefined) return { kind: 'move', move, height };
  const effect = EFFECTS[id];
  if (effect !== undefined) return { kind: 'effect', effect };
  const operations = QUICK_FILTERS[id];
  if (operations !== undefined) return several(only(view, operations));
  switch (id) {
    case 'table.open':
      return state.cursor.row === null ? null : { kind: 'open-object', row: state.cursor.row };
    case 'table.flows':
      return state.cursor.row === null ? null : { kind: 'open-flows', row: state.cursor.row };
    case 'table.filter':
      return { kind: 'view', action: { kind: 'filter-open' } };
    case 'table.clear-filter':
      return { kind: 'view', action: { kind: 'set-filter', text: '' } };
    case 'table.all-operations':
      return several([...cleared(view), ...allTypes(view)]);
    case 'table.next-type':
      return { kind: 'view', action: { kind: 'cycle-type', types: context.types() } };
    case 'table.only-sent':
      return { kind: 'view', action: { kind: 'cycle-states' } };
    case 'table.sort':
      return { kind: 'view', action: { kind: 'cycle-sort', column: state.marked } };
    case 'table.sort-reverse':
      return { kind: 'view', action: { kind: 'sort', sort: reversed(view, state.marked) } };
    case 'table.column-left':
      return { kind: 'mark-column', by: -1 };
    case 'table.column-right':
      return { kind: 'mark-column', by: 1 };
    case 'table.hide-column':
      return { kind: 'view', action: { kind: 'toggle-column', column: state.marked } };
    case 'table.columns':
      return { kind: 'open-columns', at: view.columns.findIndex((shown) => shown.id === state.marked) };
    case 'table.summary':
      return { kind: 'open-counts' };
    case 'everywhere.help':
      return { kind: 'open-help', scope: 'table' };
    default:
      return arrangeIntent(id.replace(/^table\./, ''), state.marked, context);
  }
}

/** What a key of the columns pane asks for: `at` is the marked line of the list. */
export function columnsIntent(id: string, at: number, context: KeyContext): readonly TableAction[] {
  const { view } = context.state.view;
  const list = listColumns(view);
  const column = list[at];
  const to = (place: number): TableAction => ({
    kind: 'open-columns',
    at: Math.max(0, Math.min(place, list.length - 1)),
  });
  if (column === undefined) return id === 'columns.back' ? [{ kind: 'close' }] : [to(at)];
  switch (id) {
    case 'columns.back':
      return [{ kind: 'close' }];
    case 'everywhere.help':
      return [{ kind: 'open-help', scope: 'columns' }];
    case 'columns.up':
      return [to(at - 1)];
    case 'columns.down':
      return [to(at + 1)];
    case 'columns.first':
      return [to(0)];
    case 'columns.last':
      return [to(list.length - 1)];
    case 'columns.toggle':
      return toggleAndFollow(column.id, context.state);
    case 'columns.earlier':
    case 'columns.later': {
      const by = id === 'columns.earlier' ? -1 : 1;
      const place = at + by;
      if (!column.shown || place < 0 || place >= view.columns.length) return [];
      return [{ kind: 'view', action: { kind: 'move-column', column: column.id, by } }, to(place)];
    }
    default: {
      const intent = column.shown
        ? arrangeIntent(id.replace(/^columns\./, ''), column.id, context)
        : undoIntent(id.replace(/^columns\./, ''));
      return intent === null ? [] : [intent];
    }
  }
}

/** A column that is shown or hidden goes to another place of the list: the mark goes with it. */
function toggleAndFollow(column: ColumnId, { view }: TableState): readonly TableAction[] {
  const action: ViewChange = { kind: 'toggle-column', column };
  const at = listColumns(reduceView(view, action).view).findIndex(({ id }) => id === column);
  return [
    { kind: 'view', action },
    { kind: 'open-columns', at },
  ];
}

/** What the table and the columns pane have in common, about one shown column. */
function arrangeIntent(name: string, column: ColumnId, { state, layout }: KeyContext): TableAction | null {
  const { view } = state.view;
  const laid = layout.columns.find((one) => one.column.id === column)?.width;
  const set = view.columns.find((shown) => shown.id === column)?.width;
  const width = set ?? laid ?? COLUMNS[column].width;
  switch (name) {
    case 'widen':
      return { kind: 'view', action: { kind: 'resize-column', column, width: width + WIDER_BY } };
    case 'narrow':
      return { kind: 'view', action: { kind: 'resize-column', column, width: width - WIDER_BY } };
    case 'freeze': {
      const count = view.columns.findIndex((shown) => shown.id === column) + 1;
      return { kind: 'view', action: { kind: 'freeze', count: count === view.frozen ? 0 : count } };
    }
    default:
      return undoIntent(name);
  }
}

function undoIntent(name: string): TableAction | null {
  return name === 'undo' || name === 'redo' ? { kind: 'view', action: { kind: name } } : null;
}

function several(changes: readonly ViewChange[]): TableAction {
  return { kind: 'view', action: { kind: 'several', changes } };
}

/** The changes that leave these operations alone in sight, or all where they were alone already. */
function only(view: View, operations: readonly Operation[]): readonly ViewChange[] {
  const alone =
    view.operations.length === operations.length && operations.every((one) => view.operations.includes(one));
  const wanted = alone ? [] : operations;
  return [...cleared(view), ...wanted.map(toggle)];
}

function cleared(view: View): readonly ViewChange[] {
  return view.operations.map(toggle);
}

function allTypes(view: View): readonly ViewChange[] {
  return view.types.map((type) => ({ kind: 'toggle-type', type }) as const);
}

function toggle(operation: Operation): ViewChange {
  return { kind: 'toggle-operation', operation };
}

function reversed(view: View, marked: ColumnId): View['sort'] {
  if (view.sort === null) return { column: marked, direction: 'descending' };
  const direction = view.sort.direction === 'ascending' ? 'descending' : 'ascending';
  return { column: view.sort.column, direction };
}
