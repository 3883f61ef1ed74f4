import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CursorMove,
  keepCursor,
  moveCursor,
  NEW_CURSOR,
  type TableCursor,
  visibleRange,
} from '../../src/pending-exports/table-cursor.ts';

function upTo(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, row) => row);
}

function moved(rows: Int32Array, height: number, ...moves: readonly CursorMove[]): TableCursor {
  return moves.reduce((cursor, move) => moveCursor(cursor, rows, height, move), NEW_CURSOR);
}

const anyMove: fc.Arbitrary<CursorMove> = fc.oneof(
  fc.record({ kind: fc.constantFrom('lines', 'pages', 'half-pages'), by: fc.integer({ min: -5, max: 5 }) }),
  fc.constantFrom({ kind: 'home' as const }, { kind: 'end' as const }),
  fc.record({ kind: fc.constant('to' as const), place: fc.integer({ min: -3, max: 60 }) }),
) as fc.Arbitrary<CursorMove>;

const anyHeight = fc.integer({ min: 1, max: 30 });
const anyList = fc.uniqueArray(fc.nat(50), { maxLength: 50 }).map((rows) => Int32Array.from(rows));

describe('what is in sight', () => {
  test('holds the selected row, lies in the list, and leaves no line empty that could be filled', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: -50, max: 250 }),
        fc.integer({ min: -50, max: 250 }),
        fc.integer({ min: 0, max: 60 }),
        (total, selected, top, height) => {
          const range = visibleRange(total, selected, top, height);
          expect(range.top).toBeGreaterThanOrEqual(0);
          expect(range.top + range.count).toBeLessThanOrEqual(total);
          expect(range.count).toBe(Math.min(total, Math.max(1, height)));
          if (total === 0) return;
          expect(range.selected).toBeGreaterThanOrEqual(range.top);
          expect(range.selected).toBeLessThan(range.top + range.count);
        },
      ),
    );
  });

  test('scrolls no further than it must', () => {
    expect(visibleRange(100, 20, 10, 10)).toMatchObject({ top: 11 });
    expect(visibleRange(100, 15, 10, 10)).toMatchObject({ top: 10 });
    expect(visibleRange(100, 5, 10, 10)).toMatchObject({ top: 5 });
  });
});

describe('moves', () => {
  test('by lines, pages, to both ends, and to a place', () => {
    const rows = upTo(100);
    expect(moved(rows, 10, { kind: 'lines', by: 3 })).toMatchObject({ selected: 3, top: 0, row: 3 });
    expect(moved(rows, 10, { kind: 'lines', by: 3 }, { kind: 'pages', by: 1 })).toMatchObject({
      selected: 13,
      top: 10,
    });
    expect(moved(rows, 10, { kind: 'half-pages', by: 1 })).toMatchObject({ selected: 5, top: 5 });
    expect(moved(rows, 10, { kind: 'end' })).toMatchObject({ selected: 99, top: 90 });
    expect(moved(rows, 10, { kind: 'end' }, { kind: 'home' })).toMatchObject({ selected: 0, top: 0 });
    expect(moved(rows, 10, { kind: 'to', place: 42 })).toMatchObject({ selected: 42, row: 42 });
  });

  test('stop at both ends', () => {
    expect(moved(upTo(3), 10, { kind: 'lines', by: -1 })).toMatchObject({ selected: 0 });
    expect(moved(upTo(3), 10, { kind: 'pages', by: 5 })).toMatchObject({ selected: 2, top: 0 });
    expect(moved(upTo(0), 10, { kind: 'end' })).toMatchObject({ selected: 0, row: null });
  });

  test('in any order keep the selected row in sight', () => {
    fc.assert(
      fc.property(anyList, anyHeight, fc.array(anyMove), (rows, height, moves) => {
        const cursor = moved(rows, height, ...moves);
        const range = visibleRange(rows.length, cursor.selected, cursor.top, height);
        if (moves.length > 0) expect(range).toMatchObject({ selected: cursor.selected, top: cursor.top });
        if (moves.length > 0) expect(cursor.row).toBe(rows[cursor.selected] ?? null);
      }),
    );
  });
});

describe('a list that changes', () => {
  test('keeps the selected row selected, wherever it goes', () => {
    fc.assert(
      fc.property(
        anyList,
        anyList,
        anyHeight,
        fc.array(anyMove, { minLength: 1 }),
        (rows, others, height, moves) => {
          const before = moved(rows, height, ...moves);
          const cursor = keepCursor(before, others, height);
          expect(cursor.row).toBe(others[cursor.selected] ?? null);
          if (before.row !== null && others.includes(before.row)) expect(cursor.row).toBe(before.row);
          const range = visibleRange(others.length, cursor.selected, cursor.top, height);
          expect(range).toMatchObject({ selected: cursor.selected, top: cursor.top });
        },
      ),
    );
  });

  test('keeps the selected row on its line of the screen while rows come in before it', () => {
    const before = moved(
      Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7),
      4,
      { kind: 'to', place: 5 },
      { kind: 'lines', by: -1 },
    );
    const after = keepCursor(before, Int32Array.of(10, 11, 12, 0, 1, 2, 3, 4, 5, 6, 7), 4);
    expect(after.row).toBe(4);
    expect(after.selected - after.top).toBe(before.selected - before.top);
  });

  test('comes back to the row that a filter took away', () => {
    const all = upTo(50);
    const on20 = moved(all, 10, { kind: 'to', place: 20 });
    const away = keepCursor(on20, Int32Array.of(1, 2, 3), 10);
    expect(away.row).toBe(3);
    const none = keepCursor(away, new Int32Array(0), 10);
    expect(none).toMatchObject({ selected: 0, row: null });
    expect(keepCursor(none, all, 10).row).toBe(20);
  });

  test('but not once the operator has gone elsewhere', () => {
    const all = upTo(50);
    const away = keepCursor(moved(all, 10, { kind: 'to', place: 20 }), Int32Array.of(1, 2, 3), 10);
    const elsewhere = moveCursor(away, Int32Array.of(1, 2, 3), 10, { kind: 'lines', by: -1 });
    expect(keepCursor(elsewhere, all, 10).row).toBe(2);
  });

  test('selects the first row when the first rows come', () => {
    expect(keepCursor(NEW_CURSOR, Int32Array.of(7, 8), 10)).toEqual({
      selected: 0,
      top: 0,
      row: 7,
      wanted: 7,
    });
  });

  test('keeps the selected row in sight on a smaller screen', () => {
    const cursor = keepCursor(moved(upTo(50), 20, { kind: 'to', place: 19 }), upTo(50), 5);
    expect(cursor).toMatchObject({ selected: 19, row: 19 });
    expect(cursor.top).toBeGreaterThan(14);
  });
});
