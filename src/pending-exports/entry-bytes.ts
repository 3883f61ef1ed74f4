import { type ByteCursor, endTag, NOT_PLAIN } from '../csexport/byte-cursor.ts';
import { BytePattern } from '../csexport/byte-pattern.ts';
import { ElementKinds } from '../csexport/element-kinds.ts';
import { eachAttribute, VALUE_HOLDERS, type ValuesRole } from './value-count.ts';

/** The attributes that an identity is made of. Their order is the order of their places. */
const WANTED = [
  'displayName',
  'userPrincipalName',
  'sourceAnchor',
  'alias',
  'proxyAddresses',
  'onPremisesSamAccountName',
  'mail',
] as const;

/** Where each of them stands in an {@link EntryBytes}. */
export const IDENTITY = {
  displayName: 0,
  userPrincipalName: 1,
  sourceAnchor: 2,
  alias: 3,
  proxyAddresses: 4,
  onPremisesSamAccountName: 5,
  mail: 6,
} as const;

const PATTERNS = WANTED.map((name) => new BytePattern(name));
/** No two of them have the same length. */
const BY_LENGTH = new Int8Array(32).fill(-1);
for (const [place, name] of WANTED.entries()) BY_LENGTH[name.length] = place;

const VALUE = new BytePattern('value');
const END_OF_VALUE = endTag('value');
const NAME = new BytePattern('name');
const TYPE = new BytePattern('type');
const ENCODING = new BytePattern('encoding');
const STRING = new BytePattern('string');
const PRIMARY = new BytePattern('SMTP:');
const AMPERSAND = 0x26;

/** What one hologram says of an object's identity. */
export class EntryBytes {
  /** How many attributes the entry has, of any name; 0 also where there is no entry. */
  attributeCount = 0;
  /** Of each wanted attribute the first value that is not empty; of proxyAddresses the first one with `SMTP:`, after that. */
  readonly starts = new Int32Array(WANTED.length);
  readonly ends = new Int32Array(WANTED.length);
  /** 1 where the wanted attribute has any value at all. */
  readonly hasValues = new Uint8Array(WANTED.length);
  readonly #cursor: ByteCursor;
  readonly #kinds = new ElementKinds<ValuesRole>(VALUE_HOLDERS);

  constructor(cursor: ByteCursor) {
    this.#cursor = cursor;
  }

  /** Reads the entry that stands in `[start, end)`, the content of a hologram. Throws NOT_PLAIN where it has another form. */
  read(start: number, end: number): void {
    const cursor = this.#cursor;
    this.attributeCount = 0;
    this.starts.fill(0);
    this.ends.fill(0);
    this.hasValues.fill(0);
    eachAttribute(cursor, this.#kinds, start, end, this.#readAttribute);
  }

  readonly #readAttribute = (role: ValuesRole, tag: BytePattern): void => {
    const cursor = this.#cursor;
    const place = this.#wanted();
    this.attributeCount++;
    if (place === -1) cursor.skipElement(tag);
    else if (role === 'dn-attr' || !this.#isText()) throw NOT_PLAIN;
    else if (!cursor.selfClosed) {
      while (cursor.openTag()) this.#readValue(place);
      if (!cursor.closeTag(tag)) throw NOT_PLAIN;
    }
  };

  /** The place of the wanted attribute whose start tag was read; -1 where it is another. */
  #wanted(): number {
    const cursor = this.#cursor;
    if (cursor.referenced) throw NOT_PLAIN;
    const name = cursor.attribute(NAME);
    if (name === -1) return -1;
    const start = cursor.valueStart(name);
    const end = cursor.valueEnd(name);
    const place = BY_LENGTH[end - start] ?? -1;
    return place !== -1 && PATTERNS[place]?.isAt(cursor.bytes, start) ? place : -1;
  }

  /** False where values are not kept as they are written. */
  #isText(): boolean {
    const cursor = this.#cursor;
    const type = cursor.attribute(TYPE);
    return type === -1 || STRING.is(cursor.bytes, cursor.valueStart(type), cursor.valueEnd(type));
  }

  #readValue(place: number): void {
    const cursor = this.#cursor;
    if (!VALUE.is(cursor.bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
    cursor.readAttributes();
    if (cursor.attribute(ENCODING) !== -1) throw NOT_PLAIN;
    this.hasValues[place] = 1;
    if (cursor.selfClosed) return;
    const start = cursor.at;
    cursor.skipText();
    const end = cursor.at;
    if (!cursor.closeTag(END_OF_VALUE)) throw NOT_PLAIN;
    if (this.ends[place] !== 0) return;
    const from = place === IDENTITY.proxyAddresses ? this.#afterPrimary(start, end) : start;
    if (end <= from) return;
    this.starts[place] = from;
    this.ends[place] = end;
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
