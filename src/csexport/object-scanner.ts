import { isSpace } from './byte-cursor.ts';
import { BytePattern } from './byte-pattern.ts';
import { GREATER_THAN, LESS_THAN } from './markup-bytes.ts';

/** What stands at a place of a file between its objects, or how far it is known. */
export type Scanned =
  /** An object: its bytes are `[start, end)`. */
  | 'object'
  /** The end tag of the root, and nothing but white space after it so far. */
  | 'end'
  /** More bytes are needed to tell. */
  | 'more'
  /** Nothing that the quick reading knows. */
  | 'other';

const CLOSE = new BytePattern('</cs-object');
const OPEN = new BytePattern('<cs-object');
const CLOSE_ROOT = new BytePattern('</cs-objects');

/** Finds where objects begin and end, in bytes that hold neither comments nor CDATA. */
export class ObjectScanner {
  /** Of the object found last. While more bytes are needed, `start` is where it begins. */
  start = 0;
  end = 0;
  /** How many of the object's bytes were searched for its end in vain. */
  #searched = 0;

  /** Looks from `from` on, after an object or the root's start tag; the bytes end at `to`. */
  next(bytes: Buffer, from: number, to: number): Scanned {
    let at = from;
    while (at < to && isSpace(bytes[at])) at++;
    this.start = at;
    if (to - at <= CLOSE_ROOT.length) return to > at && bytes[at] !== LESS_THAN ? 'other' : 'more';
    if (bytes[at] !== LESS_THAN) return 'other';
    if (OPEN.isAt(bytes, at))
      return this.#endsName(bytes[at + OPEN.length]) ? this.#findEnd(bytes, to) : 'other';
    return CLOSE_ROOT.isAt(bytes, at) ? endOfRoot(bytes, at + CLOSE_ROOT.length, to) : 'other';
  }

  #endsName(byte: number | undefined): boolean {
    return isSpace(byte) || byte === GREATER_THAN;
  }

  #findEnd(bytes: Buffer, to: number): Scanned {
    const { start } = this;
    const found = CLOSE.find(bytes, start + Math.max(OPEN.length, this.#searched), to);
    if (found === -1) {
      this.#searched = Math.max(0, to - start - CLOSE.length);
      return 'more';
    }
    let close = found + CLOSE.length;
    while (close < to && isSpace(bytes[close])) close++;
    if (close === to) {
      this.#searched = found - start;
      return 'more';
    }
    this.end = close + 1;
    return this.#found(bytes[close] === GREATER_THAN ? 'object' : 'other');
  }

  #found(what: Scanned): Scanned {
    this.#searched = 0;
    return what;
  }
}

function endOfRoot(bytes: Buffer, from: number, to: number): Scanned {
  let at = from;
  while (at < to && isSpace(bytes[at])) at++;
  if (at === to) return 'more';
  if (bytes[at] !== GREATER_THAN) return 'other';
  for (at++; at < to; at++) if (!isSpace(bytes[at])) return 'other';
  return 'end';
}
