import { type ByteCursor, endTag, NOT_PLAIN } from '../csexport/byte-cursor.ts';
import { BytePattern } from '../csexport/byte-pattern.ts';
import { ElementKinds } from '../csexport/element-kinds.ts';
import { TagMemory } from '../csexport/tag-memory.ts';
import { VALUE_HOLDERS, type ValuesRole } from './value-count.ts';

const ENTRY = new BytePattern('entry');
const END_OF_ENTRY = endTag('entry');
const NAME = new BytePattern('name');
const TYPE = new BytePattern('type');
const STRING = new BytePattern('string');

/** The attributes that an identity is made of, by their names, and the place of each in an entry's values. */
export const IDENTITY = {
  displayName: 0,
  userPrincipalName: 1,
  sourceAnchor: 2,
  alias: 3,
  proxyAddresses: 4,
  onPremisesSamAccountName: 5,
  mail: 6,
} as const;
const PLACES = new Map<string, number>(Object.entries(IDENTITY));

/** What the start tag of a child of an entry says. */
export interface EntryTag {
  /** null where it is no attribute. */
  readonly role: ValuesRole | null;
  readonly endTag: BytePattern;
  readonly name: string;
  /** Its place in {@link IDENTITY}; -1 where it is of no identity. */
  readonly place: number;
  /** True where its values are kept as they are written. */
  readonly isText: boolean;
}

/** Goes through the attributes of the entries of one kind of hologram. */
export class EntryAttributes {
  readonly #cursor: ByteCursor;
  readonly #kinds = new ElementKinds<ValuesRole>(VALUE_HOLDERS);
  readonly #tags = new TagMemory<EntryTag>();

  constructor(cursor: ByteCursor) {
    this.#cursor = cursor;
  }

  /**
   * Reads the entry in `[start, end)`, the content of a hologram, and calls `take` after the start tag of each
   * attribute: it passes the rest of that. Throws NOT_PLAIN where there is no plain entry; none at all is one.
   */
  each(start: number, end: number, take: (tag: EntryTag) => void): void {
    const cursor = this.#cursor;
    cursor.enter(cursor.bytes, start, end);
    if (!cursor.openTag()) {
      if (cursor.at < end) throw NOT_PLAIN;
      return;
    }
    if (!ENTRY.is(cursor.bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
    cursor.readAttributes();
    if (!cursor.selfClosed) {
      this.#tags.restart();
      for (let tag = this.#next(); tag !== null; tag = this.#next()) {
        if (tag.role === null) cursor.skipElement(tag.endTag);
        else take(tag);
      }
      if (!cursor.closeTag(END_OF_ENTRY)) throw NOT_PLAIN;
    }
    if (cursor.skipSpace()) throw NOT_PLAIN;
  }

  #next(): EntryTag | null {
    const cursor = this.#cursor;
    const known = this.#tags.recall(cursor);
    if (known !== null) return known;
    if (!cursor.openTag()) return null;
    const start = cursor.nameStart - 1;
    const { role, endTag: tag } = this.#kinds.of(cursor);
    cursor.readAttributes();
    const kept = this.#tags.find(cursor, start);
    if (kept !== null) return kept;
    if (role !== null && cursor.referenced) throw NOT_PLAIN;
    const name = this.#name();
    const place = PLACES.get(name) ?? -1;
    const read = { role, endTag: tag, name, place, isText: this.#isText() };
    this.#tags.keep(cursor, start, read);
    return read;
  }

  #name(): string {
    const cursor = this.#cursor;
    const name = cursor.attribute(NAME);
    return cursor.bytes.toString('utf8', cursor.valueStart(name), cursor.valueEnd(name));
  }

  #isText(): boolean {
    const cursor = this.#cursor;
    const type = cursor.attribute(TYPE);
    return type === -1 || STRING.is(cursor.bytes, cursor.valueStart(type), cursor.valueEnd(type));
  }
}
