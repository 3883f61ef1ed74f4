import { type ByteCursor, endTag, NOT_PLAIN } from './byte-cursor.ts';
import { BytePattern } from './byte-pattern.ts';
import { type ElementKind, ElementKinds } from './element-kinds.ts';
import { TagMemory } from './tag-memory.ts';

/** The children of a cs-object that a row is made of. */
export const PART = {
  unappliedExport: 0,
  escrowedExport: 1,
  unconfirmedExport: 2,
  unappliedHologram: 3,
  escrowedHologram: 4,
  unconfirmedHologram: 5,
  synchronizedHologram: 6,
  pendingImportHologram: 7,
  connectorId: 8,
  connectorName: 9,
  importErrors: 10,
  exportErrors: 11,
} as const;
export type Part = (typeof PART)[keyof typeof PART];
const PART_COUNT = Object.keys(PART).length;

const PARTS_BY_NAME: Readonly<Record<string, Part>> = {
  'unapplied-export': PART.unappliedExport,
  'escrowed-export': PART.escrowedExport,
  'unconfirmed-export': PART.unconfirmedExport,
  'synchronized-hologram': PART.synchronizedHologram,
  'unapplied-export-hologram': PART.unappliedHologram,
  'escrowed-export-hologram': PART.escrowedHologram,
  'unconfirmed-export-hologram': PART.unconfirmedHologram,
  'pending-import-hologram': PART.pendingImportHologram,
  'ma-id': PART.connectorId,
  'ma-name': PART.connectorName,
  'import-errordetail': PART.importErrors,
  'export-errordetail': PART.exportErrors,
};
/** None can stand inside another. */
const NESTED_OBJECT = -1;

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
  readonly #kinds = new ElementKinds<number>({ ...PARTS_BY_NAME, 'cs-object': NESTED_OBJECT });
  readonly #tags = new TagMemory<ElementKind<number>>();
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
    // What ends here is not this element then.
    if (cursor.selfClosed) throw NOT_PLAIN;
    this.#keepAttribute(ID, this.id);
    this.#keepAttribute(DN, this.dn);
    this.#keepAttribute(TYPE, this.type);
    this.#starts.fill(0);
    this.#ends.fill(0);
    this.#tags.restart();
    while (this.#readChild());
    if (!cursor.closeTag(END_OF_OBJECT) || cursor.at !== end) throw NOT_PLAIN;
  }

  /** Where the content of a part begins; 0 where the object has no such part. */
  start(part: Part): number {
    return this.#starts[part] ?? 0;
  }

  /** Where the content of a part ends. */
  end(part: Part): number {
    return this.#ends[part] ?? 0;
  }

  hasAttributes(part: Part): boolean {
    return this.start(part) > 0 && this.#withAttributes[part] === 1;
  }

  #readChild(): boolean {
    const cursor = this.#cursor;
    const known = this.#tags.recall(cursor);
    if (known === null) return this.#readNewChild();
    this.#pass(known, 0);
    return true;
  }

  #readNewChild(): boolean {
    const cursor = this.#cursor;
    if (!cursor.openTag()) return false;
    const start = cursor.nameStart - 1;
    const kind = this.#kinds.of(cursor);
    cursor.readAttributes();
    const { attributeCount } = cursor;
    if (attributeCount === 0 && this.#tags.find(cursor, start) === null) this.#tags.keep(cursor, start, kind);
    this.#pass(kind, attributeCount);
    return true;
  }

  #pass({ role, endTag: tag }: ElementKind<number>, attributeCount: number): void {
    const start = this.#cursor.at;
    const end = this.#cursor.skipElement(tag);
    if (role === null) return;
    if (role === NESTED_OBJECT || this.#starts[role] !== 0) throw NOT_PLAIN;
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
