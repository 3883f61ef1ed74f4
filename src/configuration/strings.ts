/**
 * Keeps one copy of each text. Two servers say nearly the same; and a text that a parser has cut out of a block of the
 * file would keep the whole block in memory.
 */
export class Strings {
  readonly #known = new Map<string, string>();

  /** The same text, as its only copy. */
  kept(text: string): string {
    if (text.length < 2) return text;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    // A copy through bytes is in one piece, and not a view on another text.
    const copy = Buffer.from(text, 'utf16le').toString('utf16le');
    this.#known.set(copy, copy);
    return copy;
  }
}
