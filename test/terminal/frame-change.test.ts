import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth } from '../../src/terminal/cells.ts';
import { type Frame, frameChange, frameOf } from '../../src/terminal/frame-change.ts';
import { cellsOf, emptyTerminal, written } from './xterm-screen.ts';

// Narrow, wide, doubtful: é as one and as two characters, emoji that terminals measure differently, Hebrew, a family.
const CHARACTERS = [...'abcdef  -│►…éß', '世', '界', 'e\u0301', '😀', '⚠️', 'ש', '👩‍👧', 'ﾊ', '１'];
const STYLES = ['', '1', '2', '7', '31', '1;32', '7;1', '38;5;200', '48;2;1;2;3', '44', '4;9', '97', '53;3'];

const piece = fc
  .record({
    style: fc.constantFrom(...STYLES),
    text: fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 14 }).map((all) => all.join('')),
  })
  .map(({ style, text }) => (style === '' ? text : `\x1b[${style}m${text}\x1b[m`));
const line = fc
  .tuple(fc.nat(99), fc.array(piece, { maxLength: 4 }))
  .map(([number, pieces]) => `row ${number}, ${pieces.join('')}`);
const drawnLine = fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') });

type Edit = (lines: readonly string[], height: number) => string[];

const replace: fc.Arbitrary<Edit> = fc.tuple(fc.nat(30), drawnLine).map(
  ([at, text]) =>
    (lines) =>
      lines.map((old, row) => (row === at % lines.length ? text : old)),
);
const scroll: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(12), fc.nat(12), fc.integer({ min: -3, max: 3 }), fc.array(drawnLine, { maxLength: 3 }))
  .map(([top, height, by, more]) => (lines) => {
    const part = lines.slice(top, top + height);
    const moved = by > 0 ? [...part.slice(by), ...more] : [...more, ...part.slice(0, part.length + by)];
    return [...lines.slice(0, top), ...moved, ...lines.slice(top + height)];
  });
const change: fc.Arbitrary<Edit> = fc.tuple(fc.nat(30), fc.nat(20), fc.constantFrom(...CHARACTERS)).map(
  ([at, column, character]) =>
    (lines) =>
      lines.map((old, row) =>
        row !== at % lines.length || old.includes('\x1b')
          ? old
          : `${old.slice(0, column)}${character}${old.slice(column + 1)}`.toWellFormed(),
      ),
);
const shorter: fc.Arbitrary<Edit> = fc.nat(15).map((rows) => (lines) => lines.slice(0, rows + 1));
const redraw: fc.Arbitrary<Edit> = fc
  .array(drawnLine, { minLength: 1, maxLength: 16 })
  .map((all) => () => all);

const step = fc.record({
  edit: fc.oneof(replace, scroll, scroll, scroll, change, change, shorter, redraw),
  size: fc.option(
    fc.record({ columns: fc.integer({ min: 2, max: 40 }), rows: fc.integer({ min: 2, max: 16 }) }),
    {
      freq: 8,
      nil: null,
    },
  ),
});

