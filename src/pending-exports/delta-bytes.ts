import { type ByteCursor, endTag, NOT_PLAIN } from '../csexport/byte-cursor.ts';
import { BytePattern } from '../csexport/byte-pattern.ts';
import { ElementKinds } from '../csexport/element-kinds.ts';
import type { Place } from '../csexport/object-parts.ts';
import { TagMemory } from '../csexport/tag-memory.ts';
import type { ByteWords } from './byte-words.ts';
import type { Operation } from './export-row.ts';
import { LONGEST_TEXT } from './short-text.ts';
import { VALUE_HOLDERS, type ValueCount, Values, type ValuesRole } from './value-count.ts';

const DELTA = new BytePattern('delta');
const END_OF_DELTA = endTag('delta');
const NAME = new BytePattern('name');
const OPERATION = new BytePattern('operation');
const DN = new BytePattern('dn');
const NEW_DN = new BytePattern('newdn');
const ADD = new BytePattern('add');
const UPDATE = new BytePattern('update');
const DELETE = new BytePattern('delete');

/** Operations of a delta whose effect the delta tells by itself. */
const OPERATIONS: readonly (readonly [BytePattern, Operation | 'none'])[] = [
  [UPDATE, 'update'],
  [ADD, 'add'],
  [new BytePattern('none'), 'none'],
  [DELETE, 'delete'],
  [new BytePattern('obsolete'), 'obsolete'],
];

/** What the start tag of a child of a delta says. */
interface DeltaTag {
  /** null where it is no attribute. */
  readonly role: ValuesRole | null;
  readonly endTag: BytePattern;
  /** The attribute's name as a word. */
  readonly name: number;
  readonly isDelete: boolean;
}

/** What one delta says, as far as a row needs it. */
export class DeltaBytes {
  operation: Operation | 'none' = 'none';
  readonly dn: Place = { start: 0, end: 0 };
  readonly newDn: Place = { start: 0, end: 0 };
  /** How many values are added plus how many are deleted. */
  changed = 0;
  /** The names of its attributes as words, each once; the first `attributeCount` count. */
  attributes = new Int32Array(64);
  attributeCount = 0;
  /** The names of attributes that are deleted without a list: their values are in the hologram before. */
  readonly #cleared: number[] = [];
  readonly #cursor: ByteCursor;
  readonly #words: ByteWords;
  readonly #values: Values;
  readonly #tags = new TagMemory<DeltaTag>();
  readonly #kinds = new ElementKinds<ValuesRole>(VALUE_HOLDERS);
  /** By word: the number of the delta that named it last. */
  #named = new Int32Array(1024);
  #deltas = 0;

  constructor(cursor: ByteCursor, words: ByteWords) {
    this.#cursor = cursor;
    this.#values = new Values(cursor);
    this.#words = words;
  }

  /**
   * Reads the delta that stands in `[start, end)`, the content of an export element. Throws NOT_PLAIN where it has
   * another form, or where its effect depends on a hologram.
   */
  read(start: number, end: number): void {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    this.operation = 'none';
    this.changed = 0;
    this.attributeCount = 0;
    this.#deltas++;
    this.#cleared.length = 0;
    cursor.enter(bytes, start, end);
    if (!cursor.openTag()) {
      if (cursor.at < end) throw NOT_PLAIN;
      return;
    }
    if (!DELTA.is(bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
    cursor.readAttributes();
    this.#keep(NEW_DN, this.newDn);
    this.#keep(DN, this.dn);
    this.operation = this.#readOperation();
    if (!cursor.selfClosed) {
      this.#tags.restart();
      while (this.#readChild());
      if (!cursor.closeTag(END_OF_DELTA)) throw NOT_PLAIN;
    }
    if (cursor.skipSpace()) throw NOT_PLAIN;
  }

  /** Adds the values that attributes lose which are deleted without a list; the entry before stands in `[start, end)`. */
  addCleared(count: ValueCount, start: number, end: number): void {
    for (const name of this.#cleared) this.changed += count.of(this.#words.word(name), start, end);
  }

  #readOperation(): Operation | 'none' {
    const cursor = this.#cursor;
    const attribute = cursor.attribute(OPERATION);
    const start = cursor.valueStart(attribute);
    const end = cursor.valueEnd(attribute);
    for (const [word, operation] of OPERATIONS) {
      if (attribute !== -1 && word.is(cursor.bytes, start, end)) {
        return operation === 'update' && this.newDn.end > this.newDn.start ? 'rename' : operation;
      }
    }
    throw NOT_PLAIN;
  }

  #readChild(): boolean {
    const tag = this.#tags.recall(this.#cursor) ?? this.#nextTag();
    if (tag === null) return false;
    const cursor = this.#cursor;
    if (tag.role === null) {
      cursor.skipElement(tag.endTag);
      return true;
    }
    this.#addName(tag.name);
    const values = this.#values.count(tag.role, tag.endTag);
    this.changed += values;
    if (values === 0 && tag.isDelete) this.#cleared.push(tag.name);
    return true;
  }

  #nextTag(): DeltaTag | null {
    const cursor = this.#cursor;
    if (!cursor.openTag()) return null;
    const tagStart = cursor.nameStart - 1;
    const { role, endTag: tag } = this.#kinds.of(cursor);
    cursor.readAttributes();
    const known = this.#tags.find(cursor, tagStart);
    if (known !== null) return known;
    const name = cursor.attribute(NAME);
    const start = cursor.valueStart(name);
    const end = cursor.valueEnd(name);
    const isAttribute = role !== null;
    if (isAttribute && (cursor.referenced || end - start > LONGEST_TEXT)) throw NOT_PLAIN;
    const read = {
      role,
      endTag: tag,
      name: isAttribute ? this.#words.numberOf(cursor.bytes, start, end) : 0,
      isDelete: isAttribute && this.#operationOfAttribute() === 'delete',
    };
    this.#tags.keep(cursor, tagStart, read);
    return read;
  }

  /** What an attribute of the delta says it does. A replace depends on the holograms: NOT_PLAIN. */
  #operationOfAttribute(): 'delete' | 'other' {
    const cursor = this.#cursor;
    const operation = cursor.attribute(OPERATION);
    if (operation === -1) return 'other';
    const start = cursor.valueStart(operation);
    const end = cursor.valueEnd(operation);
    if (UPDATE.is(cursor.bytes, start, end) || ADD.is(cursor.bytes, start, end)) return 'other';
    if (DELETE.is(cursor.bytes, start, end)) return 'delete';
    throw NOT_PLAIN;
  }

  #addName(word: number): void {
    if (word >= this.#named.length) this.#named = grown(this.#named, word + 1);
    if (this.#named[word] === this.#deltas) return;
    this.#named[word] = this.#deltas;
    if (this.attributeCount === this.attributes.length) {
      this.attributes = grown(this.attributes, this.attributeCount + 1);
    }
    this.attributes[this.attributeCount++] = word;
  }

  #keep(name: BytePattern, place: Place): void {
    const attribute = this.#cursor.attribute(name);
    place.start = attribute === -1 ? 0 : this.#cursor.valueStart(attribute);
    place.end = attribute === -1 ? 0 : this.#cursor.valueEnd(attribute);
  }
}

function grown(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
