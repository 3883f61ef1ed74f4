import type { ByteSource } from './byte-source.ts';
import { isPlain, judgeable } from './plain-bytes.ts';

/** The part of a file that is at hand, as UTF-8 bytes: it moves on as it is read, and grows where one object needs it. */
export class ByteWindow {
  readonly #source: ByteSource;
  readonly #size: number;
  /** The byte of the file after the last one that was taken in. */
  #taken: number;
  /** Which byte of the file the first byte of `bytes` is. */
  #origin: number;
  #ended = false;
  /** Where what is not plain ends, and where what was judged ends. */
  #doubtfulTo = 0;
  #judgedTo = 0;
  bytes: Buffer;
  /** Where what is at hand ends in `bytes`. */
  filled = 0;

  /** Reads a file of `size` bytes from byte `first` on, about `capacity` bytes at a time. */
  constructor(source: ByteSource, first: number, size: number, capacity: number) {
    this.#source = source;
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
    return this.#origin + place;
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
    const room = Math.min(wanted, this.bytes.length - this.filled, this.#size - this.#taken);
    const into = this.bytes.subarray(this.filled, this.filled + room);
    const count = room === 0 ? 0 : await this.#source.read(into, this.#taken);
    this.#taken += count;
    this.filled += count;
    this.#ended = count === 0;
    this.#judge();
  }

  #makeRoom(from: number): void {
    const { bytes } = this;
    if (from > 0) {
      bytes.copyWithin(0, from, this.filled);
      this.#origin += from;
      this.filled -= from;
      this.#judgedTo -= from;
      this.#doubtfulTo -= from;
    }
    if (this.filled < bytes.length) return;
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
