import type { TextBlock } from './document-text.ts';
import type { Place } from './input-fault.ts';

/** Finds the byte and the line of a character in the block that is being read. Ask in ascending order: then it is quick. */
export class Places {
  #block: TextBlock;
  #linesBefore = 0;
  #index = 0;
  #byte: number;
  #joined = 0;
  #kept: { readonly character: number; readonly place: Place } | null = null;

  constructor(block: TextBlock) {
    this.#block = block;
    this.#byte = block.byte;
  }

  /** Goes on to the next block. */
  enter(block: TextBlock): void {
    if (block === this.#block) return;
    this.#linesBefore += countLineFeeds(this.#block.text, this.#block.text.length);
    this.#block = block;
    this.#rewind();
  }

  /** Keeps the place of one character, so that it can still be asked for when its block is gone. */
  keep(character: number): void {
    if (character >= this.#block.start) this.#kept = { character, place: this.placeOf(character) };
  }

  /**
   * The byte of the file at which a character begins; of the index after a block's last one, the byte where it ends.
   * The character stands in the current block, or was kept.
   */
  byteAt(character: number): number {
    if (character === this.#kept?.character) return this.#kept.place.byte;
    const index = character - this.#block.start;
    if (index < this.#index) this.#rewind();
    const { text, joinedLines, uniform, unitBytes } = this.#block;
    this.#byte += uniform
      ? (index - this.#index) * unitBytes
      : Buffer.byteLength(text.slice(this.#index, index));
    while (this.#joined < joinedLines.length && (joinedLines[this.#joined] ?? 0) < index) {
      this.#byte += unitBytes;
      this.#joined++;
    }
    this.#index = index;
    return this.#byte;
  }

  /** Byte and line of a character of the current block, or of the one that was kept. */
  placeOf(character: number): Place {
    if (character === this.#kept?.character) return this.#kept.place;
    const index = character - this.#block.start;
    return {
      byte: this.byteAt(character),
      line: 1 + this.#linesBefore + countLineFeeds(this.#block.text, index),
    };
  }

  #rewind(): void {
    this.#index = 0;
    this.#joined = 0;
    this.#byte = this.#block.byte;
  }
}

function countLineFeeds(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
