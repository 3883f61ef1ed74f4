import { Worker } from 'node:worker_threads';
import { unreadable } from './export-loading.ts';
import type { Load, LoadEvent } from './load-event.ts';

/** How long a stopped reading may take to end by itself, in milliseconds: a share that is gone can hold it for minutes. */
const STOP_WITHIN = 2_000;

/** Runs in the thread that reads: beside this file in the sources, beside its chunk in the built program. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './export-worker.ts' : './export-worker.js',
  import.meta.url,
);

/** How files are loaded. */
export interface LoadOptions {
  /** True where every byte is to be parsed. Else what rows are not made of is passed over: that is far quicker. */
  readonly strict?: boolean;
  /** What runs in the thread; a test hands in another. */
  readonly script?: URL;
}

/**
 * Reads export files one after the other in a thread of its own, and tells what it finds as {@link LoadEvent}s.
 * Never throws: what is wrong with a file comes as that file's end. Once stopped it keeps no process alive.
 */
export function loadExports(
  files: readonly string[],
  listen: (event: LoadEvent) => void,
  { strict = false, script = WORKER }: LoadOptions = {},
): Load {
  const told = new Told(files, listen);
  const worker = new Worker(script, { workerData: { files, strict }, execArgv: [] });
  worker.on('message', (event: LoadEvent) => told.hear(event));
  worker.on('error', (error: unknown) => told.crash(error));
  worker.on('exit', () => told.crash(new Error('the reading thread ended too early')));
  return {
    stop: () => {
      told.stopped = true;
      worker.postMessage('stop');
      worker.unref();
      setTimeout(() => void worker.terminate(), STOP_WITHIN).unref();
    },
  };
}

/** What the listener has been told, so that every file ends once, also when the thread dies. */
class Told {
  stopped = false;
  #done = false;
  readonly #files: readonly string[];
  readonly #listen: (event: LoadEvent) => void;
  /** By file: what was read of it as far as it is known, and whether its end was told. */
  readonly #read: { objects: number; bytes: number; ended: boolean }[];

  constructor(files: readonly string[], listen: (event: LoadEvent) => void) {
    this.#files = files;
    this.#listen = listen;
    this.#read = files.map(() => ({ objects: 0, bytes: 0, ended: false }));
  }

  hear(event: LoadEvent): void {
    if (this.#done) return;
    if (event.kind === 'done') this.#done = true;
    if (event.kind === 'progress' || event.kind === 'ended') {
      const { file, objects, bytes } = event;
      this.#read[file] = { objects, bytes, ended: event.kind === 'ended' };
    }
    this.#listen(event);
  }

  /** Ends what has not ended. A thread that was stopped may be gone without a word: that is no fault. */
  crash(error: unknown): void {
    this.#read.forEach(({ objects, bytes, ended }, file) => {
      if (ended) return;
      const fault = this.stopped ? null : unreadable(this.#files[file] ?? '', error);
      this.hear({ kind: 'ended', file, objects, bytes, stopped: this.stopped, fault });
    });
    this.hear({ kind: 'done' });
  }
}
