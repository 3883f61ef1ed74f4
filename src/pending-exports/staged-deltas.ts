import { type CsObject, type Delta, EXPORT_STATES, type ExportState } from '../csexport/cs-object.ts';
import type { Operation } from './export-row.ts';

/** A delta that will change something, and the state it is in. */
export interface StagedDelta {
  readonly state: ExportState;
  readonly delta: Delta;
}

/** The export deltas of an object that are not `none`: unapplied, escrowed, unconfirmed, in that order. */
export function stagedDeltas(object: CsObject): readonly StagedDelta[] {
  const staged: StagedDelta[] = [];
  for (const state of EXPORT_STATES) {
    const delta = object.deltas[state];
    if (delta !== null && delta.operation !== 'none') staged.push({ state, delta });
  }
  return staged;
}

/** True of a delta that states the whole new object, so that what it does not list goes away. */
export function statesWholeObject(delta: Delta): boolean {
  return delta.operation === 'replace' || delta.operation === 'delete-add';
}

/** The DN that a delta is about: its own, else the object's (an obsolete delta has none). */
export function dnOf(object: CsObject, delta: Delta): string {
  return delta.dn || object.dn;
}

const OPERATIONS: ReadonlySet<string> = new Set<Operation>([
  'add',
  'update',
  'delete',
  'delete-add',
  'replace',
  'obsolete',
]);

/** What a delta does, as an operator counts it: an update with a new DN is a rename; an unknown word is `other`. */
export function operationOf(delta: Delta): Operation {
  if (delta.operation === 'update' && delta.newDn) return 'rename';
  return isOperation(delta.operation) ? delta.operation : 'other';
}

function isOperation(word: string): word is Operation {
  return OPERATIONS.has(word);
}
