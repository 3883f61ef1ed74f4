import { cellWidth } from '../../src/terminal/cells.ts';
import type { Meaning } from '../theme.ts';

/** One line of the object screen. */
export interface DetailLine {
  /** Not wider than the screen, free of control characters. */
  readonly text: string;
  readonly meaning: Meaning;
  /** What copying this line puts on the clipboard: the whole value. */
  readonly copies: string;
}

/**
 * Lines that belong together, made one by one when they are looked at: an attribute can hold 100,000 values of
 * which a screen shows twenty.
 */
export interface LineBlock {
  /** The same for the same thing, whether it is shown short or whole. */
  readonly key: string;
  readonly count: number;
  readonly line: (index: number) => DetailLine;
}

/** Blocks one below the other. */
export class LineList {
  readonly #blocks: readonly LineBlock[];
  readonly #starts: readonly number[];
  readonly size: number;

  constructor(blocks: readonly LineBlock[]) {
    let size = 0;
    this.#blocks = blocks;
    this.#starts = blocks.map((block) => {
      const start = size;
      size += block.count;
      return start;
    });
    this.size = size;
  }

  /** The lines from `top` on, at most `height`. */
  window(top: number, height: number): DetailLine[] {
    const lines: DetailLine[] = [];
    for (let at = Math.max(0, top); at < Math.min(this.size, top + height); at += 1) {
      const { block, offset } = this.#at(at);
      if (block !== undefined) lines.push(block.line(offset));
    }
    return lines;
  }

  /** The line at a place; undefined past the end. */
  line(at: number): DetailLine | undefined {
    return this.window(at, 1)[0];
  }

  /** Where the line at `at` of this list stands in `other`, or the nearest of the same block. */
  placeIn(other: LineList, at: number): number {
    const { block, offset } = this.#at(at);
    const index = other.#blocks.findIndex((one) => one.key === block?.key);
    if (index === -1) return Math.min(at, Math.max(0, other.size - 1));
    const count = other.#blocks[index]?.count ?? 0;
    return (other.#starts[index] ?? 0) + Math.max(0, Math.min(offset, count - 1));
  }

  /** Every line, for a copy of all. */
  *all(): Generator<DetailLine> {
    for (const block of this.#blocks) {
      for (let index = 0; index < block.count; index += 1) yield block.line(index);
    }
  }

  #at(at: number): { block: LineBlock | undefined; offset: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    // An empty block begins where the next one does: the last that begins there holds the line.
    return { block: this.#blocks[low], offset: at - (this.#starts[low] ?? 0) };
  }
}

/** A block of lines that exist already. */
export function block(key: string, lines: readonly DetailLine[]): LineBlock {
  return {
    key,
    count: lines.length,
    line: (index) => lines[index] ?? { text: '', meaning: 'plain', copies: '' },
  };
}

const ASCII = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a text into pieces of at most `width` cells, without dropping a space: joined they are the text again. */
export function pieces(text: string, width: number): string[] {
  const room = Math.max(2, width);
  const cut: string[] = [];
  if (ASCII.test(text)) {
    for (let at = 0; at < text.length; at += room) cut.push(text.slice(at, at + room));
    return cut.length === 0 ? [''] : cut;
  }
  let piece = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const cells = cellWidth(segment);
    if (used + cells > room) {
      cut.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += cells;
  }
  return [...cut, piece];
}
