import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsInSight, layoutColumns } from '../../src/pending-exports/column-layout.ts';
import { COLUMN_IDS, COLUMNS, DEFAULT_COLUMNS, type ShownColumn } from '../../src/pending-exports/columns.ts';

function shown(...ids: readonly ShownColumn['id'][]): ShownColumn[] {
  return ids.map((id) => ({ id, width: null }));
}

function drawn(layout: ReturnType<typeof layoutColumns>): string {
  return layout.columns.map(({ column, width }) => `${column.id} ${width}`).join(', ');
}

const anyColumns: fc.Arbitrary<ShownColumn[]> = fc
  .uniqueArray(fc.constantFrom(...COLUMN_IDS), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .option(fc.integer({ min: 1, max: 60 }), { nil: null })
          .map((width): ShownColumn => ({ id, width })),
      ),
    ),
  );

const anyNeeds = fc.dictionary(fc.constantFrom(...COLUMN_IDS), fc.nat(300));

describe('the layout of columns', () => {
  test('shows all that is chosen at first in 80 cells, each wide enough to read', () => {
    const layout = layoutColumns(DEFAULT_COLUMNS, 78, 4, 0);
    expect(layout.columns.map(({ column }) => column.id)).toEqual(DEFAULT_COLUMNS.map(({ id }) => id));
    for (const { column, width } of layout.columns) expect(width).toBeGreaterThanOrEqual(column.minimum);
    expect(layout).toMatchObject({ before: 0, after: 0 });
  });

  test('never cuts the word delete-add and its mark', () => {
    const operation = layoutColumns(DEFAULT_COLUMNS, 60, 4, 0).columns.find(
      ({ column }) => column.id === 'operation',
    );
    expect(operation?.width).toBeGreaterThanOrEqual('! delete-add'.length);
  });

  test('gives what is left over to the last column of text', () => {
    const layout = layoutColumns(shown('type', 'dn', 'changed'), 100, 0, 0);
    expect(drawn(layout)).toBe('type 8, dn 84, changed 6');
  });

  test('keeps frozen columns in sight while the others scroll, and counts those out of sight', () => {
    const columns = shown('operation', 'name', 'upn', 'dn', 'mail', 'alias');
    const layout = layoutColumns(columns, 60, 2, 1);
    expect(layout.columns.map(({ column }) => column.id)).toEqual(['operation', 'name', 'dn', 'mail']);
    expect(layout).toMatchObject({ firstColumn: 1, before: 1, after: 1 });
  });

  test('does not scroll past what is needed to see the last column', () => {
    const layout = layoutColumns(shown('type', 'alias', 'changed'), 80, 0, 2);
    expect(layout).toMatchObject({ firstColumn: 0, before: 0, after: 0 });
  });

  test('keeps a width that the operator has set, and cuts it only at the edge', () => {
    const columns: ShownColumn[] = [
      { id: 'name', width: 5 },
      { id: 'upn', width: 40 },
      { id: 'dn', width: 60 },
    ];
    expect(drawn(layoutColumns(columns, 80, 0, 0))).toBe('name 5, upn 40, dn 33');
  });

  test('shows something even where frozen columns alone are wider than the line', () => {
    const layout = layoutColumns(shown('dn', 'newDn', 'id', 'upn'), 30, 3, 0);
    expect(layout.columns.map(({ column }) => column.id)).toEqual(['dn', 'upn']);
  });

  test('always fits into the line, shows at least one column, and loses none', () => {
    fc.assert(
      fc.property(
        anyColumns,
        fc.integer({ min: 1, max: 240 }),
        fc.nat(20),
        fc.nat(25),
        anyNeeds,
        (all, width, frozenWish, first, needs) => {
          const kept = all.filter((one) => columnsInSight(all, needs).includes(one));
          const frozenOfAll = Math.min(frozenWish, all.length - 1);
          const frozenKept = kept.filter((one) => all.indexOf(one) < frozenOfAll).length;
          const frozen = frozenKept < kept.length ? frozenKept : 0;
          const columns = kept;
          const layout = layoutColumns(all, width, frozenOfAll, first, needs);
          const cells = layout.columns.reduce((sum, one) => sum + one.width, layout.columns.length - 1);
          expect(cells).toBeLessThanOrEqual(width);
          expect(layout.columns.length).toBeGreaterThan(0);
          for (const one of layout.columns) expect(one.width).toBeGreaterThan(0);
          const scrolling = columns.slice(frozen).map(({ id }) => id);
          const ids = layout.columns.map(({ column }) => column.id);
          const inSight = scrolling.slice(layout.before, scrolling.length - layout.after);
          expect(ids.slice(ids.length - inSight.length)).toEqual(inSight);
          expect(inSight.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('reaches every column by scrolling, one at a time', () => {
    fc.assert(
      fc.property(anyColumns, fc.integer({ min: 30, max: 160 }), (columns, width) => {
        const seen = new Set<string>();
        let layout = layoutColumns(columns, width, 0, 0);
        for (let steps = 0; steps <= columns.length; steps += 1) {
          for (const { column } of layout.columns) seen.add(column.id);
          if (layout.after === 0) break;
          layout = layoutColumns(columns, width, 0, layout.firstColumn + 1);
        }
        expect(layout.after).toBe(0);
        expect(seen.size).toBe(columns.length);
      }),
    );
  });
});

test('frozen columns scroll where every other one has given way, and one shows in the narrowest window', () => {
  const columns = (['attributes', 'review', 'changed'] as const).map((id) => ({ id, width: null }));
  expect(layoutColumns(columns, 1, 2, 0, { changed: 0 }).columns).toHaveLength(1);
});

test('every column has a title that fits, except the one for marks', () => {
  for (const { id, title, minimum, width } of Object.values(COLUMNS)) {
    expect(title === '').toBe(id === 'review');
    expect(title.length).toBeLessThanOrEqual(Math.max(width, minimum));
  }
});
