import type { CsObject } from '../csexport/cs-object.ts';
import type { ReadObject } from '../csexport/export-reader.ts';
import { changesOf, type DeltaChange } from './delta-changes.ts';
import { EntryValues } from './entry-values.ts';
import type { ExportRow, Identity } from './export-row.ts';
import { identityOf } from './identity.ts';
import { nameOf } from './object-name.ts';
import { short } from './short-text.ts';
import { dnOf, operationOf, stagedDeltas } from './staged-deltas.ts';

/**
 * The rows of the table for one object as it was read: one for each delta that is a pending export, in the order
 * unapplied, escrowed, unconfirmed. Rows hold no attribute values, and texts of a bounded length.
 */
export function exportRowsOf(read: ReadObject): ExportRow[] {
  const { object, range } = read;
  const staged = stagedDeltas(object);
  const sentOnly = staged[0]?.state !== 'unapplied';
  return staged.map(({ state, delta }) => {
    const dn = dnOf(object, delta);
    const identity = shortIdentity(identityOf(object, state));
    const changes = changesOf(object, delta, new EntryValues(object.holograms.synchronized));
    return {
      id: short(object.id),
      connectorId: short(object.connectorId ?? ''),
      connectorName: short(object.connectorName ?? ''),
      type: short(object.type),
      operation: operationOf(delta),
      state,
      dn: short(dn),
      newDn: short(delta.newDn ?? ''),
      name: short(nameOf(object, state, identity, dn)),
      attributes: attributeNames(changes),
      changedValues: changes.reduce((sum, change) => sum + change.added.length + change.deleted.length, 0),
      error: short(errorOf(object)),
      range,
      sentOnly,
      ...identity,
    };
  });
}

function attributeNames(changes: readonly DeltaChange[]): readonly string[] {
  return [...new Set(changes.map((change) => short(change.attribute)))];
}

function errorOf(object: CsObject): string {
  const error = object.errors.find((one) => one.direction === 'export') ?? object.errors[0];
  return error?.type || error?.literal || error?.code || '';
}

function shortIdentity(identity: Identity): Identity {
  return {
    upn: short(identity.upn),
    displayName: short(identity.displayName),
    sourceAnchor: short(identity.sourceAnchor),
    alias: short(identity.alias),
    primarySmtp: short(identity.primarySmtp),
    onPremisesSamAccountName: short(identity.onPremisesSamAccountName),
    mail: short(identity.mail),
  };
}
