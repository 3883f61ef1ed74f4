import { BLANK_LINE, type FrameLine } from './frame-line.ts';

/** Lines `top` to `bottom`, both included and counted from 0, that stand `by` lines further up; down where negative. */
export interface Move {
  readonly top: number;
  readonly bottom: number;
  readonly by: number;
}

/** Whether two lines look alike for certain. */
export function sameLine(one: FrameLine, other: FrameLine): boolean {
  return one === other || (one.text === other.text && one.from === other.from);
}

/** The move that brings most of the lines that changed to where they stand now; null where none does. */
export function movedLines(before: readonly FrameLine[], after: readonly FrameLine[]): Move | null {
  const places = new Map<string, number[]>();
  before.forEach((line, place) => {
    if (line.text !== '') places.set(line.text, [...(places.get(line.text) ?? []), place]);
  });
  const moves = new Map<number, { count: number; first: number; last: number }>();
  after.forEach((line, place) => {
    if (sameLine(before[place] ?? BLANK_LINE, line)) return;
    for (const from of places.get(line.text) ?? []) {
      const { count, first } = moves.get(from - place) ?? { count: 0, first: place };
      moves.set(from - place, { count: count + 1, first, last: place });
    }
  });
  const [best] = [...moves].sort(([, one], [, other]) => other.count - one.count);
  if (best === undefined) return null;
  const [by, { first, last }] = best;
  return { by, top: Math.min(first, first + by), bottom: Math.max(last, last + by) };
}

/** The lines once they have moved: what comes in is blank. */
export function afterMove(lines: readonly FrameLine[], { top, bottom, by }: Move): FrameLine[] {
  return lines.map((line, place) => {
    if (place < top || place > bottom) return line;
    const from = place + by;
    return from < top || from > bottom ? BLANK_LINE : (lines[from] ?? BLANK_LINE);
  });
}

/**
 * What makes a terminal move them, in the plain style. DECSTBM, DL and IL are in every terminal since the VT102, in
 * Windows' console too; SU and SD are not (the console of Linux).
 */
export function moveSequence({ top, bottom, by }: Move): string {
  // Setting the region brings the cursor home.
  const toTop = top === 0 ? '' : `\x1b[${top + 1}H`;
  const count = Math.abs(by) === 1 ? '' : String(Math.abs(by));
  return `\x1b[${top + 1};${bottom + 1}r${toTop}\x1b[${count}${by > 0 ? 'M' : 'L'}\x1b[r`;
}
