import { type ColumnId, DEFAULT_COLUMNS, type ShownColumn } from './columns.ts';
import type { Operation } from './export-row.ts';
import type { Criteria, ShownStates } from './filter-rows.ts';
import { parseQuery, type Query } from './query.ts';
import type { Sort } from './sort-rows.ts';
import { type ColumnAction, changeColumns } from './view-columns.ts';

/** What is typed into the filter's line, and what it means. */
interface FilterText {
  readonly text: string;
  /** Of the text, or where that has a mistake of the last text that had none. */
  readonly query: Query;
  readonly mistake: { readonly at: number; readonly message: string } | null;
}

/** How the table shows what it holds: everything that the operator can change, and undo. */
export interface View {
  readonly filter: FilterText;
  /** None named means every operation. */
  readonly operations: readonly Operation[];
  /** None named means every object type. */
  readonly types: readonly string[];
  readonly states: ShownStates;
  /** null keeps the order of the file. */
  readonly sort: Sort | null;
  /** Those shown, from left to right. */
  readonly columns: readonly ShownColumn[];
  /** How many of the first columns stay when the others scroll. */
  readonly frozen: number;
}

/** A view with its former and its undone ones. */
export interface TableView {
  readonly view: View;
  /** Former views, the last one last. */
  readonly past: readonly View[];
  /** Undone views, the one to redo last. */
  readonly future: readonly View[];
  /** The view as it was when the filter's line was opened; null while it is closed. */
  readonly beforeTyping: View | null;
}

/** What can change of a view in one step. */
export type ViewChange =
  /** Sets the filter at once, without its line. */
  | { readonly kind: 'set-filter'; readonly text: string }
  | { readonly kind: 'toggle-operation'; readonly operation: Operation }
  | { readonly kind: 'toggle-type'; readonly type: string }
  /** Shows the next of `types` alone; after the last all of them. */
  | { readonly kind: 'cycle-type'; readonly types: readonly string[] }
  /** From what waits to what was sent, to both, and back. */
  | { readonly kind: 'cycle-states' }
  | { readonly kind: 'sort'; readonly sort: Sort | null }
  /** Ascending, descending, then the order of the file again. */
  | { readonly kind: 'cycle-sort'; readonly column: ColumnId }
  /** Every row, in the order of the file; columns stay. */
  | { readonly kind: 'show-all' }
  | ColumnAction;

