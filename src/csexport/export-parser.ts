import type { CsObject } from './cs-object.ts';
import { DocumentText, type TextBlock } from './document-text.ts';
import type { Encoding, ReadObject } from './export-reader.ts';
import { type FaultReason, ReadingStopped } from './fault-reason.ts';
import { broken, cutOff, empty, objectTooLong } from './fault-reasons.ts';
import type { Place } from './input-fault.ts';
import { LIMITS } from './limits.ts';
import { ObjectBuilder } from './object-builder.ts';
import { Places } from './places.ts';
import { XmlDocument } from './xml-document.ts';

/** What one piece of a file gave: the objects that end in it, and the fault after which nothing more can be read. */
export interface ParsedPiece {
  readonly objects: readonly ReadObject[];
  readonly fault: PlacedReason | null;
}

/** A fault with its place, still without its file. */
export interface PlacedReason {
  readonly reason: FaultReason;
  readonly place: Place;
}

/** What another reading has read of a file, up to a place between two objects. */
export interface ReadBefore {
  readonly objects: number;
  /** How many lines end before that place. */
  readonly lines: number;
}

const NOTHING: ReadBefore = { objects: 0, lines: 0 };

/**
 * The reference reading of an export: bytes, in any pieces, to cs-objects with their byte ranges. It checks the whole
 * document. A faster reading of the same files has the same shape: `write` and `end`.
 */
export class ExportParser {
  readonly #text: DocumentText;
  readonly #builder: ObjectBuilder;
  readonly #document: XmlDocument;
  readonly #longestObject: number;
  readonly #before: ReadBefore;
  #places: Places | null = null;
  #objects: ReadObject[] = [];
  #count = 0;
  #objectByte = 0;
  #objectStart = 0;
  #sawText = false;

  /** `firstByte` is where in the file the text begins: after a byte order mark, or at a cs-object. */
  constructor(
    document: 'export' | 'object',
    encoding: Encoding,
    firstByte: number,
    limits = LIMITS,
    before: ReadBefore = NOTHING,
  ) {
    this.#before = before;
    this.#longestObject = limits.object;
    this.#text = new DocumentText(encoding, firstByte);
    this.#builder = new ObjectBuilder(document, limits.elements, {
      begun: () => this.#begin(),
      ended: (object) => this.#finish(object),
      stop: (reason) => {
        throw new ReadingStopped(reason, this.#document.markupStart);
      },
    });
    this.#document = new XmlDocument(this.#builder, limits);
  }

  /**
   * A parser of an export whose bytes begin between two objects, at `firstByte`: it goes on where another reading
   * stopped, with the root open.
   */
  static within(encoding: Encoding, firstByte: number, before: ReadBefore): ExportParser {
    const root = Buffer.from('<cs-objects>', encoding === 'utf-8' ? 'utf8' : 'utf16le');
    if (encoding === 'utf-16be') root.swap16();
    const parser = new ExportParser('export', encoding, firstByte - root.length, LIMITS, before);
    parser.write(root);
    return parser;
  }

  /** Takes the next bytes of the file. After a fault nothing more may be written. */
  write(bytes: Uint8Array): ParsedPiece {
    return this.#read(this.#text.write(bytes), false);
  }

  /** Takes the end of the file. */
  end(): ParsedPiece {
    return this.#read(this.#text.end(), true);
  }

  #read(block: TextBlock, last: boolean): ParsedPiece {
    const places = this.#enter(block);
    const fault = this.#parse(block, places) ?? this.#faultAfter(block, places, last);
    const objects = this.#objects;
    this.#objects = [];
    places.keep(this.#document.markupStart);
    return { objects, fault: fault === null ? null : this.#inFile(fault) };
  }

  #inFile({ reason, place }: PlacedReason): PlacedReason {
    return { reason, place: { byte: place.byte, line: place.line + this.#before.lines } };
  }

  #enter(block: TextBlock): Places {
    this.#places ??= new Places(block);
    this.#places.enter(block);
    return this.#places;
  }

  #parse(block: TextBlock, places: Places): PlacedReason | null {
    this.#sawText ||= /\S/.test(block.text);
    try {
      this.#document.write(block.text);
      this.#checkLength();
      return null;
    } catch (error) {
      if (error instanceof ReadingStopped) {
        return { reason: error.reason, place: places.placeOf(error.character) };
      }
      // sax must not take the program with it, whatever it stumbles over.
      const reason = broken(`it made the parser fail (${error})`);
      return { reason, place: places.placeOf(Math.max(block.start, this.#document.position - 1)) };
    }
  }

  #faultAfter(block: TextBlock, places: Places, last: boolean): PlacedReason | null {
    const end = places.placeOf(block.start + block.text.length);
    if (block.fault !== null) return { reason: block.fault, place: end };
    if (!last) return null;
    if (!this.#sawText) return { reason: empty(), place: end };
    if (this.#document.isComplete && !this.#text.insideCharacter) return null;
    const reason = cutOff(this.#document.whereItStands, this.#before.objects + this.#count);
    return { reason, place: { byte: this.#text.bytesTaken, line: end.line } };
  }

  #checkLength(): void {
    const { position } = this.#document;
    if (this.#builder.insideObject && position - this.#objectStart > this.#longestObject) {
      throw new ReadingStopped(objectTooLong(this.#longestObject), position - 1);
    }
  }

  #begin(): void {
    this.#objectStart = this.#document.markupStart;
    this.#objectByte = this.#places?.byteAt(this.#objectStart) ?? 0;
  }

  #finish(object: CsObject): void {
    const end = this.#places?.byteAt(this.#document.position) ?? 0;
    this.#objects.push({ object, range: { start: this.#objectByte, end } });
    this.#count++;
  }
}
