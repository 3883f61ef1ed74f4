/** Which row the operator is on, in a list of row numbers, and what of the list is in sight. */
export interface TableCursor {
  /** The selected place in the list, from 0; 0 where the list is empty. */
  readonly selected: number;
  /** The first place in sight. */
  readonly top: number;
  /** The number of the selected row; null where the list is empty. */
  readonly row: number | null;
  /** The row that the operator went to last: selected again as soon as a filter lets it be shown. */
  readonly wanted: number | null;
}

/** How the operator moves. Lines count down; pages are as high as the table. */
export type CursorMove =
  | { readonly kind: 'lines'; readonly by: number }
  | { readonly kind: 'pages'; readonly by: number }
  | { readonly kind: 'half-pages'; readonly by: number }
  | { readonly kind: 'home' }
  | { readonly kind: 'end' }
  | { readonly kind: 'to'; readonly place: number };

/** The part of a list that is in sight: `count` places from `top`, with `selected` among them. */
export interface VisibleRange {
  readonly selected: number;
  readonly top: number;
  readonly count: number;
}

/** The cursor of a list that nobody has moved in. */
export const NEW_CURSOR: TableCursor = { selected: 0, top: 0, row: null, wanted: null };

/**
 * What is in sight of a list of `total` places on `height` lines: as near to `top` as it can be with `selected` in
 * sight, and no line empty while there are places to fill it.
 */
export function visibleRange(total: number, selected: number, top: number, height: number): VisibleRange {
  if (total <= 0) return { selected: 0, top: 0, count: 0 };
  const lines = Math.max(1, height);
  const place = between(selected, 0, total - 1);
  const inSight = between(top, place - lines + 1, place);
  const first = between(inSight, 0, Math.max(0, total - lines));
  return { selected: place, top: first, count: Math.min(lines, total - first) };
}

/** The cursor after a move in `rows`, shown on `height` lines. */
export function moveCursor(
  cursor: TableCursor,
  rows: Int32Array,
  height: number,
  move: CursorMove,
): TableCursor {
  const lines = Math.max(1, height);
  const scrolled = scrolledBy(move, lines);
  const selected = placeAfter(cursor.selected, rows.length, lines, move);
  const range = visibleRange(rows.length, selected, cursor.top + scrolled, height);
  const row = rows[range.selected] ?? null;
  return { selected: range.selected, top: range.top, row, wanted: row };
}

/**
 * The cursor in a list that has changed, or on a screen that has: on the row that the operator went to, else on the
 * row that it was on, else at the same place; on the same line of the screen as far as that can be.
 */
export function keepCursor(cursor: TableCursor, rows: Int32Array, height: number): TableCursor {
  const line = cursor.selected - cursor.top;
  const found = firstFound(rows, [cursor.wanted, cursor.row]);
  const selected = found === -1 ? cursor.selected : found;
  const range = visibleRange(rows.length, selected, selected - line, height);
  const row = rows[range.selected] ?? null;
  return { selected: range.selected, top: range.top, row, wanted: cursor.wanted ?? row };
}

/** A page keeps the cursor on its line of the screen: what is in sight moves with it. */
function scrolledBy(move: CursorMove, lines: number): number {
  switch (move.kind) {
    case 'pages':
      return move.by * lines;
    case 'half-pages':
      return move.by * halfOf(lines);
    default:
      return 0;
  }
}

function placeAfter(selected: number, total: number, lines: number, move: CursorMove): number {
  switch (move.kind) {
    case 'lines':
      return selected + move.by;
    case 'pages':
    case 'half-pages':
      return selected + scrolledBy(move, lines);
    case 'home':
      return 0;
    case 'end':
      return total - 1;
    case 'to':
      return move.place;
    default:
      return move satisfies never;
  }
}

function halfOf(lines: number): number {
  return Math.max(1, Math.floor(lines / 2));
}

function firstFound(rows: Int32Array, wanted: readonly (number | null)[]): number {
  for (const row of wanted) {
    const place = row === null ? -1 : rows.indexOf(row);
    if (place !== -1) return place;
  }
  return -1;
}

function between(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
