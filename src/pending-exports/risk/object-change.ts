import { isAadConnector } from '../../csexport/connectors.ts';
import type { CsObject, Delta } from '../../csexport/cs-object.ts';
import { changesOf } from '../delta-changes.ts';
import { EntryValues, valuesBefore } from '../entry-values.ts';
import type { ExportRow, Operation } from '../export-row.ts';
import { without } from '../multiset.ts';

/** What happens to one attribute. */
export interface ChangedAttribute {
  readonly attribute: string;
  readonly added: readonly string[];
  readonly deleted: readonly string[];
  /** null where the file does not say what the object has now. */
  readonly before: readonly string[] | null;
  readonly after: readonly string[];
}

/** One object's unapplied export, as the rules look at it. Lives only while the object is looked at. */
export interface ObjectChange {
  /** The connector's kind: to Microsoft Entra ID, or to Active Directory. */
  readonly target: 'aad' | 'ad';
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly operation: Operation;
  readonly dn: string;
  readonly newDn: string;
  /** Type of the last error; '' for none. */
  readonly error: string;
  readonly changes: readonly ChangedAttribute[];
  /** What changes in an attribute, named in any case. Adds and deletes of objects change none in this sense. */
  readonly changed: (attribute: string) => ChangedAttribute | undefined;
  /** The values now, where the file says them, else those after. */
  readonly values: (attribute: string) => readonly string[];
  /** The row of the table, for queries. */
  readonly row: ExportRow;
}

/** What the rules look at, given an object and its unapplied row. */
export function objectChange(object: CsObject, row: ExportRow): ObjectChange {
  const delta = object.deltas.unapplied;
  const synchronized = new EntryValues(object.holograms.synchronized);
  // A file without holograms still says in its delta what an add has.
  const added = delta?.operation === 'add' ? delta : null;
  const later = [object.holograms.unapplied, object.holograms.pendingImport, added].map(
    (entry) => new EntryValues(entry),
  );
  const changes =
    delta === null || isWhole(row.operation) ? [] : changedAttributes(object, delta, synchronized);
  const byName = new Map(changes.map((change) => [change.attribute.toLowerCase(), change]));
  return {
    target: targetOf(object, row.dn),
    id: row.id,
    name: row.name,
    type: row.type,
    operation: row.operation,
    dn: row.dn,
    newDn: row.newDn,
    error: row.error,
    changes,
    changed: (attribute) => byName.get(attribute.toLowerCase()),
    values: (attribute) =>
      [synchronized, ...later].map((entry) => entry.texts(attribute)).find((texts) => texts.length > 0) ?? [],
    row,
  };
}

/** A file that was written without the connector's id still has its kind of DN: domains are in Active Directory's alone. */
function targetOf(object: CsObject, dn: string): 'aad' | 'ad' {
  if (object.connectorId !== null) return isAadConnector(object.connectorId) ? 'aad' : 'ad';
  return /,\s*dc=/i.test(dn) ? 'ad' : 'aad';
}

/** True where the object itself comes or goes. */
function isWhole(operation: Operation): boolean {
  return (
    operation === 'add' || operation === 'delete' || operation === 'delete-add' || operation === 'obsolete'
  );
}

function changedAttributes(object: CsObject, delta: Delta, synchronized: EntryValues): ChangedAttribute[] {
  const entry = object.holograms.unapplied;
  const after = new EntryValues(entry);
  return changesOf(object, delta, synchronized).map(({ attribute, added, deleted }) => {
    const before = valuesBefore(object, delta, synchronized, attribute);
    return {
      attribute,
      added,
      deleted,
      before,
      after: entry === null ? [...without(before ?? [], deleted), ...added] : after.texts(attribute),
    };
  });
}
