import { type ByteCursor, endTag, NOT_PLAIN } from '../csexport/byte-cursor.ts';
import { BytePattern } from '../csexport/byte-pattern.ts';
import { AMPERSAND } from '../csexport/markup-bytes.ts';
import { TagMemory } from '../csexport/tag-memory.ts';
import { EntryAttributes, type EntryTag, IDENTITY } from './entry-attributes.ts';

const VALUE = new BytePattern('value');
const END_OF_VALUE = endTag('value');
const ENCODING = new BytePattern('encoding');
const PRIMARY = new BytePattern('SMTP:');
const PLACES = Object.keys(IDENTITY).length;

/** What one hologram says of an object's identity. */
export class EntryBytes {
  /** How many attributes the entry has, of any name; 0 also where there is no entry. */
  attributeCount = 0;
  /** Of each wanted attribute the first value that is not empty; of proxyAddresses the first one with `SMTP:`, after that. */
  readonly starts = new Int32Array(PLACES);
  readonly ends = new Int32Array(PLACES);
  /** 1 where the wanted attribute has any value at all. */
  readonly hasValues = new Uint8Array(PLACES);
  readonly #cursor: ByteCursor;
  readonly #attributes: EntryAttributes;
  readonly #values = new TagMemory<true>();

  constructor(cursor: ByteCursor) {
    this.#cursor = cursor;
    this.#attributes = new EntryAttributes(cursor);
  }

  /** Reads the entry that stands in `[start, end)`, the content of a hologram. Throws NOT_PLAIN where it has another form. */
  read(start: number, end: number): void {
    this.attributeCount = 0;
    this.starts.fill(0);
    this.ends.fill(0);
    this.hasValues.fill(0);
    this.#attributes.each(start, end, this.#take);
  }

  readonly #take = ({ role, endTag: tag, place, isText }: EntryTag): void => {
    const cursor = this.#cursor;
    this.attributeCount++;
    if (place === -1) cursor.skipElement(tag);
    else if (role === 'dn-attr' || !isText) throw NOT_PLAIN;
    else if (!cursor.selfClosed) {
      this.#values.restart();
      while (this.#readValue(place));
      if (!cursor.closeTag(tag)) throw NOT_PLAIN;
    }
  };

  /** Passes the start tag of a value. Gives false where none follows. */
  #openValue(): boolean {
    const cursor = this.#cursor;
    if (this.#values.recall(cursor) !== null) return true;
    if (!cursor.openTag()) return false;
    const start = cursor.nameStart - 1;
    if (!VALUE.is(cursor.bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
    cursor.readAttributes();
    if (cursor.attribute(ENCODING) !== -1) throw NOT_PLAIN;
    if (this.#values.find(cursor, start) === null) this.#values.keep(cursor, start, true);
    return true;
  }

  #readValue(place: number): boolean {
    const cursor = this.#cursor;
    if (!this.#openValue()) return false;
    this.hasValues[place] = 1;
    if (cursor.selfClosed) return true;
    const start = cursor.at;
    cursor.skipText();
    const end = cursor.at;
    if (!cursor.closeTag(END_OF_VALUE)) throw NOT_PLAIN;
    if (this.ends[place] !== 0) return true;
    const from = place === IDENTITY.proxyAddresses ? this.#afterPrimary(start, end) : start;
    if (end > from) {
      this.starts[place] = from;
      this.ends[place] = end;
    }
    return true;
  }

  /** Where the address begins after `SMTP:`; the end where it does not begin so. */
  #afterPrimary(start: number, end: number): number {
    const { bytes } = this.#cursor;
    for (let at = start; at < Math.min(end, start + PRIMARY.length); at++) {
      if (bytes[at] === AMPERSAND) throw NOT_PLAIN;
    }
    return PRIMARY.isAt(bytes, start) ? start + PRIMARY.length : end;
  }
}
