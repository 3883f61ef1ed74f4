import type { CsObject, Delta, ErrorDetail, ExportState } from '../csexport/cs-object.ts';
import { changesOf } from './delta-changes.ts';
import { EntryValues, valuesBefore } from './entry-values.ts';
import { nameInDn, nameInHolograms } from './object-name.ts';
import type { AttributeChange, PendingExport } from './pending-export.ts';
import { dnOf, stagedDeltas } from './staged-deltas.ts';

/**
 * The pending exports of one object: a record for each of its unapplied, escrowed and unconfirmed deltas that is not
 * `none`, in that order. The form is the promise of `analyze --format ndjson`, to the order of the keys.
 */
export function pendingExportsOf(object: CsObject): PendingExport[] {
  const staged = stagedDeltas(object);
  if (staged.length === 0) return [];
  const errors = object.errors.map(errorRecord);
  return staged.map(({ state, delta }) => {
    const dn = dnOf(object, delta);
    return {
      id: object.id,
      connectorId: object.connectorId,
      connectorName: object.connectorName,
      type: object.type,
      operation: delta.operation,
      dn,
      newDn: delta.newDn || null,
      name: nameInHolograms(object, state) ?? nameInDn(dn),
      state,
      changes: attributeChanges(object, state, delta),
      errors,
    };
  });
}

function attributeChanges(object: CsObject, state: ExportState, delta: Delta): AttributeChange[] {
  const synchronized = new EntryValues(object.holograms.synchronized);
  const afterEntry = object.holograms[state];
  const after = new EntryValues(afterEntry);
  return changesOf(object, delta, synchronized).map(({ attribute, operation, added, deleted }) => ({
    attribute,
    operation,
    added,
    deleted,
    before: valuesBefore(object, delta, synchronized, attribute),
    after: afterEntry === null ? null : after.texts(attribute),
  }));
}

function errorRecord(error: ErrorDetail): ErrorDetail {
  const { direction, type, code, literal, detail, first, last, retries } = error;
  return { direction, type, code, literal, detail, first, last, retries };
}
