import type { Encoding, FileIdentity } from '../csexport/export-reader.ts';
import type { InputFault } from '../csexport/input-fault.ts';
import type { Rows } from './row-batch.ts';

/** What the loading of export files tells, in order. `file` is the place of the file in the list that was asked for. */
export type LoadEvent =
  | {
      readonly kind: 'opened';
      readonly file: number;
      readonly identity: FileIdentity;
      readonly encoding: Encoding;
    }
  | { readonly kind: 'rows'; readonly file: number; readonly rows: Rows }
  /** At most four a second. `objects` counts every cs-object read, staged or not; `secondsLeft` is null until it can be told. */
  | {
      readonly kind: 'progress';
      readonly file: number;
      readonly bytes: number;
      readonly totalBytes: number;
      readonly objects: number;
      readonly secondsLeft: number | null;
    }
  /** The file is read, stopped or faulty. Rows that came before stay good. Once for each file, also for one that cannot be opened. */
  | {
      readonly kind: 'ended';
      readonly file: number;
      readonly objects: number;
      readonly bytes: number;
      readonly stopped: boolean;
      readonly fault: InputFault | null;
    }
  /** Every file has ended. */
  | { readonly kind: 'done' };

/** A loading under way. */
export interface Load {
  /** Ends it; what was read stays. Ends follow as events. */
  readonly stop: () => void;
}
