import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_IDS, DEFAULT_COLUMNS } from '../../src/pending-exports/columns.ts';
import {
  criteriaOf,
  newView,
  reduceView,
  type TableView,
  type ViewAction,
  type ViewChange,
} from '../../src/pending-exports/table-view.ts';

function tableAfter(...actions: readonly ViewAction[]): TableView {
  return actions.reduce(reduceView, newView());
}

const column = fc.constantFrom(...COLUMN_IDS);
const anyChange: fc.Arbitrary<ViewChange> = fc.oneof(
  fc.record({ kind: fc.constant('set-filter'), text: fc.constantFrom('', 'ada', 'op:delete', 'op:', '"x') }),
  fc.record({ kind: fc.constant('toggle-operation'), operation: fc.constantFrom('add', 'delete') }),
  fc.record({ kind: fc.constant('toggle-type'), type: fc.constantFrom('user', 'group') }),
  fc.record({ kind: fc.constant('cycle-type'), types: fc.subarray(['user', 'group', 'contact']) }),
  fc.record({ kind: fc.constant('cycle-states') }),
  fc.record({
    kind: fc.constant('sort'),
    sort: fc.option(
      fc.record({ column, direction: fc.constantFrom('ascending' as const, 'descending' as const) }),
      { nil: null },
    ),
  }),
  fc.record({ kind: fc.constant('cycle-sort'), column }),
  fc.record({ kind: fc.constant('show-all') }),
  fc.record({ kind: fc.constant('toggle-column'), column }),
  fc.record({ kind: fc.constant('move-column'), column, by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({
    kind: fc.constant('resize-column'),
    column,
    width: fc.option(fc.integer({ min: -5, max: 300 }), { nil: null }),
  }),
  fc.record({ kind: fc.constant('freeze'), count: fc.integer({ min: -1, max: 9 }) }),
) as fc.Arbitrary<ViewChange>;

const anyAction: fc.Arbitrary<ViewAction> = fc.oneof(
  { weight: 4, arbitrary: anyChange },
  fc.record({ kind: fc.constant('filter-open') }) as fc.Arbitrary<ViewAction>,
  fc.record({
    kind: fc.constant('filter-type'),
    text: fc.constantFrom('', 'a', 'type:user', '"open'),
  }) as fc.Arbitrary<ViewAction>,
  fc.constantFrom<ViewAction>(
    { kind: 'filter-accept' },
    { kind: 'filter-cancel' },
    { kind: 'undo' },
    { kind: 'redo' },
  ),
);

const anyTable = fc.array(anyAction, { maxLength: 25 }).map((actions) => tableAfter(...actions));

describe('undo and redo', () => {
  test('undo after any change gives the former view, and redo brings the change back', () => {
    fc.assert(
      fc.property(anyTable, anyChange, (start, change) => {
        const table = reduceView(start, { kind: 'filter-cancel' });
        const changed = reduceView(table, change);
        if (changed === table) return;
        const undone = reduceView(changed, { kind: 'undo' });
        expect(undone.view).toEqual(table.view);
        expect(reduceView(undone, { kind: 'redo' }).view).toEqual(changed.view);
      }),
    );
  });

  test('undo to the start and redo to the end give the first view and the last', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), (changes) => {
        const end = tableAfter(...changes);
        let table = end;
        while (table.past.length > 0) table = reduceView(table, { kind: 'undo' });
        expect(table.view).toEqual(newView().view);
        while (table.future.length > 0) table = reduceView(table, { kind: 'redo' });
        expect(table.view).toEqual(end.view);
      }),
    );
  });

  test('a change after an undo drops what was undone', () => {
    const table = tableAfter(
      { kind: 'cycle-states' },
      { kind: 'undo' },
      { kind: 'toggle-operation', operation: 'delete' },
    );
    expect(reduceView(table, { kind: 'redo' })).toBe(table);
  });

  test('several changes are one step', () => {
    const table = tableAfter({
      kind: 'several',
      changes: [
        { kind: 'toggle-operation', operation: 'delete' },
        { kind: 'toggle-type', type: 'user' },
      ],
    });
    expect(table.view).toMatchObject({ operations: ['delete'], types: ['user'] });
    expect(reduceView(table, { kind: 'undo' })).toMatchObject({ view: newView().view, past: [] });
  });

  test('what changes nothing is no step', () => {
    const table = tableAfter({ kind: 'set-filter', text: 'ada' });
    const nothing: readonly ViewAction[] = [
      { kind: 'set-filter', text: 'ada' },
      { kind: 'sort', sort: null },
      { kind: 'cycle-type', types: [] },
      { kind: 'move-column', column: 'review', by: -1 },
      { kind: 'move-column', column: 'mail', by: 1 },
      { kind: 'resize-column', column: 'name', width: null },
      { kind: 'freeze', count: 4 },
      { kind: 'several', changes: [] },
      { kind: 'redo' },
    ];
    for (const action of nothing) expect(reduceView(table, action)).toBe(table);
    expect(reduceView(newView(), { kind: 'undo' })).toEqual(newView());
  });
});