/** What a screen looks like that gets nothing but this frame, each line at its place. */
async function paintedInFull(text: string, columns: number, rows: number): Promise<string[]> {
  const terminal = emptyTerminal(columns, rows);
  const lines = frameOf(text, columns, rows, null).lines;
  // A terminal that does not wrap draws what is too long into its last cell.
  const fitting = lines.map(({ cells, text: whole }) => {
    if (cells === null || cellWidth(stripVTControlCharacters(whole)) <= columns) return whole;
    return cells.map((cell) => `\x1b[0;${cell.style.codes}m${cell.text}`).join('');
  });
  await written(terminal, `\x1b[?7l${fitting.map((one, row) => `\x1b[${row + 1}H${one}\x1b[m`).join('')}`);
  const cells = cellsOf(terminal);
  terminal.dispose();
  return cells;
}

async function shownAfter(texts: readonly string[], columns: number, rows: number): Promise<string[]> {
  const terminal = emptyTerminal(columns, rows);
  let shown: Frame | null = null;
  for (const text of texts) {
    const frame = frameOf(text, columns, rows, shown);
    await written(terminal, frameChange(shown, frame, true));
    shown = frame;
  }
  const cells = cellsOf(terminal);
  terminal.dispose();
  return cells;
}

describe('what is sent from one frame to the next', () => {
  it('leaves the screen as if each frame was painted in full', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawnLine, { minLength: 4, maxLength: 14 }),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (first, steps, scrolls) => {
          let size = { columns: 30, rows: 12 };
          const terminal = emptyTerminal(size.columns, size.rows);
          let lines: readonly string[] = first;
          let shown: Frame | null = null;
          for (const { edit, size: next } of [
            { edit: (same: readonly string[]) => [...same], size: null },
            ...steps,
          ]) {
            const edited = edit(lines, size.rows);
            lines = edited.length === 0 ? [''] : edited;
            if (next !== null) {
              size = next;
              terminal.resize(size.columns, size.rows);
            }
            const text = lines.join('\n');
            const frame: Frame = frameOf(text, size.columns, size.rows, shown);
            await written(terminal, frameChange(shown, frame, scrolls));
            shown = frame;
            expect(cellsOf(terminal)).toEqual(await paintedInFull(text, size.columns, size.rows));
          }
          terminal.dispose();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws a line as Ink wrote it', async () => {
    const text = 'a \x1b[1mbold \x1b[31mred\x1b[39m\x1b[22m plain\n\x1b[7mall inverse  \x1b[27m 世界';
    const terminal = emptyTerminal(30, 5);
    await written(terminal, text.replace('\n', '\r\n'));
    expect(await shownAfter([text], 30, 5)).toEqual(cellsOf(terminal));
    terminal.dispose();
  });

  it('is nothing where nothing changed', () => {
    const frame = frameOf('one\n\x1b[7mtwo\x1b[27m', 20, 4, null);
    expect(frameChange(frame, frameOf('one\n\x1b[7mtwo\x1b[m  ', 20, 4, frame), true)).toBe('');
  });

  it('is the changed cells where few change, and never half of a wide character', () => {
    const before = frameOf('Row 1 of 9\n世界世界', 20, 4, null);
    const after = frameOf('Row 2 of 9\n世世世界', 20, 4, before);
    expect(frameChange(before, after, true)).toBe('\x1b[1;5H2\x1b[2;3H世');
  });

  it('steps over what stays within a line, wide characters counted', () => {
    const before = frameOf('世 abcdefghi 1, jklmnopqr', 40, 4, null);
    const after = frameOf('界 abcdefghi 2, jklmnopqr', 40, 4, before);
    expect(frameChange(before, after, true)).toBe('\x1b[1H界\x1b[11C2');
  });

  it('moves lines by a scroll region where they moved', () => {
    const rows = Array.from({ length: 20 }, (_, row) => `the row of number ${row}`);
    const frame = (top: number) => ['title', ...rows.slice(top, top + 6), 'status'].join('\n');
    const before = frameOf(frame(0), 40, 9, null);
    const down = frameChange(before, frameOf(frame(1), 40, 9, before), true);
    expect(down).toBe('\x1b[2;7r\x1b[2H\x1b[M\x1b[r\x1b[7Hthe row of number 6');
    const after = frameOf(frame(1), 40, 9, before);
    expect(frameChange(after, before, true)).toBe('\x1b[2;7r\x1b[2H\x1b[L\x1b[r\x1b[2Hthe row of number 0');
  });

  it('draws a line again to its end behind a character that terminals measure differently', () => {
    const before = frameOf('ab 😀 row 1 end', 20, 4, null);
    const change = frameChange(before, frameOf('ab 😀 row 2 end', 20, 4, before), true);
    expect(change).toBe('\x1b[?7l\x1b[1;4H\x1b[K😀 row 2 end\x1b[?7h');
    expect(frameChange(before, frameOf('cb 😀 row 1 end', 20, 4, before), true)).toBe('\x1b[1Hc');
  });

  it('draws a line whole that holds something else than styles', () => {
    const before = frameOf('one\ntwo', 20, 4, null);
    const linked = '\x1b]8;;x\x07one\x1b]8;;\x07';
    const after = frameOf(`${linked}\ntwo`, 20, 4, before);
    expect(frameChange(before, after, true)).toBe(`\x1b[?7l\x1b[1H\x1b[K${linked}\x1b[m\x1b[?7h`);
  });

  it('never wraps or scrolls where a frame fills the last cell', async () => {
    const full = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].join('\n');
    expect(await shownAfter([full, full.replaceAll('c', 'd')], 10, 3)).toHaveLength(30);
  });
});
