import type { FaultKind, InputFault, Place } from './input-fault.ts';

/** A fault without its file and place: what is wrong, and what to do next. */
export interface FaultReason {
  readonly kind: FaultKind;
  readonly what: string;
  readonly next: string;
}

/** Thrown inside the reader to stop the parser at once; never leaves it. */
export class ReadingStopped extends Error {
  readonly reason: FaultReason;
  /** Index of the character, in the text as the parser sees it, at which the fault stands. */
  readonly character: number;

  constructor(reason: FaultReason, character: number) {
    super(reason.what);
    this.reason = reason;
    this.character = character;
  }
}

/** Gives a reason its file and its place. */
export function faultOf(reason: FaultReason, file: string, place: Place | null): InputFault {
  return { kind: reason.kind, file, place, what: reason.what, next: reason.next };
}
