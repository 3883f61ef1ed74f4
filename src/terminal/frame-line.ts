import stringWidth from 'string-width';
import { PLAIN, styleAfter, type TextStyle } from './text-style.ts';

/** One cell of a line. The right half of a wide character holds no text. */
export interface Cell {
  readonly text: string;
  readonly style: TextStyle;
}

/** A line of a frame, as text for a terminal and as the cells that it fills. */
export interface FrameLine {
  readonly text: string;
  /** The styles before and after it. */
  readonly from: TextStyle;
  readonly to: TextStyle;
  /** Without blank cells at the end. Null where it holds a control sequence that is not a style. */
  readonly cells: readonly Cell[] | null;
  /**
   * How many cells, from the left, stand where every terminal puts them. Behind an emoji, say, one terminal is a cell
   * further than another. Infinity where that holds of the whole line.
   */
  readonly sure: number;
}

export const BLANK_CELL: Cell = { text: ' ', style: PLAIN };
export const BLANK_LINE: FrameLine = {
  text: '',
  from: PLAIN,
  to: PLAIN,
  cells: [],
  sure: Number.POSITIVE_INFINITY,
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that set a style
const PARTS = /\x1b\[([\d;]*)m|([\x20-\x7e]+)|([^\x00-\x1f\x7f-\x9f]+?)(?=[\x20-\x7e\x1b]|$)/gy;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Latin, Greek, Cyrillic, punctuation, currency, arrows, mathematics, lines, blocks, shapes: one cell in every terminal.
const SURELY_NARROW = /^[\u00a1-\u00ac\u00ae-\u058f\u1e00-\u1fff\u2010-\u27ff]$/u;
// Hangul, kana, CJK and full-width forms: two.
const SURELY_WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u;
const PICTOGRAPH = /\p{Extended_Pictographic}/u;

/** What a line of text looks like on a screen that is `columns` cells wide, where `from` is the style before it. */
export function frameLine(text: string, from: TextStyle, columns: number): FrameLine {
  const cells: Cell[] = [];
  let style = from;
  let sure = Number.POSITIVE_INFINITY;
  let read = 0;
  for (const part of text.matchAll(PARTS)) {
    read += part[0].length;
    const [, parameters, ascii, other] = part;
    if (parameters !== undefined) {
      const after = styleAfter(style, parameters);
      if (after === null) return unreadable(text, from);
      style = after;
    }
    for (const character of ascii ?? '') cells.push({ text: character, style });
    if (other === undefined) continue;
    for (const { segment } of graphemes.segment(other)) {
      const width = stringWidth(segment);
      // A mark that combines with the character before it, which the pattern took for plain ASCII.
      const base = width === 0 ? cells.pop() : undefined;
      if (width === 0 && base === undefined) return unreadable(text, from);
      if (!isSure(segment, width)) sure = Math.min(sure, cells.length);
      cells.push(base === undefined ? { text: segment, style } : { ...base, text: base.text + segment });
      for (let more = 1; more < width; more += 1) cells.push({ text: '', style });
    }
  }
  if (read < text.length) return unreadable(text, from);
  return { text, from, to: style, cells: trimmed(cells, columns), sure };
}

/** What cannot be told apart into cells is drawn as it is. The styles of Ink's lines end with the line. */
function unreadable(text: string, from: TextStyle): FrameLine {
  return { text, from, to: PLAIN, cells: null, sure: 0 };
}

function isSure(grapheme: string, width: number): boolean {
  if (PICTOGRAPH.test(grapheme)) return false;
  return (width === 1 && SURELY_NARROW.test(grapheme)) || (width === 2 && SURELY_WIDE.test(grapheme));
}

function trimmed(cells: Cell[], columns: number): Cell[] {
  let end = Math.min(cells.length, columns);
  // Half a character is none.
  if (cells[end]?.text === '') end -= 1;
  while (end > 0 && cells[end - 1]?.text === ' ' && cells[end - 1]?.style === PLAIN) end -= 1;
  return cells.slice(0, end);
}
