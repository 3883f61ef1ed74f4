import { expect, test } from 'vitest';
import { bindingsFor } from '../../../screens/keys.ts';
import { layoutFor } from '../../../screens/verify/rows-pane.tsx';
import {
  columnsIntent,
  type Intent,
  type KeyContext,
  tableIntent,
} from '../../../screens/verify/table-keys.ts';
import { newTableState, reduceTable, type TableState } from '../../../screens/verify/table-state.ts';

function contextOf(state: TableState): KeyContext {
  return {
    state,
    height: 10,
    layout: layoutFor(state.view.view, state.marked, 80, state.needs),
    types: () => ['user', 'group'],
  };
}

function isChange(intent: Intent | null): intent is Exclude<Intent, { kind: 'effect' }> {
  return intent !== null && intent.kind !== 'effect';
}

/** The state after keys of the table, by the ids of their bindings. */
function pressed(ids: readonly string[], state = newTableState(['a.xml'])): TableState {
  return ids.reduce((now, id) => {
    const intent = tableIntent(id, contextOf(now));
    return isChange(intent) ? reduceTable(now, intent) : now;
  }, state);
}

/** The state after keys of the columns pane. */
function arranged(ids: readonly string[], state = pressed(['table.columns'])): TableState {
  return ids.reduce((now, id) => {
    if (now.pane.kind !== 'columns') throw new Error('The columns pane is closed.');
    return columnsIntent(id, now.pane.at, contextOf(now)).reduce(reduceTable, now);
  }, state);
}

const shown = (state: TableState): string[] => state.view.view.columns.map(({ id }) => id);

test('every key of the table and of the columns pane does something', () => {
  const state = reduceTable(newTableState(['a.xml']), {
    kind: 'rows',
    rows: Int32Array.of(0),
    total: 1,
    settled: true,
    needs: {},
    height: 10,
  });
  const idle = (id: string): boolean => tableIntent(id, contextOf(state)) === null;
  const table = bindingsFor('table').map(({ id }) => id);
  expect(table.filter(idle)).toEqual(['everywhere.quit']);
  const columns = bindingsFor('columns').map(({ id }) => id);
  const nothing = (id: string): boolean => columnsIntent(id, 3, contextOf(state)).length === 0;
  expect(columns.filter(nothing)).toEqual(['everywhere.quit']);
});

test('a quick filter shows its operation alone, and all again', () => {
  const deletes = pressed(['table.only-adds', 'table.only-deletes']);
  expect(deletes.view.view.operations).toEqual(['delete']);
  expect(pressed(['table.only-deletes'], deletes).view.view.operations).toEqual([]);
  expect(pressed(['table.undo'], deletes).view.view.operations).toEqual(['add']);
});

test('others are what is neither add, update, rename nor delete', () => {
  expect(pressed(['table.only-others']).view.view.operations).toEqual([
    'delete-add',
    'replace',
    'obsolete',
    'other',
  ]);
});

test('types come one after the other, then all', () => {
  expect(pressed(['table.next-type']).view.view.types).toEqual(['user']);
  expect(pressed(['table.next-type', 'table.next-type']).view.view.types).toEqual(['group']);
  expect(pressed(['table.next-type', 'table.only-adds', 'table.all-operations']).view.view).toMatchObject({
    types: [],
    operations: [],
  });
});

test('the marked column is sorted up, down, and not at all', () => {
  expect(pressed(['table.sort']).view.view.sort).toEqual({ column: 'name', direction: 'ascending' });
  expect(pressed(['table.sort', 'table.sort']).view.view.sort).toEqual({
    column: 'name',
    direction: 'descending',
  });
  expect(pressed(['table.sort', 'table.sort', 'table.sort']).view.view.sort).toBeNull();
  expect(pressed(['table.column-right', 'table.sort', 'table.sort-reverse']).view.view.sort).toEqual({
    column: 'upn',
    direction: 'descending',
  });
});

test('the marked column is made wider, narrower, hidden and kept in place', () => {
  const column = (state: TableState) => state.view.view.columns.find(({ id }) => id === 'name');
  const before = layoutFor(
    newTableState(['a.xml']).view.view,
    'name',
    80,
    newTableState(['a.xml']).needs,
  ).columns.find((laid) => laid.column.id === 'name');
  const wider = pressed(['table.widen']);
  expect(column(wider)?.width).toBe((before?.width ?? 0) + 4);
  expect(column(pressed(['table.narrow', 'table.narrow'], wider))?.width).toBe((before?.width ?? 0) - 4);
  expect(shown(pressed(['table.hide-column']))).not.toContain('name');
  expect(pressed(['table.freeze']).view.view.frozen).toBe(0);
  expect(pressed(['table.column-right', 'table.freeze']).view.view.frozen).toBe(5);
});

test('in the columns pane a column is moved and stays marked, hidden and shown again', () => {
  const opened = pressed(['table.columns']);
  expect(opened.pane).toEqual({ kind: 'columns', at: 3 });
  const moved = arranged(['columns.earlier'], opened);
  expect(shown(moved).slice(0, 4)).toEqual(['review', 'operation', 'name', 'type']);
  expect(moved.pane).toEqual({ kind: 'columns', at: 2 });
  const hidden = arranged(['columns.toggle'], moved);
  expect(shown(hidden)).not.toContain('name');
  expect(shown(arranged(['columns.undo'], hidden))).toContain('name');
});

test('a column that is hidden can be shown, and cannot be moved', () => {
  const last = arranged(['columns.last']);
  expect(shown(arranged(['columns.earlier'], last))).toEqual(shown(last));
  expect(shown(arranged(['columns.toggle'], last)).at(-1)).toBe('mail');
});

test('the first column cannot be moved past the edge', () => {
  const first = arranged(['columns.first', 'columns.earlier']);
  expect(shown(first)[0]).toBe('review');
  expect(first.pane).toEqual({ kind: 'columns', at: 0 });
});
