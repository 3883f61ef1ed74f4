import { compareEntries } from './compare-entries.ts';
import type { ComparedEntry, ComparedExport } from './compared-export.ts';
import { ExportRecords } from './export-records.ts';
import { fingerprintOf } from './fingerprint.ts';
import { matchingOf } from './matching.ts';
import { standingChange } from './standing-change.ts';

/** What stands in two exports of one server, and what was transient. */
export interface Standing {
  readonly entries: readonly ComparedEntry[];
  /** Pending exports that only one of the two has, or of which nothing is the same. */
  readonly transient: number;
  /** Pending exports of which a part is the same: that part alone is compared. */
  readonly partly: number;
}

/**
 * What of an export stands in a second one of the same server, made at another time: the values that both change.
 * Reads again what is in both with another change. Throws `InputFaultError` where that cannot be read. An aborted
 * signal ends it early, with a result that is not whole.
 */
export async function standingEntries(
  first: ComparedExport,
  again: ComparedExport,
  signal: AbortSignal,
): Promise<Standing> {
  const { by } = matchingOf(first, again, null);
  const { differences } = compareEntries(first.entries, again.entries, by);
  const parts = new Map<ComparedEntry, ComparedEntry | null>();
  let transient = 0;
  const records = new ExportRecords(first.file, null);
  const others = new ExportRecords(again.file, null);
  try {
    for (const { a, b } of differences) {
      if (signal.aborted) break;
      const part = a === null || b === null ? null : await standingPart(a, b, records, others);
      if (a !== null) parts.set(a, part);
      if (part === null) transient += 1;
    }
  } finally {
    await records.close();
    await others.close();
  }
  const entries = first.entries.flatMap((entry) => {
    const part = parts.get(entry);
    if (part === undefined) return entry;
    return part ?? [];
  });
  return { entries, transient, partly: differences.length - transient };
}

async function standingPart(
  a: ComparedEntry,
  b: ComparedEntry,
  records: ExportRecords,
  others: ExportRecords,
): Promise<ComparedEntry | null> {
  const first = await records.read(a);
  const again = await others.read(b);
  const standing = standingChange(first.record, again.record);
  if (standing === null) return null;
  const operation = a.operation === 'rename' && standing.newDn === null ? 'update' : a.operation;
  return { ...a, operation, fingerprint: fingerprintOf(standing), again: b.range };
}
