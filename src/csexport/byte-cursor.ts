import { BytePattern } from './byte-pattern.ts';
import { AMPERSAND, EQUALS, GREATER_THAN, LESS_THAN, SLASH, SPACE } from './markup-bytes.ts';

/** Thrown where bytes have another form than the quick reading knows: then the parser reads them. */
export class NotPlain extends Error {}
/** One for all: nobody asks where it came from, and making one takes time. */
export const NOT_PLAIN = new NotPlain('not plain');

const LONGEST_NAME = 1000;
const MOST_ATTRIBUTES = 16;

const NAME_START = new Uint8Array(256);
const IN_NAME = new Uint8Array(256);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_') {
  NAME_START[letter.charCodeAt(0)] = IN_NAME[letter.charCodeAt(0)] = 1;
}
for (const sign of '0123456789-.') IN_NAME[sign.charCodeAt(0)] = 1;

/** True for the white space of XML. */
export function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * Goes over the bytes of well-formed UTF-8 XML without comments, CDATA or instructions, tag by tag. It knows the plain
 * forms that programs write, and throws {@link NOT_PLAIN} at any other: then nothing is said about the bytes.
 */
export class ByteCursor {
  bytes: Buffer = Buffer.alloc(0);
  /** Of the same bytes. */
  view: DataView = new DataView(new ArrayBuffer(0));
  /** The next byte. */
  at = 0;
  /** Nothing from here on belongs to what is read. */
  end = 0;
  /** Of the start tag that was read last: its name, whether it is `<…/>`, and its attributes. */
  nameStart = 0;
  nameEnd = 0;
  selfClosed = false;
  attributeCount = 0;
  /** True where one of the attributes holds a reference, `&…;`. */
  referenced = false;
  readonly #names = new Int32Array(MOST_ATTRIBUTES * 2);
  readonly #values = new Int32Array(MOST_ATTRIBUTES * 2);

