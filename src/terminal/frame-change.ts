import { BLANK_CELL, BLANK_LINE, type Cell, type FrameLine, frameLine } from './frame-line.ts';
import { afterMove, movedLines, moveSequence, sameLine } from './moved-lines.ts';
import { Pen } from './pen.ts';
import { PLAIN } from './text-style.ts';

/** A whole screen: as many lines as it has rows at most. */
export interface Frame {
  readonly columns: number;
  readonly rows: number;
  readonly lines: readonly FrameLine[];
}

/** Cells that stay between two that change are drawn again where that is shorter than to step over them. */
const WORTH_A_STEP = 6;

/**
 * A frame from its text, lines ended by line feeds, for a screen of this size. What does not fit is left out. Lines
 * that stood in the frame before are taken from there.
 */
export function frameOf(text: string, columns: number, rows: number, before: Frame | null): Frame {
  const known = new Map(
    before?.columns === columns ? before.lines.map((line): [string, FrameLine] => [line.text, line]) : [],
  );
  let style = PLAIN;
  const lines = text
    .split('\n')
    .slice(0, rows)
    .map((one) => {
      const same = known.get(one);
      const line = same?.from === style ? same : frameLine(one, style, columns);
      style = line.to;
      return line;
    });
  return { columns, rows, lines };
}

/**
 * What to send so that a terminal which shows `before` shows `after`: '' where nothing changed. Without a frame before,
 * or after one of another size, all is drawn. Expects, and leaves, the plain style and no scroll region; the cursor is
 * left anywhere. `scrolls` says whether the terminal has a scroll region.
 */
export function frameChange(before: Frame | null, after: Frame, scrolls: boolean): string {
  if (before?.columns !== after.columns || before.rows !== after.rows) {
    return `\x1b[m\x1b[H\x1b[J${changedLines([], after)}`;
  }
  const drawn = changedLines(before.lines, after);
  if (drawn === '' || !scrolls) return drawn;
  const padded = (lines: readonly FrameLine[]): FrameLine[] =>
    Array.from({ length: after.rows }, (_, row) => lines[row] ?? BLANK_LINE);
  const move = movedLines(padded(before.lines), padded(after.lines));
  if (move === null) return drawn;
  const moved = moveSequence(move) + changedLines(afterMove(padded(before.lines), move), after);
  return moved.length < drawn.length ? moved : drawn;
}

function changedLines(before: readonly FrameLine[], { lines, columns, rows }: Frame): string {
  const pen = new Pen(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    const line = lines[row] ?? BLANK_LINE;
    const old = before[row] ?? BLANK_LINE;
    if (!sameLine(old, line)) drawLine(pen, row, old, line);
  }
  return pen.drawn();
}

function drawLine(pen: Pen, row: number, before: FrameLine, after: FrameLine): void {
  if (before.cells === null || after.cells === null) {
    pen.eraseFrom(row, 0);
    if (after.cells === null) pen.raw(after.text, after.from);
    else pen.cells(after.cells, 0, after.cells.length, after.sure < Number.POSITIVE_INFINITY);
    return;
  }
  const changes = changedRuns(before.cells, after.cells);
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return;
  const sure = Math.min(before.sure, after.sure);
  if (last.end > sure) {
    const start = Math.min(first.start, sure);
    pen.eraseFrom(row, start);
    pen.cells(after.cells, start, after.cells.length, true);
    return;
  }
  const length = after.cells.length;
  for (const { start, end } of changes) {
    if (start >= length) break;
    pen.moveTo(row, start);
    pen.cells(after.cells, start, Math.min(end, length), false);
  }
  if (last.end > length) pen.eraseFrom(row, length);
}

interface Run {
  readonly start: number;
  /** The first cell behind it. */
  readonly end: number;
}

/**
 * The cells that differ, as runs that never begin or end inside a wide character, old or new: its left half differs
 * where its right half does.
 */
function changedRuns(before: readonly Cell[], after: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  const length = Math.max(before.length, after.length);
  for (let at = 0; at < length; at += 1) {
    if (sameCell(before[at], after[at])) continue;
    let end = at + 1;
    while (before[end]?.text === '' || after[end]?.text === '') end += 1;
    const last = runs.at(-1);
    if (last && at - last.end < WORTH_A_STEP) runs.splice(-1, 1, { start: last.start, end });
    else runs.push({ start: at, end });
    at = end - 1;
  }
  return runs;
}

function sameCell(one: Cell = BLANK_CELL, other: Cell = BLANK_CELL): boolean {
  return one.text === other.text && one.style === other.style;
}
