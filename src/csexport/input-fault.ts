/** What can be wrong with an input, one word each; a test names every one. */
export type FaultKind =
  | 'missing'
  | 'folder'
  | 'no-permission'
  | 'unreadable'
  | 'empty'
  | 'encoding'
  | 'bad-bytes'
  | 'bad-character'
  | 'not-xml'
  | 'doctype'
  | 'drop-file'
  | 'configuration-file'
  | 'other-root'
  | 'cut-off'
  | 'broken'
  | 'too-deep'
  | 'too-long'
  | 'changed';

/** Where in a file: bytes from its start, and the line counted from 1. */
export interface Place {
  readonly byte: number;
  readonly line: number;
}

/** A fault of the input, said so that an operator can act on it. Plain data: it crosses from the worker as it is. */
export interface InputFault {
  readonly kind: FaultKind;
  readonly file: string;
  /** null where the fault is not at a place: a missing file, say. */
  readonly place: Place | null;
  /** What is wrong: one sentence, without the file's name. */
  readonly what: string;
  /** What to do next: one or two sentences. */
  readonly next: string;
}

/** Carries an {@link InputFault} where a function cannot give its result. */
export class InputFaultError extends Error {
  override readonly name = 'InputFaultError';
  readonly fault: InputFault;

  constructor(fault: InputFault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

/**
 * One fault as text for a person: file, place, what is wrong, what to do next, in two lines.
 * The parts may come from the input: print the result through `printable`.
 */
export function describeFault(fault: InputFault): string {
  const where = fault.place === null ? '' : `, line ${fault.place.line}, byte ${fault.place.byte}`;
  return `${fault.file}${where}: ${fault.what}\n${fault.next}`;
}
