/** Words that come again and again, each kept once as a string, found by their bytes without making one. */
export class ByteWords {
  readonly #words: string[] = [];
  readonly #bytes: Buffer[] = [];
  readonly #byText = new Map<string, number>();
  #slots = new Int32Array(1024);

  /** The number of the word that the plain bytes `[start, end)` spell. */
  numberOf(bytes: Buffer, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1) return this.numberOfText(bytes.toString('utf8', start, end));
      if (isSame(this.#bytes[number], bytes, start, end)) return number;
    }
  }

  /** The number of a word. */
  numberOfText(text: string): number {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(text);
    this.#bytes.push(Buffer.from(text));
    this.#byText.set(text, number);
    const full = number * 2 >= this.#slots.length;
    if (full) this.#slots = new Int32Array(this.#slots.length * 2);
    this.#file(full ? 0 : number);
    return number;
  }

  /** The word of a number. */
  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** Puts the words from this number on into the slots. */
  #file(first: number): void {
    const mask = this.#slots.length - 1;
    for (let number = first; number < this.#bytes.length; number++) {
      const bytes = this.#bytes[number];
      if (bytes === undefined) continue;
      let slot = hash(bytes, 0, bytes.length) & mask;
      while (this.#slots[slot] !== 0 && this.#slots[slot] !== number + 1) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** FNV-1a. */
function hash(bytes: Buffer, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at++) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return sum ^ (sum >>> 15);
}

function isSame(word: Buffer | undefined, bytes: Buffer, start: number, end: number): boolean {
  if (word === undefined || word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word[at] !== bytes[start + at]) return false;
  return true;
}
