import { type ByteCursor, endTag, NOT_PLAIN } from '../csexport/byte-cursor.ts';
import { BytePattern } from '../csexport/byte-pattern.ts';
import { TagMemory } from '../csexport/tag-memory.ts';
import { EntryAttributes } from './entry-attributes.ts';

/** The elements that hold values, by their own names. */
export type ValuesRole = 'attr' | 'dn-attr';
export const VALUE_HOLDERS: Readonly<Record<ValuesRole, ValuesRole>> = { attr: 'attr', 'dn-attr': 'dn-attr' };

const VALUE = new BytePattern('value');
const END_OF_VALUE = endTag('value');
const REFERENCE = new BytePattern('dn-value');
const END_OF_REFERENCE = endTag('dn-value');

/** Counts the values of attributes. */
export class Values {
  readonly #cursor: ByteCursor;
  readonly #tags = { attr: new TagMemory<BytePattern>(), 'dn-attr': new TagMemory<BytePattern>() };

  constructor(cursor: ByteCursor) {
    this.#cursor = cursor;
  }

  /** Those of the attribute whose start tag was read; passes its end tag. Throws NOT_PLAIN at other children. */
  count(role: ValuesRole, endOfAttribute: BytePattern): number {
    const cursor = this.#cursor;
    if (cursor.selfClosed) return 0;
    const tags = this.#tags[role];
    tags.restart();
    let values = 0;
    for (let tag = this.#next(role); tag !== null; tag = this.#next(role)) {
      cursor.skipElement(tag);
      values++;
    }
    if (!cursor.closeTag(endOfAttribute)) throw NOT_PLAIN;
    return values;
  }

  /** Passes the start tag of a value, and gives its end tag; null where none follows. */
  #next(role: ValuesRole): BytePattern | null {
    const cursor = this.#cursor;
    const tags = this.#tags[role];
    const known = tags.recall(cursor);
    if (known !== null) return known;
    if (!cursor.openTag()) return null;
    const start = cursor.nameStart - 1;
    const name = role === 'attr' ? VALUE : REFERENCE;
    if (!name.is(cursor.bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
    cursor.readAttributes();
    const end = role === 'attr' ? END_OF_VALUE : END_OF_REFERENCE;
    if (tags.find(cursor, start) === null) tags.keep(cursor, start, end);
    return end;
  }
}

/** Counts the values that an entry has of one attribute. */
export class ValueCount {
  readonly #cursor: ByteCursor;
  readonly #values: Values;
  readonly #attributes: EntryAttributes;

  constructor(cursor: ByteCursor) {
    this.#cursor = cursor;
    this.#values = new Values(cursor);
    this.#attributes = new EntryAttributes(cursor);
  }

  /** Those of an attribute in the entry in `[start, end)`. */
  of(name: string, start: number, end: number): number {
    let values = 0;
    this.#attributes.each(start, end, (tag) => {
      if (tag.role !== null && tag.name === name) values += this.#values.count(tag.role, tag.endTag);
      else this.#cursor.skipElement(tag.endTag);
    });
    return values;
  }
}
