import type { ByteSource } from './byte-source.ts';
import { incompleteTail } from './encoding.ts';
import type { Encoding } from './export-reader.ts';
import { isPlain, judgeable } from './plain-bytes.ts';

/** Bytes of UTF-8 that a unit of UTF-16 takes at most. */
const UTF8_OF_UNIT = 3;
/** Where less is free, there is more room to be made. */
const LEAST_ROOM = 1024;

/** The part of a file that is at hand, as UTF-8 bytes: it moves on as it is read, and grows where one object needs it. */
export class ByteWindow {
  readonly #source: ByteSource;
  readonly #size: number;
  /** The byte of the file after the last one that was taken in. */
  #taken: number;
  readonly #encoding: Encoding;
  /** UTF-16 as it was read; what is left of a character at its end is kept for the next time. */
  readonly #units: Buffer;
  #unitsKept = 0;
  #malformed = false;
  /** Which byte of the file stands at `#placedAt` of `bytes`: the rest is counted from there. */
  #origin: number;
  #placedAt = 0;
  #ended = false;
  /** Where what is not plain ends, and where what was judged ends. */
  #doubtfulTo = 0;
  #judgedTo = 0;
  bytes: Buffer;
  /** Where what is at hand ends in `bytes`. */
  filled = 0;

  /** Reads a file of `size` bytes from byte `first` on, about `capacity` bytes at a time. */
  constructor(source: ByteSource, encoding: Encoding, first: number, size: number, capacity: number) {
    this.#source = source;
    this.#encoding = encoding;
    this.#units = Buffer.allocUnsafeSlow(encoding === 'utf-8' ? 0 : Math.floor(capacity / UTF8_OF_UNIT) * 2);
    this.#size = size;
    this.#taken = first;
    this.#origin = first;
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  /** The byte of the file after the last one that was taken in. */
  get taken(): number {
    return this.#taken;
  }

  /** True where the file has no more bytes. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Which byte of the file stands at this place. */
  fileByte(place: number): number {
    if (this.#encoding === 'utf-8') return this.#origin + place;
    // Of a character in UTF-8 a string has as many units as UTF-16 has. Places are mostly asked in their order.
    const from = Math.min(this.#placedAt, place);
    const to = Math.max(this.#placedAt, place);
    const bytes = this.bytes.toString('utf8', from, to).length * 2;
    this.#origin += place < this.#placedAt ? -bytes : bytes;
    this.#placedAt = place;
    return this.#origin;
  }

  /** Whether `[start, end)` holds what {@link isPlain} allows; null where that cannot be told before more was read. */
  isPlain(start: number, end: number): boolean | null {
    if (end > this.#judgedTo) return null;
    return start >= this.#doubtfulTo || isPlain(this.bytes, start, end);
  }

  /**
   * Drops what comes before `from`, and takes in more of the file: at most `wanted` bytes. What stood at `from` stands
   * at 0 then.
   */
  async advance(from: number, wanted: number): Promise<void> {
    this.#makeRoom(from);
    const count = this.#encoding === 'utf-8' ? await this.#take(wanted) : await this.#takeUnits();
    this.#ended = count === 0;
    this.#judge();
  }

  async #take(wanted: number): Promise<number> {
    const room = Math.min(wanted, this.bytes.length - this.filled, this.#size - this.#taken);
    if (room === 0) return 0;
    const into = this.bytes.subarray(this.filled, this.filled + room);
    const count = await this.#source.read(into, this.#taken);
    this.#taken += count;
    this.filled += count;
    return count;
  }

  /** Takes in UTF-16 as UTF-8. Where it is none, nothing more is taken in: the parser says what is wrong. */
  async #takeUnits(): Promise<number> {
    const free = Math.floor((this.bytes.length - this.filled) / UTF8_OF_UNIT) * 2;
    const room = Math.min(free, this.#units.length) - this.#unitsKept;
    const wanted = Math.max(0, Math.min(room, this.#size - this.#taken));
    if (wanted === 0 || this.#malformed) return 0;
    const into = this.#units.subarray(this.#unitsKept, this.#unitsKept + wanted);
    const count = await this.#source.read(into, this.#taken);
    this.#taken += count;
    const all = this.#units.subarray(0, this.#unitsKept + count);
    const whole = all.subarray(0, all.length - incompleteTail(all, this.#encoding));
    if (this.#encoding === 'utf-16be') whole.swap16();
    const text = whole.toString('utf16le');
    this.#malformed = !text.isWellFormed();
    if (this.#malformed) return 0;
    this.filled += this.bytes.write(text, this.filled);
    this.#unitsKept = all.copyWithin(0, whole.length).length - whole.length;
    return count;
  }

  #makeRoom(from: number): void {
    const { bytes } = this;
    if (from > 0) {
      const byte = this.fileByte(from);
      bytes.copyWithin(0, from, this.filled);
      this.#origin = byte;
      this.#placedAt = 0;
      this.filled -= from;
      this.#judgedTo -= from;
      this.#doubtfulTo -= from;
    }
    if (bytes.length - this.filled > LEAST_ROOM) return;
    this.bytes = Buffer.allocUnsafeSlow(bytes.length * 2);
    bytes.copy(this.bytes);
  }

  #judge(): void {
    const from = Math.max(0, this.#judgedTo);
    const to = judgeable(this.bytes, from, this.filled);
    if (to > from && !isPlain(this.bytes, from, to)) this.#doubtfulTo = to;
    this.#judgedTo = to;
  }
}
