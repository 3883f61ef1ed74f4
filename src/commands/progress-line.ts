import type { OutputStream } from './command-io.ts';
import { counted } from './messages.ts';

const SMALLEST_PAUSE = 250;
const SETTLED_AFTER = 1000;

/** One line on a terminal that says how far a reading is: rewritten at most four times a second, gone at the end. */
export class ProgressLine {
  readonly #stream: OutputStream;
  readonly #now: () => Date;
  readonly #start: number;
  #lastShown = Number.NEGATIVE_INFINITY;

  /** `stream` must be a terminal. */
  constructor(stream: OutputStream, now: () => Date) {
    this.#stream = stream;
    this.#now = now;
    this.#start = now().getTime();
  }

  /** Bytes of `total` and objects read so far. */
  show(bytes: number, total: number, objects: number): void {
    const now = this.#now().getTime();
    if (now - this.#lastShown < SMALLEST_PAUSE) return;
    this.#lastShown = now;
    this.#stream.write(`\r${progressText(bytes, total, objects, now - this.#start)}\x1b[K`);
  }

  clear(): void {
    if (this.#lastShown !== Number.NEGATIVE_INFINITY) this.#stream.write('\r\x1b[K');
    this.#lastShown = Number.NEGATIVE_INFINITY;
  }
}

function progressText(bytes: number, total: number, objects: number, elapsed: number): string {
  const percent = total === 0 ? 100 : Math.floor((bytes / total) * 100);
  const left = elapsed < SETTLED_AFTER || bytes === 0 ? null : (elapsed / bytes) * (total - bytes);
  const seconds = left === null ? '' : `, ${Math.ceil(left / 1000)} s left`;
  return `${percent} %, ${counted(objects, 'object')}${seconds}`;
}
