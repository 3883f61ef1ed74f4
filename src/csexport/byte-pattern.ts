/** A text of ASCII characters that is searched for among bytes, by Horspool: in JavaScript twice as fast as Buffer.indexOf. */
export class BytePattern {
  /** How many bytes it has. */
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #words: Int32Array;
  /** By byte: how far the search may go on where the pattern's last place holds it. */
  readonly #step: Uint8Array;

  constructor(text: string) {
    const { length } = text;
    this.length = length;
    const bytes = Buffer.from(text, 'latin1');
    this.#bytes = bytes;
    this.#words = Int32Array.from({ length: length >> 2 }, (_, index) => bytes.readInt32LE(index * 4));
    this.#step = new Uint8Array(256).fill(Math.min(length, 255));
    for (let index = Math.max(0, length - 256); index < length - 1; index++) {
      this.#step[this.#bytes[index] ?? 0] = length - 1 - index;
    }
  }

  /** Where it first begins in `[from, end)`, as a whole; -1 where it does not. */
  find(bytes: Uint8Array, from: number, end: number): number {
    const step = this.#step;
    const last = this.#bytes.length - 1;
    const lastByte = this.#bytes[last] ?? 0;
    const firstByte = this.#bytes[0] ?? 0;
    for (let at = from + last; at < end; ) {
      const byte = bytes[at] ?? 0;
      if (byte === lastByte && bytes[at - last] === firstByte && this.isAt(bytes, at - last))
        return at - last;
      at += step[byte] ?? 1;
    }
    return -1;
  }

  /** True where the bytes from `at` on are the pattern. */
  isAt(bytes: Uint8Array, at: number): boolean {
    const pattern = this.#bytes;
    for (let index = pattern.length - 1; index >= 0; index--) {
      if (bytes[at + index] !== pattern[index]) return false;
    }
    return true;
  }

  /** The same as `isAt`, made for long patterns: `view` is of the same bytes, which end at `end`. */
  follows(view: DataView, at: number, end: number): boolean {
    const words = this.#words;
    if (at + this.length > end) return false;
    for (let index = 0; index < words.length; index++) {
      if (view.getInt32(at + index * 4, true) !== words[index]) return false;
    }
    const pattern = this.#bytes;
    for (let index = words.length * 4; index < pattern.length; index++) {
      if (view.getUint8(at + index) !== pattern[index]) return false;
    }
    return true;
  }

  /** True where `[start, end)` is the pattern, no more and no less. */
  is(bytes: Uint8Array, start: number, end: number): boolean {
    return end - start === this.#bytes.length && this.isAt(bytes, start);
  }
}
