import type { FileIdentity } from '../../src/csexport/export-reader.ts';
import type { InputFault } from '../../src/csexport/input-fault.ts';
import type { LoadEvent } from '../../src/pending-exports/load-event.ts';

/** How far the reading of one export file is. */
export interface FileLoad {
  readonly path: string;
  /** null until the file is open. */
  readonly identity: FileIdentity | null;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Every cs-object read, staged or not. */
  readonly objects: number;
  readonly secondsLeft: number | null;
  readonly end: { readonly stopped: boolean; readonly fault: InputFault | null } | null;
}

/** How far the loading is as a whole. */
export interface LoadState {
  readonly files: readonly FileLoad[];
  readonly done: boolean;
}

/** The state before the first event. */
export function newLoad(paths: readonly string[]): LoadState {
  return {
    files: paths.map((path) => ({
      path,
      identity: null,
      bytes: 0,
      totalBytes: 0,
      objects: 0,
      secondsLeft: null,
      end: null,
    })),
    done: false,
  };
}

/** The state after one event. Rows change nothing here: they go into the table. */
export function reduceLoad(load: LoadState, event: LoadEvent): LoadState {
  switch (event.kind) {
    case 'opened':
      return inFile(load, event.file, { identity: event.identity, totalBytes: event.identity.size });
    case 'progress':
      return inFile(load, event.file, {
        bytes: event.bytes,
        totalBytes: event.totalBytes,
        objects: event.objects,
        secondsLeft: event.secondsLeft,
      });
    case 'ended':
      return inFile(load, event.file, {
        bytes: event.bytes,
        objects: event.objects,
        secondsLeft: null,
        end: { stopped: event.stopped, fault: event.fault },
      });
    case 'rows':
      return load;
    case 'done':
      return { ...load, done: true };
    default: {
      const never: never = event;
      return never;
    }
  }
}

function inFile(load: LoadState, file: number, change: Partial<FileLoad>): LoadState {
  return { ...load, files: load.files.map((one, index) => (index === file ? { ...one, ...change } : one)) };
}

/** True where some of what the files hold is not in the table and will not come. */
export function isPartial(load: LoadState): boolean {
  return load.files.some((file) => file.end !== null && (file.end.stopped || file.end.fault !== null));
}

/** Every cs-object read so far, of all files. */
export function objectsRead(load: LoadState): number {
  return load.files.reduce((sum, file) => sum + file.objects, 0);
}
