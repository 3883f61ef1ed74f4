import type { ColumnNeeds } from './column-needs.ts';
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

/** A column with the widths that it can have. */
interface Sized {
  readonly column: Column;
  /** True where the operator has set the width. */
  readonly set: boolean;
  /** What it takes at least, where it is not cut at the edge. */
  readonly least: number;
  /** What it takes where there is room. */
  readonly wanted: number;
}

interface Placed extends Sized {
  width: number;
}

const GAP = 1;
/** What a column takes of its own accord at most, however long the longest text in it. */
const WIDEST = 40;

/**
 * The columns that take room. One in which none of the rows says anything gives way, unless the operator has set its
 * width; where all of them would, all stay.
 */
export function columnsInSight(columns: readonly ShownColumn[], needs: ColumnNeeds): readonly ShownColumn[] {
  const saying = columns.filter(
    ({ id, width }) => width !== null || needs[id] !== 0 || !COLUMNS[id].givesWay,
  );
  return saying.length > 0 ? saying : columns;
}

/**
 * Lays columns into `width` cells. The first `frozen` ones always stay; of the others those from `firstColumn` on are
 * shown, as many as fit. A column takes what the rows need, as far as that is known; one that they need not at all
 * gives way. What is left over goes to columns whose width the operator has not set: first until each has what it
 * wants, then all to the last one that holds text.
 */
export function layoutColumns(
  columns: readonly ShownColumn[],
  width: number,
  frozen: number,
  firstColumn: number,
  needs: ColumnNeeds = {},
): ColumnLayout {
  const inSight = columnsInSight(columns, needs);
  const frozenInSight = columns.slice(0, frozen).filter((shown) => inSight.includes(shown)).length;
  // Where those that would scroll have all given way, nothing needs to stay.
  const staying = frozenInSight < inSight.length ? frozenInSight : 0;
  const sized = inSight.map((shown) => sizedColumn(shown, needs));
  const scrolling = sized.slice(staying);
  const kept = frozenThatFit(sized.slice(0, staying), scrolling.length > 0, width);
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

function sizedColumn({ id, width }: ShownColumn, needs: ColumnNeeds): Sized {
  const column = COLUMNS[id];
  const needed = needs[id];
  if (width !== null) return { column, set: true, least: width, wanted: width };
  if (needed === undefined) return { column, set: false, least: column.minimum, wanted: column.width };
  const wanted = Math.max(column.title.length, Math.min(needed, WIDEST));
  return { column, set: false, least: column.whole ? wanted : Math.min(column.minimum, wanted), wanted };
}

function spaceOf(placed: readonly Placed[]): number {
  return placed.reduce((sum, { width }, index) => sum + width + (index > 0 ? GAP : 0), 0);
}

/** Frozen columns leave room for one that scrolls: else whoever freezes too many could see nothing else. */
function frozenThatFit(frozen: readonly Sized[], moreFollow: boolean, width: number): Placed[] {
  const reserved = moreFollow ? 12 + GAP : 0;
  const kept: Placed[] = [];
  for (const sized of frozen) {
    const placed = { ...sized, width: sized.least };
    if (spaceOf([...kept, placed]) > width - reserved) break;
    kept.push(placed);
  }
  return kept;
}

function placeFrom(columns: readonly Sized[], first: number, room: number, afterOthers: boolean): Placed[] {
  const placed: Placed[] = [];
  let left = room;
  for (const sized of columns.slice(first)) {
    const free = left - (afterOthers || placed.length > 0 ? GAP : 0);
    const smallest = Math.min(sized.least, sized.column.minimum);
    // The first is shown in whatever room there is: a table without a column helps nobody.
    if (free < smallest && (placed.length > 0 || free < 1)) break;
    const width = Math.min(sized.least, free);
    placed.push({ ...sized, width });
    left = free - width;
  }
  return placed;
}

function firstThatShowsTheEnd(columns: readonly Sized[], room: number, afterOthers: boolean): number {
  let first = Math.max(0, columns.length - 1);
  while (first > 0) {
    const placed = placeFrom(columns, first - 1, room, afterOthers);
    const whole = placed.every(({ width, least }) => width >= least);
    if (!whole || placed.length < columns.length - first + 1) break;
    first -= 1;
  }
  return first;
}

/** Gives what is left over to the columns without a width of their own. */
function spread(placed: readonly Placed[], width: number): void {
  const flexible = placed.filter(({ set }) => !set);
  let left = width - spaceOf(placed);
  while (left > 0) {
    const growing = flexible.filter((one) => one.width < one.wanted);
    if (growing.length === 0) break;
    for (const one of growing.slice(0, left)) one.width += 1;
    left -= growing.length;
  }
  const last = flexible.findLast(({ column }) => column.align === 'left' && column.width > 1);
  if (left > 0 && last) last.width += left;
}
