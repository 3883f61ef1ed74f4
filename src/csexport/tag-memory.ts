import type { ByteCursor } from './byte-cursor.ts';
import { BytePattern } from './byte-pattern.ts';

interface Tag<Meaning> {
  readonly bytes: BytePattern;
  readonly meaning: Meaning;
  /** The tag that came after it last: it mostly does again. */
  follower: Tag<Meaning> | null;
}

/** A hostile file has tags without end. */
const MOST_TAGS = 2000;
const LONGEST_TAG = 250;

/**
 * Start tags that were read before, whole as they stand, with what they mean to a reader. In a large export the same
 * tags come again and again, in the same order: then comparing their bytes is all there is to do.
 */
export class TagMemory<Meaning> {
  readonly #tags = new Map<string, Tag<Meaning>>();
  #last: Tag<Meaning> | null = null;
  #first: Tag<Meaning> | null = null;

  /** Begins anew with what came first in the last element of this kind. */
  restart(): void {
    this.#last = null;
  }

  /**
   * Passes the start tag at the cursor where it is one of those to be expected, and gives what it means; else null.
   * `restart` must have been called before the first one.
   */
  recall(cursor: ByteCursor): Meaning | null {
    if (!cursor.skipSpace()) return null;
    const first = this.#last === null ? this.#first : this.#last.follower;
    if (first === null) return null;
    if (first.bytes.follows(cursor.view, cursor.at, cursor.end)) return this.#pass(cursor, first);
    // Some objects lack what others have.
    const second = first.follower;
    return second?.bytes.follows(cursor.view, cursor.at, cursor.end) ? this.#pass(cursor, second) : null;
  }

  /** What the start tag means that the cursor has just read, where it was kept before; it began at `start`. */
  find(cursor: ByteCursor, start: number): Meaning | null {
    const tag = this.#mayKeep(cursor, start) ? this.#tags.get(textOf(cursor, start)) : undefined;
    return tag === undefined ? null : this.#follow(tag);
  }

  /** Keeps what the start tag means that the cursor has just read; it began at `start`. */
  keep(cursor: ByteCursor, start: number, meaning: Meaning): void {
    if (!this.#mayKeep(cursor, start) || this.#tags.size === MOST_TAGS) return;
    const text = textOf(cursor, start);
    const tag = { bytes: new BytePattern(text), meaning, follower: null };
    this.#tags.set(text, tag);
    this.#follow(tag);
  }

  #mayKeep(cursor: ByteCursor, start: number): boolean {
    return !cursor.selfClosed && cursor.at - start <= LONGEST_TAG;
  }

  #pass(cursor: ByteCursor, tag: Tag<Meaning>): Meaning {
    cursor.at += tag.bytes.length;
    cursor.selfClosed = false;
    this.#last = tag;
    return tag.meaning;
  }

  #follow(tag: Tag<Meaning>): Meaning {
    if (this.#last === null) this.#first = tag;
    else this.#last.follower = tag;
    this.#last = tag;
    return tag.meaning;
  }
}

function textOf(cursor: ByteCursor, start: number): string {
  return cursor.bytes.toString('latin1', start, cursor.at);
}