  /** Reads `[start, end)` of these bytes next. */
  enter(bytes: Buffer, start: number, end: number): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.at = start;
    this.end = end;
  }

  /** Passes white space. Gives true where more follows. */
  skipSpace(): boolean {
    if (this.bytes[this.at] === LESS_THAN && this.at < this.end) return true;
    while (this.at < this.end && isSpace(this.bytes[this.at])) this.at++;
    return this.at < this.end;
  }

  /** Passes white space up to a start tag, and reads its name. Gives false where nothing or an end tag follows. */
  openTag(): boolean {
    if (!this.skipSpace()) return false;
    const { bytes } = this;
    if (bytes[this.at] !== LESS_THAN) throw NOT_PLAIN;
    if (bytes[this.at + 1] === SLASH) return false;
    this.nameStart = this.at + 1;
    this.nameEnd = this.#endOfName(this.nameStart);
    this.at = this.nameEnd;
    return true;
  }

  /** Reads the attributes of the start tag whose name was read, and passes its `>`. */
  readAttributes(): void {
    const { bytes, end } = this;
    this.attributeCount = 0;
    this.referenced = false;
    while (bytes[this.at] !== GREATER_THAN) {
      if (this.at >= end) throw NOT_PLAIN;
      if (bytes[this.at] === SLASH) {
        if (bytes[this.at + 1] !== GREATER_THAN) throw NOT_PLAIN;
        this.at += 2;
        this.selfClosed = true;
        return;
      }
      if (!isSpace(bytes[this.at])) throw NOT_PLAIN;
      this.skipSpace();
      if (NAME_START[bytes[this.at] ?? 0] === 1) this.#readAttribute();
    }
    this.at++;
    this.selfClosed = false;
  }

  /** The number of the attribute of this name, for {@link valueStart} and {@link valueEnd}; -1 where there is none. */
  attribute(name: BytePattern): number {
    for (let index = 0; index < this.attributeCount; index++) {
      const start = this.#names[index * 2] ?? 0;
      if (name.is(this.bytes, start, this.#names[index * 2 + 1] ?? 0)) return index;
    }
    return -1;
  }

  /** Where the value of an attribute begins, after its quote. */
  valueStart(attribute: number): number {
    return this.#values[attribute * 2] ?? 0;
  }

  valueEnd(attribute: number): number {
    return this.#values[attribute * 2 + 1] ?? 0;
  }

  /** Passes text up to the next `<`. */
  skipText(): void {
    const { bytes, end } = this;
    let at = this.at;
    while (at < end && bytes[at] !== LESS_THAN) at++;
    this.at = at;
  }

  /** Passes an end tag, of which `tag` is `</name`. Gives false, and stays, where another tag follows. */
  closeTag(tag: BytePattern): boolean {
    if (!tag.isAt(this.bytes, this.at)) return false;
    const after = this.at + tag.length;
    const close = this.#endOfTag(after);
    if (close === -1) return false;
    this.at = close;
    return true;
  }

  /** Passes all up to and with the next end tag of this name; gives where that begins. */
  skipTo(tag: BytePattern): number {
    for (let from = this.at; ; from += tag.length) {
      from = tag.find(this.bytes, from, this.end);
      if (from === -1) throw NOT_PLAIN;
      const close = this.#endOfTag(from + tag.length);
      if (close === -1) continue;
      this.at = close;
      return from;
    }
  }

  /** Passes the content and the end tag of an element whose start tag was read; gives where the content ends. */
  skipElement(endTag: BytePattern): number {
    if (this.selfClosed) return this.at;
    this.skipText();
    const contentEnd = this.at;
    return this.closeTag(endTag) ? contentEnd : this.skipTo(endTag);
  }

  /** The place after the `>` of an end tag whose name ended at `from`; -1 where the name goes on there. */
  #endOfTag(from: number): number {
    const { bytes } = this;
    if (bytes[from] === GREATER_THAN) return from < this.end ? from + 1 : -1;
    let at = from;
    while (at < this.end && isSpace(bytes[at])) at++;
    return at > from && at < this.end && bytes[at] === GREATER_THAN ? at + 1 : -1;
  }

  #readAttribute(): void {
    const { bytes, end } = this;
    const nameStart = this.at;
    const nameEnd = this.#endOfName(nameStart);
    const quote = bytes[nameEnd + 1];
    if (bytes[nameEnd] !== EQUALS || (quote !== 0x22 && quote !== 0x27)) throw NOT_PLAIN;
    const start = nameEnd + 2;
    let at = start;
    for (; bytes[at] !== quote; at++) {
      const byte = bytes[at] ?? 0;
      if (at >= end || byte < SPACE || byte === LESS_THAN) throw NOT_PLAIN;
      if (byte === AMPERSAND) this.referenced = true;
    }
    this.#keep(nameStart, nameEnd, start, at);
    this.at = at + 1;
  }

  #keep(nameStart: number, nameEnd: number, start: number, end: number): void {
    const count = this.attributeCount;
    if (count === MOST_ATTRIBUTES) throw NOT_PLAIN;
    for (let index = 0; index < count; index++) {
      if (this.#isSame(index, nameStart, nameEnd)) throw NOT_PLAIN;
    }
    this.#names[count * 2] = nameStart;
    this.#names[count * 2 + 1] = nameEnd;
    this.#values[count * 2] = start;
    this.#values[count * 2 + 1] = end;
    this.attributeCount = count + 1;
  }

  #isSame(index: number, start: number, end: number): boolean {
    const other = this.#names[index * 2] ?? 0;
    if ((this.#names[index * 2 + 1] ?? 0) - other !== end - start) return false;
    for (let at = 0; at < end - start; at++) {
      if (this.bytes[other + at] !== this.bytes[start + at]) return false;
    }
    return true;
  }

  #endOfName(start: number): number {
    const { bytes } = this;
    if (NAME_START[bytes[start] ?? 0] !== 1) throw NOT_PLAIN;
    let at = start + 1;
    while (IN_NAME[bytes[at] ?? 0] === 1) at++;
    if (at - start > LONGEST_NAME) throw NOT_PLAIN;
    return at;
  }
}

/** The end tag `</name` as a pattern: what follows it may be white space. */
export function endTag(name: string): BytePattern {
  return new BytePattern(`</${name}`);
}