export type ViewAction =
  | ViewChange
  /** Several changes as one step to undo. */
  | { readonly kind: 'several'; readonly changes: readonly ViewChange[] }
  /** The filter's line: everything from `open` to `accept` is one step; `cancel` brings back what was before. */
  | { readonly kind: 'filter-open' }
  | { readonly kind: 'filter-type'; readonly text: string }
  | { readonly kind: 'filter-accept' }
  | { readonly kind: 'filter-cancel' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

function emptyFilter(): FilterText {
  const parsed = parseQuery('');
  return { text: '', query: parsed.ok ? parsed.query : { text: '', terms: [] }, mistake: null };
}

/** The view with which the table begins: what waits, in the order of the file. */
export function newView(): TableView {
  return {
    view: {
      filter: emptyFilter(),
      operations: [],
      types: [],
      states: 'unapplied',
      sort: null,
      columns: DEFAULT_COLUMNS,
      frozen: 4,
    },
    past: [],
    future: [],
    beforeTyping: null,
  };
}

/** What a view asks of a row. */
export function criteriaOf(view: View): Criteria {
  const { filter, operations, types, states } = view;
  return { query: filter.query, operations, types, states };
}

/**
 * The view after one action. An action that changes nothing gives the same object back and is no step to undo.
 * While the filter's line is open only its own actions count.
 */
export function reduceView(table: TableView, action: ViewAction): TableView {
  if (table.beforeTyping !== null) return reduceTyping(table, table.beforeTyping, action);
  switch (action.kind) {
    case 'filter-open':
      return { ...table, beforeTyping: table.view };
    case 'filter-type':
    case 'filter-accept':
    case 'filter-cancel':
      return table;
    case 'undo':
      return undo(table);
    case 'redo':
      return redo(table);
    case 'several':
      return step(table, table.view, action.changes.reduce(changeView, table.view));
    default:
      return step(table, table.view, changeView(table.view, action));
  }
}

function reduceTyping(table: TableView, before: View, action: ViewAction): TableView {
  switch (action.kind) {
    case 'filter-type':
      return { ...table, view: changeView(table.view, { kind: 'set-filter', text: action.text }) };
    case 'filter-accept':
      // A text with a mistake stays open: closed, the line would show what the table does not.
      if (table.view.filter.mistake !== null) return table;
      if (table.view.filter.text === before.filter.text)
        return { ...table, view: before, beforeTyping: null };
      return step({ ...table, beforeTyping: null }, before, table.view);
    case 'filter-cancel':
      return { ...table, view: before, beforeTyping: null };
    default:
      return table;
  }
}

function step(table: TableView, from: View, to: View): TableView {
  if (to === from) return table;
  return { ...table, view: to, past: [...table.past, from], future: [] };
}

function undo(table: TableView): TableView {
  const former = table.past.at(-1);
  if (former === undefined) return table;
  return {
    ...table,
    view: former,
    past: table.past.slice(0, -1),
    future: [...table.future, table.view],
  };
}

function redo(table: TableView): TableView {
  const undone = table.future.at(-1);
  if (undone === undefined) return table;
  return { ...table, view: undone, past: [...table.past, table.view], future: table.future.slice(0, -1) };
}

/** The view after a change; the same object where it changes nothing. */
function changeView(view: View, change: ViewChange): View {
  switch (change.kind) {
    case 'set-filter':
      return withFilter(view, change.text);
    case 'toggle-operation':
      return { ...view, operations: toggled(view.operations, change.operation) };
    case 'toggle-type':
      return { ...view, types: toggled(view.types, change.type) };
    case 'cycle-type':
      return withNextType(view, change.types);
    case 'cycle-states':
      return { ...view, states: nextStates(view.states) };
    case 'sort':
      return withSort(view, change.sort);
    case 'cycle-sort':
      return withSort(view, nextSort(view.sort, change.column));
    case 'show-all':
      return withEverything(view);
    default:
      return changeColumns(view, change);
  }
}

function withFilter(view: View, text: string): View {
  if (text === view.filter.text) return view;
  const parsed = parseQuery(text);
  const filter = parsed.ok
    ? { text, query: parsed.query, mistake: null }
    : { text, query: queryDespite(parsed.mistake.at, text, view.filter.query), mistake: parsed.mistake };
  return { ...view, filter };
}

/**
 * What a text with a mistake at `at` looks for: what was looked for last. But on the way to `op:delete` the word `op`
 * was looked for everywhere, which nobody wants once `op:` is a mistake: what stays then is the words before it.
 */
function queryDespite(at: number, text: string, former: Query): Query {
  const grownIntoIt = former.text.length > at && text.startsWith(former.text);
  const before = grownIntoIt ? parseQuery(text.slice(0, at)) : null;
  return before?.ok ? before.query : former;
}

function toggled<T>(chosen: readonly T[], one: T): readonly T[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}

function withNextType(view: View, all: readonly string[]): View {
  const last = view.types.at(-1);
  const next = all[last === undefined ? 0 : all.indexOf(last) + 1];
  const types = next === undefined || (last !== undefined && !all.includes(last)) ? [] : [next];
  return types.length === 0 && view.types.length === 0 ? view : { ...view, types };
}

function nextStates(states: ShownStates): ShownStates {
  switch (states) {
    case 'unapplied':
      return 'sent';
    case 'sent':
      return 'all';
    case 'all':
      return 'unapplied';
    default:
      return states satisfies never;
  }
}

function nextSort(sort: Sort | null, column: ColumnId): Sort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

function withSort(view: View, sort: Sort | null): View {
  const same = sort?.column === view.sort?.column && sort?.direction === view.sort?.direction;
  return same ? view : { ...view, sort };
}

function withEverything(view: View): View {
  const plain =
    view.filter.text === '' &&
    view.operations.length === 0 &&
    view.types.length === 0 &&
    view.states === 'unapplied' &&
    view.sort === null;
  if (plain) return view;
  const { columns, frozen } = view;
  return { ...newView().view, columns, frozen };
}
