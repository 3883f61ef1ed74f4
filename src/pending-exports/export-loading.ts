import type { ReadEnd } from '../csexport/export-reader.ts';
import { type InputFault, InputFaultError } from '../csexport/input-fault.ts';
import type { OpenedExport } from '../csexport/open-export.ts';
import type { LoadEvent } from './load-event.ts';
import { RowBuilder } from './row-builder.ts';
import { ScannedRows } from './scanned-rows.ts';
import { TimeLeft } from './time-left.ts';

/** What a loading needs from outside. */
export interface LoadingDoor {
  /** Opens an export; throws an InputFaultError where it cannot. */
  readonly open: (path: string) => Promise<OpenedExport>;
  /** Milliseconds from any start, never running backwards. */
  readonly now: () => number;
  readonly post: (event: LoadEvent) => void;
  /** True where every byte is to be parsed, and nothing passed over. */
  readonly strict: boolean;
}

/** Rows wait at most this long for others to travel with, in milliseconds. */
const ROWS_EVERY = 60;
/** And no more than this many travel together. */
const ROWS_AT_ONCE = 4_000;
const PROGRESS_EVERY = 250;

/**
 * Reads export files one after the other and posts what it finds, as {@link LoadEvent}s. Never rejects: whatever is
 * wrong with a file is posted as that file's end, and the next one is read. An aborted `signal` ends every file.
 */
export async function loadFiles(
  files: readonly string[],
  door: LoadingDoor,
  signal: AbortSignal,
): Promise<void> {
  const pace = { progressAt: Number.NEGATIVE_INFINITY };
  for (const [file, path] of files.entries()) await new FileLoading(file, path, door, signal, pace).run();
  door.post({ kind: 'done' });
}

/** A fault for what is no fault of the input that we know: a disk that fails, a defect of our own. */
export function unreadable(file: string, error: unknown): InputFault {
  const what = error instanceof Error ? error.message : String(error);
  return {
    kind: 'unreadable',
    file,
    place: null,
    what: `Reading stopped: ${what}`,
    next: 'Copy the file to a local disk and open it from there. What was read before stays usable.',
  };
}

/** One file of a loading: reads it to its end, and posts its rows and its progress at their pace. */
class FileLoading {
  readonly #file: number;
  readonly #path: string;
  readonly #door: LoadingDoor;
  readonly #signal: AbortSignal;
  readonly #pace: { progressAt: number };
  readonly #timeLeft = new TimeLeft();
  #objects = 0;
  #bytes = 0;
  readonly #rows = new RowBuilder();
  #rowsAt = Number.NEGATIVE_INFINITY;

  constructor(
    file: number,
    path: string,
    door: LoadingDoor,
    signal: AbortSignal,
    pace: { progressAt: number },
  ) {
    this.#file = file;
    this.#path = path;
    this.#door = door;
    this.#signal = signal;
    this.#pace = pace;
  }

  async run(): Promise<void> {
    let fault: InputFault | null = null;
    try {
      if (!this.#signal.aborted) fault = await this.#read();
    } catch (error) {
      fault = error instanceof InputFaultError ? error.fault : unreadable(this.#path, error);
    }
    this.#postRows();
    this.#door.post({
      kind: 'ended',
      file: this.#file,
      objects: this.#objects,
      bytes: this.#bytes,
      stopped: this.#signal.aborted,
      fault,
    });
  }

  async #read(): Promise<InputFault | null> {
    const opened = await this.#door.open(this.#path);
    const { identity, encoding } = opened;
    this.#door.post({ kind: 'opened', file: this.#file, identity, encoding });
    const options = { strict: this.#door.strict, signal: this.#signal };
    const end = await eachStep(opened.scan(new ScannedRows(this.#rows), options), (objects) => {
      this.#objects += objects;
      this.#bytes = opened.bytesRead();
      this.#postInPace(identity.size);
    });
    this.#bytes = opened.bytesRead();
    return end.fault;
  }

  #postInPace(totalBytes: number): void {
    const now = this.#door.now();
    const rowsDue = now - this.#rowsAt >= ROWS_EVERY || this.#rows.size >= ROWS_AT_ONCE;
    if (this.#rows.size > 0 && rowsDue) {
      this.#postRows();
      this.#rowsAt = now;
    }
    if (now - this.#pace.progressAt < PROGRESS_EVERY) return;
    this.#pace.progressAt = now;
    this.#door.post({
      kind: 'progress',
      file: this.#file,
      bytes: this.#bytes,
      totalBytes,
      objects: this.#objects,
      secondsLeft: this.#timeLeft.seconds(now, this.#bytes, totalBytes),
    });
  }

  #postRows(): void {
    if (this.#rows.size === 0) return;
    this.#door.post({ kind: 'rows', file: this.#file, rows: this.#rows.take() });
  }
}

/** Tells `take` of each step and returns the end. Closes the file where `take` throws. */
async function eachStep(
  steps: AsyncGenerator<number, ReadEnd>,
  take: (objects: number) => void,
): Promise<ReadEnd> {
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return step.value;
      take(step.value);
    }
  } finally {
    await steps.return({ fault: null });
  }
}
