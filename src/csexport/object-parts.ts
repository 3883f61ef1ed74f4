import { type ByteCursor, endTag, NOT_PLAIN } from './byte-cursor.ts';
import { BytePattern } from './byte-pattern.ts';
import { ElementKinds } from './element-kinds.ts';

/** The children of a cs-object that a row is made of, by their elements' names. */
const PARTS = {
  'unapplied-export': 0,
  'escrowed-export': 1,
  'unconfirmed-export': 2,
  'synchronized-hologram': 3,
  'unapplied-export-hologram': 4,
  'escrowed-export-hologram': 5,
  'unconfirmed-export-hologram': 6,
  'pending-import-hologram': 7,
  'ma-id': 8,
  'ma-name': 9,
  'import-errordetail': 10,
  'export-errordetail': 11,
} as const;

export type PartName = keyof typeof PARTS;
const PART_COUNT = Object.keys(PARTS).length;
const OBJECT = new BytePattern('cs-object');
const END_OF_OBJECT = endTag('cs-object');
const ID = new BytePattern('id');
const DN = new BytePattern('cs-dn');
const TYPE = new BytePattern('object-type');

/** Where one thing stands in bytes, `[start, end)`; both 0 where it is missing. */
export interface Place {
  start: number;
  end: number;
}

/** Finds where the parts of one cs-object stand, passing over all that is in them. */
export class ObjectParts {
  readonly id: Place = { start: 0, end: 0 };
  readonly dn: Place = { start: 0, end: 0 };
  readonly type: Place = { start: 0, end: 0 };
  readonly #cursor: ByteCursor;
  readonly #kinds = new ElementKinds<number>(PARTS);
  readonly #starts = new Int32Array(PART_COUNT);
  readonly #ends = new Int32Array(PART_COUNT);
  readonly #withAttributes = new Uint8Array(PART_COUNT);

  constructor(cursor: ByteCursor) {
    this.#cursor = cursor;
  }

  /** Reads the object in `[start, end)`. Throws NOT_PLAIN where it has another form, or a part twice. */
  read(bytes: Buffer, start: number, end: number): void {
    const cursor = this.#cursor;
    cursor.enter(bytes, start, end);
    if (!cursor.openTag() || !OBJECT.is(bytes, cursor.nameStart, cursor.nameEnd)) throw NOT_PLAIN;
    cursor.readAttributes();
    this.#keepAttribute(ID, this.id);
    this.#keepAttribute(DN, this.dn);
    this.#keepAttribute(TYPE, this.type);
    this.#starts.fill(0);
    this.#ends.fill(0);
    while (cursor.openTag()) this.#readChild();
    if (!cursor.closeTag(END_OF_OBJECT) || cursor.at !== end) throw NOT_PLAIN;
  }

  /** Where the content of a part begins; 0 where the object has no such part. */
  start(part: PartName): number {
    return this.#starts[PARTS[part]] ?? 0;
  }

  /** Where the content of a part ends. */
  end(part: PartName): number {
    return this.#ends[PARTS[part]] ?? 0;
  }

  hasAttributes(part: PartName): boolean {
    return this.start(part) > 0 && this.#withAttributes[PARTS[part]] === 1;
  }

  #readChild(): void {
    const cursor = this.#cursor;
    const { role, endTag: tag } = this.#kinds.of(cursor);
    cursor.readAttributes();
    const { at: start, attributeCount } = cursor;
    const end = cursor.skipElement(tag);
    if (role === null) return;
    if (this.#starts[role] !== 0) throw NOT_PLAIN;
    this.#starts[role] = start;
    this.#ends[role] = end;
    this.#withAttributes[role] = attributeCount > 0 ? 1 : 0;
  }

  #keepAttribute(name: BytePattern, place: Place): void {
    const attribute = this.#cursor.attribute(name);
    place.start = attribute === -1 ? 0 : this.#cursor.valueStart(attribute);
    place.end = attribute === -1 ? 0 : this.#cursor.valueEnd(attribute);
  }
}
