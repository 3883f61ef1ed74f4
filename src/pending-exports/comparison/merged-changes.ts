import type { PendingExport } from '../pending-export.ts';

/** What a pending export does to one attribute. Values are multisets: their order says nothing. */
export interface MergedChange {
  readonly attribute: string;
  /** The operations that the attribute stands with, each once, in the order of the alphabet; mostly one. */
  readonly operations: readonly string[];
  readonly added: readonly string[];
  readonly deleted: readonly string[];
}

/** What a pending export does, each attribute once, in the order of its names: an attribute that stands twice is one. */
export function mergedChanges(record: PendingExport): readonly MergedChange[] {
  const byName = new Map<string, MergedChange>();
  for (const { attribute, operation, added, deleted } of record.changes) {
    const other = byName.get(attribute);
    byName.set(attribute, {
      attribute,
      operations: [...new Set([...(other?.operations ?? []), operation])].sort(),
      added: other === undefined ? added : [...other.added, ...added],
      deleted: other === undefined ? deleted : [...other.deleted, ...deleted],
    });
  }
  return [...byName.values()].sort((a, b) => (a.attribute < b.attribute ? -1 : 1));
}
