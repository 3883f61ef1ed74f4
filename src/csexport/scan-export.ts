import type { ByteSource } from './byte-source.ts';
import { ByteWindow } from './byte-window.ts';
import { ExportParser } from './export-parser.ts';
import type { Encoding, ReadObject } from './export-reader.ts';
import { FIRST_BLOCK_BYTES, LIMITS, SCAN_BLOCK_BYTES } from './limits.ts';
import { LESS_THAN } from './markup-bytes.ts';
import { ObjectScanner } from './object-scanner.ts';

/** Takes what a scan finds, object by object, in the file's order. */
export interface ObjectTaker {
  /**
   * Takes an object from its bytes, `[start, end)` of well-formed UTF-8 without comments, CDATA and instructions;
   * in the file it stands at `[fileStart, fileEnd)`. Gives false, and keeps nothing, where it has a form that must be
   * parsed: then it comes once more, whole.
   */
  takeBytes(bytes: Buffer, start: number, end: number, fileStart: number, fileEnd: number): boolean;
  /** Takes an object that was parsed. */
  take(read: ReadObject): void;
}

/** Where a scan came to: `byte` is the end of the file, or a place between two objects from which the rest must be parsed. */
export interface ScanEnd {
  readonly whole: boolean;
  readonly byte: number;
  readonly objects: number;
}

const HEADER =
  /^(?:<\?xml version="1\.0"(?: encoding="(?:[Uu][Tt][Ff]-(?:8|16))")?(?: standalone="(?:yes|no)")? ?\?>)?[ \t\r\n]*<cs-objects[ \t\r\n]*>/;
const LONGEST_HEADER = 512;
const OBJECT_LIMITS = { ...LIMITS, nesting: LIMITS.nesting - 1 };
/** The shortest element, `<a/>`: fewer bytes cannot hold more elements than the parser's limit. */
const SHORTEST_ELEMENT = 4;

/**
 * Reads an export by its bytes: finds each object and hands it on without parsing it. What it does not know it leaves to
 * the parser: one object, or the rest of the file.
 */
export class ExportScan {
  readonly #window: ByteWindow;
  readonly #taker: ObjectTaker;
  readonly #scanner = new ObjectScanner();
  /** Up to where the window's bytes are done with. */
  #from = 0;
  #objects = 0;

  /** The text begins at byte `first`; the file has `size` bytes. */
  constructor(source: ByteSource, encoding: Encoding, first: number, size: number, taker: ObjectTaker) {
    this.#window = new ByteWindow(source, encoding, first, size, SCAN_BLOCK_BYTES);
    this.#taker = taker;
  }

  /** The byte of the file after the last one that was read. */
  get bytesRead(): number {
    return this.#window.taken;
  }

  /** Reads block by block; gives how many objects each held, and returns where it came to. */
  async *run(signal?: AbortSignal): AsyncGenerator<number, ScanEnd> {
    await this.#window.advance(0, FIRST_BLOCK_BYTES);
    if (!this.#passHeader()) return this.#ended(false);
    for (;;) {
      const before = this.#objects;
      const whole = this.#takeObjects();
      if (this.#objects > before) yield this.#objects - before;
      if (whole !== null || signal?.aborted) return this.#ended(whole ?? false);
      await this.#window.advance(this.#from, SCAN_BLOCK_BYTES);
      this.#from = 0;
    }
  }

  #ended(whole: boolean): ScanEnd {
    return { whole, byte: this.#window.fileByte(this.#from), objects: this.#objects };
  }

  #passHeader(): boolean {
    const { bytes, filled } = this.#window;
    const header = HEADER.exec(bytes.toString('latin1', 0, Math.min(filled, LONGEST_HEADER)));
    this.#from = header?.[0].length ?? 0;
    return header !== null;
  }

  /** Takes the objects at hand. Gives true at the file's end, false where the rest must be parsed, null where more is needed. */
  #takeObjects(): boolean | null {
    const window = this.#window;
    for (;;) {
      const scanned = this.#scanner.next(window.bytes, this.#from, window.filled);
      if (scanned === 'other') return false;
      if (scanned !== 'object') return this.#atEnd(scanned === 'end');
      const { start, end } = this.#scanner;
      const plain = window.isPlain(start, end);
      if (plain === null) return this.#atEnd(false);
      if (!this.#take(plain, start, end)) return false;
      this.#from = end;
      this.#objects++;
    }
  }

  #atEnd(rootEnded: boolean): boolean | null {
    if (this.#window.ended) return rootEnded;
    return this.#window.filled - this.#from > LIMITS.object / 2 ? false : null;
  }

  #take(plain: boolean, start: number, end: number): boolean {
    const { bytes } = this.#window;
    const fileStart = this.#window.fileByte(start);
    const fileEnd = this.#window.fileByte(end);
    const mayTake = plain && !mayBeTooFull(bytes.subarray(start, end));
    if (mayTake && this.#taker.takeBytes(bytes, start, end, fileStart, fileEnd)) return true;
    const parser = new ExportParser('object', 'utf-8', fileStart, OBJECT_LIMITS);
    const pieces = [parser.write(bytes.subarray(start, end)), parser.end()];
    const [read] = pieces.flatMap(({ objects }) => objects);
    if (read === undefined || pieces.some(({ fault }) => fault !== null)) return false;
    this.#taker.take({ object: read.object, range: { start: fileStart, end: fileEnd } });
    return true;
  }
}

function mayBeTooFull(object: Buffer): boolean {
  if (object.length < LIMITS.elements * SHORTEST_ELEMENT) return false;
  let tags = 0;
  for (let at = object.indexOf(LESS_THAN); at !== -1; at = object.indexOf(LESS_THAN, at + 1)) tags++;
  return tags > LIMITS.elements;
}
