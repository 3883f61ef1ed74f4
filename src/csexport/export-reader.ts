import type { ByteRange, CsObject } from './cs-object.ts';
import type { InputFault } from './input-fault.ts';

/** One object as it was read, and where it stands. */
export interface ReadObject {
  readonly object: CsObject;
  readonly range: ByteRange;
}

/** How a reading ended: whole, or with the fault after which nothing more could be read. */
export type ReadEnd = { readonly fault: null } | { readonly fault: InputFault };

/** What a file looked like when it was opened: enough to notice later that it has changed. */
export interface FileIdentity {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** How an export's text is written in bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';