describe('the filter line', () => {
  const typed: readonly ViewAction[] = [
    { kind: 'filter-open' },
    { kind: 'filter-type', text: 'a' },
    { kind: 'filter-type', text: 'ad' },
  ];

  test('narrows with every character', () => {
    expect(criteriaOf(tableAfter(...typed).view).query.text).toBe('ad');
  });

  test('is one step to undo, from its opening to Enter', () => {
    const table = tableAfter(
      { kind: 'set-filter', text: 'bo' },
      ...typed,
      { kind: 'filter-accept' },
      { kind: 'undo' },
    );
    expect(table.view.filter.text).toBe('bo');
    expect(reduceView(table, { kind: 'redo' }).view.filter.text).toBe('ad');
  });

  test('brings back what was before on Esc, and leaves no step', () => {
    const before = tableAfter({ kind: 'set-filter', text: 'bo' });
    const table = [...typed, { kind: 'filter-cancel' } as const].reduce(reduceView, before);
    expect(table).toEqual(before);
  });

  test('accepted unchanged is no step', () => {
    const table = tableAfter(
      { kind: 'filter-open' },
      { kind: 'filter-type', text: '' },
      { kind: 'filter-accept' },
    );
    expect(table).toEqual(newView());
  });

  test('keeps the last good query while the text has a mistake, and says where', () => {
    const { filter } = tableAfter(...typed, { kind: 'filter-type', text: 'ad "x' }).view;
    expect(filter.text).toBe('ad "x');
    expect(filter.query.text).toBe('ad');
    expect(filter.mistake?.at).toBe(3);
    expect(filter.mistake?.message).toContain('quotes');
  });

  test('looks for the words before a field that is not finished, not for its beginning as a word', () => {
    const queries = ['zo op', 'zo op:', 'zo op:delet', 'zo op:delete'].map((text) => {
      const typing = ['zo ', 'zo o', 'zo op', 'zo op:', text].map(
        (part): ViewAction => ({ kind: 'filter-type', text: part }),
      );
      return tableAfter({ kind: 'filter-open' }, ...typing).view.filter.query.text;
    });
    expect(queries).toEqual(['zo op', 'zo ', 'zo ', 'zo op:delete']);
  });

  test('keeps what was found while a field before other words is changed', () => {
    const { filter } = tableAfter(
      { kind: 'set-filter', text: 'op:delete zo' },
      { kind: 'filter-open' },
      { kind: 'filter-type', text: 'op:delet zo' },
    ).view;
    expect(filter.mistake?.at).toBe(0);
    expect(filter.query.text).toBe('op:delete zo');
  });

  test('stays open on Enter while the text has a mistake', () => {
    const open = tableAfter(...typed, { kind: 'filter-type', text: 'op:' });
    expect(reduceView(open, { kind: 'filter-accept' })).toBe(open);
    const right = reduceView(open, { kind: 'filter-type', text: 'op:add' });
    expect(reduceView(right, { kind: 'filter-accept' })).toMatchObject({ beforeTyping: null });
  });

  test('while it is open nothing else changes the view', () => {
    const open = tableAfter(...typed);
    for (const action of [{ kind: 'undo' }, { kind: 'cycle-states' }, { kind: 'filter-open' }] as const)
      expect(reduceView(open, action)).toBe(open);
  });

  test('closed, it takes no text', () => {
    expect(tableAfter({ kind: 'filter-type', text: 'a' }, { kind: 'filter-accept' })).toEqual(newView());
  });
});

