import { expect, test } from 'vitest';
import {
  isTyping,
  NEW_PLACE,
  newTableState,
  reduceTable,
  type TableAction,
  type TableState,
} from '../../../screens/verify/table-state.ts';
import type { ColumnNeeds } from '../../../src/pending-exports/column-needs.ts';

const HEIGHT = 10;

function after(actions: readonly TableAction[], state: TableState = newTableState(['a.xml'])): TableState {
  return actions.reduce(reduceTable, state);
}

function rows(
  numbers: readonly number[],
  { needs = {}, settled = true }: { needs?: ColumnNeeds; settled?: boolean } = {},
): TableAction {
  return {
    kind: 'rows',
    rows: Int32Array.from(numbers),
    total: numbers.length,
    settled,
    needs,
    height: HEIGHT,
  };
}

test('the row under the cursor stays under it when other rows are shown', () => {
  const state = after([
    rows([0, 1, 2, 3]),
    { kind: 'move', move: { kind: 'lines', by: 2 }, height: HEIGHT },
    rows([3, 2, 0]),
  ]);
  expect(state.cursor.row).toBe(2);
  expect(state.cursor.selected).toBe(1);
});

test('the marked column goes left and right as far as there are columns', () => {
  expect(after([{ kind: 'mark-column', by: -9 }]).marked).toBe('operation');
  expect(after([{ kind: 'mark-column', by: 9 }]).marked).toBe('changed');
  expect(after([{ kind: 'mark-column', by: 1 }]).marked).toBe('upn');
});

test('where the marked column is hidden, the one that took its place is marked', () => {
  const state = after([{ kind: 'view', action: { kind: 'toggle-column', column: 'name' } }]);
  expect(state.marked).toBe('upn');
  expect(
    after([{ kind: 'view', action: { kind: 'undo' } }], state).view.view.columns.map(({ id }) => id),
  ).toContain('name');
});

test('several changes of the view are one step to undo', () => {
  const state = after([
    {
      kind: 'view',
      action: {
        kind: 'several',
        changes: [
          { kind: 'toggle-operation', operation: 'add' },
          { kind: 'toggle-operation', operation: 'delete' },
        ],
      },
    },
  ]);
  expect(state.view.view.operations).toEqual(['add', 'delete']);
  const undone = after([{ kind: 'view', action: { kind: 'undo' } }], state);
  expect(undone.view.view.operations).toEqual([]);
  expect(undone.view.past).toHaveLength(0);
  expect(after([{ kind: 'view', action: { kind: 'redo' } }], undone).view.view.operations).toEqual([
    'add',
    'delete',
  ]);
});

test('a filter that is kept is the one that the next match looks for; one that is cancelled is not', () => {
  const type = (text: string): TableAction[] => [
    { kind: 'view', action: { kind: 'filter-open' } },
    { kind: 'view', action: { kind: 'filter-type', text } },
  ];
  const typing = after(type('anna'));
  expect(isTyping(typing)).toBe(true);
  const kept = after([{ kind: 'view', action: { kind: 'filter-accept' } }], typing);
  expect(kept.lastQuery?.text).toBe('anna');
  expect(isTyping(kept)).toBe(false);
  const cancelled = after([...type('bob'), { kind: 'view', action: { kind: 'filter-cancel' } }], kept);
  expect(cancelled.view.view.filter.text).toBe('anna');
  expect(cancelled.lastQuery?.text).toBe('anna');
});

test('loading again keeps the view and forgets rows, places and faults', () => {
  const state = after([
    rows([0, 1]),
    { kind: 'view', action: { kind: 'cycle-sort', column: 'name' } },
    { kind: 'object-place', row: 1, place: { ...NEW_PLACE, cursor: 7 } },
    { kind: 'stopping' },
    { kind: 'load-again', files: ['a.xml'] },
  ]);
  expect(state.view.view.sort).toEqual({ column: 'name', direction: 'ascending' });
  expect(state.rows).toHaveLength(0);
  expect(state.places.size).toBe(0);
  expect(state.stopping).toBe(false);
});

test('help closes to what it was opened over', () => {
  const state = after([
    { kind: 'open-object', row: 4 },
    { kind: 'open-help', scope: 'object' },
    { kind: 'close' },
  ]);
  expect(state.pane).toEqual({ kind: 'object', row: 4 });
});

test('another path takes the refusal of the former away, so that nothing is written over by it', () => {
  const refused = after([
    { kind: 'open-export', path: 'a.csv' },
    { kind: 'export-writing' },
    { kind: 'export-refused', outcome: { ok: false, said: 'a.csv is there already.', exists: true } },
  ]);
  expect(refused.pane).toMatchObject({ refused: { exists: true }, writing: false });
  const typed = after([{ kind: 'export-path', path: 'b.csv' }], refused);
  expect(typed.pane).toMatchObject({ refused: null, path: 'b.csv' });
});

test('a column in which no row says anything is not marked: the one beside it is', () => {
  const deletes = rows([0, 1], { needs: { review: 0, attributes: 0, changed: 0 } });
  expect(after([{ kind: 'mark-column', by: -9 }, deletes]).marked).toBe('operation');
  expect(after([{ kind: 'mark-column', by: 9 }, deletes]).marked).toBe('upn');
  expect(after([deletes, { kind: 'mark-column', by: 9 }]).marked).toBe('upn');
  expect(after([deletes, { kind: 'mark-column', by: -9 }]).marked).toBe('operation');
});

test('while rows are still being found, columns grow and do not shrink', () => {
  const found = after([
    rows([0, 1], { needs: { name: 20, upn: 5 } }),
    rows([0], { needs: { name: 8, upn: 9 }, settled: false }),
  ]);
  expect(found.needs).toEqual({ name: 20, upn: 9 });
  expect(after([rows([0], { needs: { name: 8, upn: 9 } })], found).needs).toEqual({ name: 8, upn: 9 });
});
