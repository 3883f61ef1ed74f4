import { type ByteCursor, endTag, NOT_PLAIN } from '../csexport/byte-cursor.ts';
import { BytePattern } from '../csexport/byte-pattern.ts';
import { ElementKinds } from '../csexport/element-kinds.ts';

/** The elements that hold values, by their own names. */
export type ValuesRole = 'attr' | 'dn-attr';
export const VALUE_HOLDERS: Readonly<Record<ValuesRole, ValuesRole>> = { attr: 'attr', 'dn-attr': 'dn-attr' };

const VALUE = new BytePattern('value');
const END_OF_VALUE = endTag('value');
const REFERENCE = new BytePattern('dn-value');
const END_OF_REFERENCE = endTag('dn-value');
const NAME = new BytePattern('name');
const ENTRY = new BytePattern('entry');
const END_OF_ENTRY = endTag('entry');

/** Counts the values of the attribute whose start tag was read, and passes its end tag. Throws NOT_PLAIN at other children. */
export function countValues(cursor: ByteCursor, role: ValuesRole, endOfAttribute: BytePattern): number {
  if (cursor.selfClosed) return 0;
  const name = role === 'attr' ? VALUE : REFERENCE;
  const tag = role === 'attr' ? END_OF_VALUE : END_OF_REFERENCE;
  let values = 0;
  for (; cursor.openTag(); values++) {
    if (!name.is(cursor.bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
    cursor.readAttributes();
    cursor.skipElement(tag);
  }
  if (!cursor.closeTag(endOfAttribute)) throw NOT_PLAIN;
  return values;
}

/**
 * Goes through the entry in `[start, end)`, the content of a hologram, and calls `attribute` after the start tag of each
 * attribute: it passes the rest of that. Throws NOT_PLAIN where there is no plain entry; none at all is one.
 */
export function eachAttribute(
  cursor: ByteCursor,
  kinds: ElementKinds<ValuesRole>,
  start: number,
  end: number,
  attribute: (role: ValuesRole, endTag: BytePattern) => void,
): void {
  const { bytes } = cursor;
  cursor.enter(bytes, start, end);
  if (!cursor.openTag()) {
    if (cursor.at < end) throw NOT_PLAIN;
    return;
  }
  if (!ENTRY.is(bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
  cursor.readAttributes();
  if (!cursor.selfClosed) {
    while (cursor.openTag()) {
      const { role, endTag: tag } = kinds.of(cursor);
      cursor.readAttributes();
      if (role === null) cursor.skipElement(tag);
      else attribute(role, tag);
    }
    if (!cursor.closeTag(END_OF_ENTRY)) throw NOT_PLAIN;
  }
  if (cursor.skipSpace()) throw NOT_PLAIN;
}

/** Counts the values that an entry has of one attribute. */
export class ValueCount {
  readonly #cursor: ByteCursor;
  readonly #kinds = new ElementKinds<ValuesRole>(VALUE_HOLDERS);

  constructor(cursor: ByteCursor) {
    this.#cursor = cursor;
  }

  /** Of the entry in `[start, end)`; the attribute's name stands in `[nameStart, nameEnd)` of the same bytes. */
  of(nameStart: number, nameEnd: number, start: number, end: number): number {
    const cursor = this.#cursor;
    let values = 0;
    eachAttribute(cursor, this.#kinds, start, end, (role, tag) => {
      if (cursor.referenced) throw NOT_PLAIN;
      const name = cursor.attribute(NAME);
      const same = isSame(cursor.bytes, cursor.valueStart(name), cursor.valueEnd(name), nameStart, nameEnd);
      if (same) values += countValues(cursor, role, tag);
      else cursor.skipElement(tag);
    });
    return values;
  }
}

function isSame(bytes: Buffer, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== bytes[otherStart + at - start]) return false;
  }
  return true;
}
