import { without } from '../multiset.ts';
import type { AttributeChange, PendingExport } from '../pending-export.ts';
import { placeOf } from './fingerprint.ts';

/**
 * What of a pending export stands in a second export of the same server too: the values that both add and both delete,
 * and the new DN where it is the same. The rest is as in the first. null where nothing stands: another operation,
 * another type, another place of an add, or an update of which nothing is left.
 */
export function standingChange(first: PendingExport, again: PendingExport): PendingExport | null {
  if (first.type !== again.type || first.operation !== again.operation) return null;
  if (placeOf(first) !== placeOf(again)) return null;
  const newDn = first.newDn === again.newDn ? first.newDn : null;
  const changes = standingChanges(first.changes, again.changes);
  const nothingLeft = newDn === null && changes.length === 0;
  return first.operation === 'update' && nothingLeft ? null : { ...first, newDn, changes };
}

/** An attribute that stands twice in a delta is taken by its place among those of its name and operation. */
function standingChanges(
  first: readonly AttributeChange[],
  again: readonly AttributeChange[],
): AttributeChange[] {
  const left = [...again];
  return first.flatMap((change) => {
    const place = left.findIndex((one) => isSameKind(one, change));
    const [other] = place === -1 ? [] : left.splice(place, 1);
    if (other === undefined) return [];
    const added = common(change.added, other.added);
    const deleted = common(change.deleted, other.deleted);
    const bothEmpty = [change, other].every((one) => one.added.length + one.deleted.length === 0);
    return bothEmpty || added.length + deleted.length > 0 ? [{ ...change, added, deleted }] : [];
  });
}

function isSameKind(one: AttributeChange, other: AttributeChange): boolean {
  return one.attribute === other.attribute && one.operation === other.operation;
}

/** The values that are in both, as often as in both. */
function common(values: readonly string[], others: readonly string[]): readonly string[] {
  return without(values, without(values, others));
}
