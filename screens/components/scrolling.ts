/** The first line to show so that `cursor` is seen: `top` as it was where that does, moved as little as needed else. */
export function topFor(cursor: number, top: number, height: number, total: number): number {
  const last = Math.max(0, total - height);
  if (cursor < top) return Math.max(0, Math.min(cursor, last));
  if (cursor >= top + height) return Math.min(cursor - height + 1, last);
  return Math.min(top, last);
}

/** `value`, or the nearest number from 0 to `last`; 0 where `last` is negative. */
export function within(value: number, last: number): number {
  return Math.max(0, Math.min(value, last));
}

export type Move = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

/** Where a cursor or a first line goes, in a list of `total` of which `page` are seen at once. */
export function moved(from: number, move: Move, total: number, page: number): number {
  const step: Readonly<Record<Move, number>> = {
    up: -1,
    down: 1,
    'page-up': -Math.max(1, page - 1),
    'page-down': Math.max(1, page - 1),
    first: -total,
    last: total,
  };
  return within(from + step[move], total - 1);
}
