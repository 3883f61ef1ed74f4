import { hash } from 'node:crypto';
import type { PendingExport } from '../pending-export.ts';
import { mergedChanges } from './merged-changes.ts';

/** Stands for a text of any length in 32 characters, so that a large export can be kept whole. */
export function digest(text: string): string {
  return hash('sha256', text, 'latin1');
}

/**
 * The change that a pending export makes, as a digest: two are alike exactly where object type, operation, new DN (of
 * an add the DN, in lower case) and for each attribute its operation and the values added and deleted are the same.
 * The order of attributes and values says nothing, and neither do names, holograms, errors and times.
 */
export function fingerprintOf(record: PendingExport): string {
  const changes = mergedChanges(record).map(({ attribute, operations, added, deleted }) => [
    attribute,
    operations,
    added.toSorted(),
    deleted.toSorted(),
  ]);
  return digest(JSON.stringify([record.type, record.operation, record.newDn, placeOf(record), changes]));
}

/** Only an add decides where its object stands; any other change says where it stands already. */
export function placeOf(record: PendingExport): string | null {
  return record.operation === 'add' ? record.dn.toLowerCase() : null;
}
