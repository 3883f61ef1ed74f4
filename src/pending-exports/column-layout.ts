import { COLUMNS, type Column, type ShownColumn } from './columns.ts';

/** A column with its place on the screen: `width` cells, and one empty cell before it unless it is the first. */
export interface LaidColumn {
  readonly column: Column;
  readonly width: number;
}

/** Which columns a line of the table shows, from left to right. */
export interface ColumnLayout {
  readonly columns: readonly LaidColumn[];
  /** The first scrolling column that is shown, counted from 0 past the frozen ones: less than asked where all of the rest fits. */
  readonly firstColumn: number;
  /** How many columns are out of sight, to the left and to the right. */
  readonly before: number;
  readonly after: number;
}

interface Placed {
  readonly shown: ShownColumn;
  readonly column: Column;
  width: number;
}

const GAP = 1;

/**
 * Lays columns into `width` cells. The first `frozen` ones always stay; of the others those from `firstColumn` on are
 * shown, as many as fit. What is left over goes to columns whose width the operator has not set: first until each has
 * its own width, then all to the last one that holds text.
 */
export function layoutColumns(
  columns: readonly ShownColumn[],
  width: number,
  frozen: number,
  firstColumn: number,
): ColumnLayout {
  const kept = frozenThatFit(columns.slice(0, frozen), columns.length > frozen, width);
  const scrolling = columns.slice(frozen);
  const room = width - spaceOf(kept);
  const first = Math.max(0, Math.min(firstColumn, firstThatShowsTheEnd(scrolling, room, kept.length > 0)));
  const placed = [...kept, ...placeFrom(scrolling, first, room, kept.length > 0)];
  spread(placed, width);
  const shown = placed.length - kept.length;
  return {
    columns: placed.map(({ column, width: cells }) => ({ column, width: cells })),
    firstColumn: first,
    before: first,
    after: scrolling.length - first - shown,
  };
}

function place(shown: ShownColumn, width: number): Placed {
  return { shown, column: COLUMNS[shown.id], width };
}

/** The least that a column takes; one that the operator has set takes just that. */
function least(shown: ShownColumn): number {
  return shown.width ?? COLUMNS[shown.id].minimum;
}

function spaceOf(placed: readonly Placed[]): number {
  return placed.reduce((sum, { width }, index) => sum + width + (index > 0 ? GAP : 0), 0);
}

/** Frozen columns leave room for one that scrolls: else whoever freezes too many could see nothing else. */
function frozenThatFit(frozen: readonly ShownColumn[], moreFollow: boolean, width: number): Placed[] {
  const reserved = moreFollow ? 12 + GAP : 0;
  const kept: Placed[] = [];
  for (const shown of frozen) {
    const placed = place(shown, least(shown));
    if (spaceOf([...kept, placed]) > width - reserved) break;
    kept.push(placed);
  }
  return kept;
}

function placeFrom(
  columns: readonly ShownColumn[],
  first: number,
  room: number,
  afterOthers: boolean,
): Placed[] {
  const placed: Placed[] = [];
  let left = room;
  for (const shown of columns.slice(first)) {
    const free = left - (afterOthers || placed.length > 0 ? GAP : 0);
    const smallest = Math.min(least(shown), COLUMNS[shown.id].minimum);
    // The first is shown in whatever room there is: a table without a column helps nobody.
    if (free < smallest && (placed.length > 0 || free < 1)) break;
    const width = Math.min(least(shown), free);
    placed.push(place(shown, width));
    left = free - width;
  }
  return placed;
}

function firstThatShowsTheEnd(columns: readonly ShownColumn[], room: number, afterOthers: boolean): number {
  let first = Math.max(0, columns.length - 1);
  while (first > 0) {
    const placed = placeFrom(columns, first - 1, room, afterOthers);
    const whole = placed.every(({ shown, width }) => width >= least(shown));
    if (!whole || placed.length < columns.length - first + 1) break;
    first -= 1;
  }
  return first;
}

/** Gives what is left over to the columns without a width of their own. */
function spread(placed: readonly Placed[], width: number): void {
  const flexible = placed.filter(({ shown }) => shown.width === null);
  let left = width - spaceOf(placed);
  while (left > 0) {
    const growing = flexible.filter((one) => one.width < one.column.width);
    if (growing.length === 0) break;
    for (const one of growing.slice(0, left)) one.width += 1;
    left -= growing.length;
  }
  const last = flexible.findLast(({ column }) => column.align === 'left' && column.width > 1);
  if (left > 0 && last) last.width += left;
}