describe('quick filters and sorting', () => {
  test('toggle one operation, and several beside each other', () => {
    const deletes = tableAfter({ kind: 'toggle-operation', operation: 'delete' });
    expect(criteriaOf(deletes.view).operations).toEqual(['delete']);
    const both = reduceView(deletes, { kind: 'toggle-operation', operation: 'add' });
    expect(criteriaOf(both.view).operations).toEqual(['delete', 'add']);
    const adds = reduceView(both, { kind: 'toggle-operation', operation: 'delete' });
    expect(criteriaOf(adds.view).operations).toEqual(['add']);
  });

  test('go through the types one at a time, and back to all', () => {
    const next: ViewAction = { kind: 'cycle-type', types: ['user', 'group'] };
    expect(tableAfter(next).view.types).toEqual(['user']);
    expect(tableAfter(next, next).view.types).toEqual(['group']);
    expect(tableAfter(next, next, next).view.types).toEqual([]);
  });

  test('show what waits, what was sent, both', () => {
    const next: ViewAction = { kind: 'cycle-states' };
    expect(
      [tableAfter(), tableAfter(next), tableAfter(next, next), tableAfter(next, next, next)].map(
        ({ view }) => view.states,
      ),
    ).toEqual(['unapplied', 'sent', 'all', 'unapplied']);
  });

  test('sort ascending, descending, then in the order of the file', () => {
    const byName: ViewAction = { kind: 'cycle-sort', column: 'name' };
    expect(tableAfter(byName).view.sort).toEqual({ column: 'name', direction: 'ascending' });
    expect(tableAfter(byName, byName).view.sort).toEqual({ column: 'name', direction: 'descending' });
    expect(tableAfter(byName, byName, byName).view.sort).toBeNull();
    expect(tableAfter(byName, { kind: 'cycle-sort', column: 'upn' }).view.sort).toEqual({
      column: 'upn',
      direction: 'ascending',
    });
  });

  test('show all again and keep the columns', () => {
    const { view } = tableAfter(
      { kind: 'toggle-column', column: 'dn' },
      { kind: 'set-filter', text: 'ada' },
      { kind: 'cycle-states' },
      { kind: 'cycle-sort', column: 'name' },
      { kind: 'show-all' },
    );
    expect(view).toEqual(tableAfter({ kind: 'toggle-column', column: 'dn' }).view);
  });
});

describe('columns', () => {
  const ids = (table: TableView) => table.view.columns.map(({ id }) => id);

  test('are hidden, and shown again after the others', () => {
    const hidden = tableAfter({ kind: 'toggle-column', column: 'name' });
    expect(ids(hidden)).not.toContain('name');
    expect(ids(reduceView(hidden, { kind: 'toggle-column', column: 'name' })).at(-1)).toBe('name');
  });

  test('stay frozen but for the one that is hidden', () => {
    expect(tableAfter({ kind: 'toggle-column', column: 'name' }).view.frozen).toBe(3);
    expect(tableAfter({ kind: 'toggle-column', column: 'changed' }).view.frozen).toBe(4);
  });

  test('are moved as far as there are places', () => {
    expect(ids(tableAfter({ kind: 'move-column', column: 'changed', by: -2 }))).toEqual([
      'review',
      'operation',
      'type',
      'name',
      'changed',
      'upn',
      'attributes',
    ]);
    expect(ids(tableAfter({ kind: 'move-column', column: 'review', by: 99 })).at(-1)).toBe('review');
  });

  test('take the width they are given, within what can be read', () => {
    const width = (wanted: number | null) =>
      tableAfter(
        { kind: 'resize-column', column: 'name', width: 40 },
        { kind: 'resize-column', column: 'name', width: wanted },
      ).view.columns.find(({ id }) => id === 'name')?.width;
    expect([width(30), width(0), width(9999), width(null)]).toEqual([30, 3, 200, null]);
  });

  test('whatever is done to them, one stays, none comes twice, and one at least scrolls', () => {
    fc.assert(
      fc.property(anyTable, ({ view }) => {
        expect(view.columns.length).toBeGreaterThan(0);
        expect(new Set(view.columns.map(({ id }) => id)).size).toBe(view.columns.length);
        expect(view.frozen).toBeGreaterThanOrEqual(0);
        expect(view.frozen).toBeLessThan(view.columns.length);
      }),
    );
  });

  test('begin as they are chosen for a small screen', () => {
    expect(newView().view.columns).toEqual(DEFAULT_COLUMNS);
  });
});
