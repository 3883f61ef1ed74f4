import type { Difference } from '../pending-exports/comparison/compare-entries.ts';
import { type ComparedRecord, ExportRecords } from '../pending-exports/comparison/export-records.ts';
import { countsToward } from '../pending-exports/fail-on.ts';
import type { ComparisonReport } from '../reports/comparison-report.ts';
import type { Exceeded } from './analyze-tally.ts';
import type { CompareOutput } from './compare-output.ts';
import type { CompareRequest } from './compare-request.ts';
import type { Compared } from './compare-words.ts';
import type { ReadSide } from './read-sides.ts';

/**
 * Reads what differs again, one object after the other, writes it (nowhere where `output` is null), and counts the new
 * and changed pending exports of B that fit each limit. `finished` is false where the signal ended it.
 */
export async function writeComparison(
  { a, b, comparison }: Compared,
  report: ComparisonReport,
  output: CompareOutput | null,
  { failOn }: CompareRequest,
  signal: AbortSignal,
): Promise<{ finished: boolean; exceeded: readonly Exceeded[] }> {
  const limits = failOn.map((limit) => ({ limit, count: 0 }));
  const isNeeded = () => failOn.length > 0 || (output !== null && !output.abandoned());
  const records = { a: recordsOf(a), b: recordsOf(b) };
  await output?.write(report.head());
  try {
    for (const difference of comparison.differences) {
      if (signal.aborted) return { finished: false, exceeded: [] };
      if (!isNeeded()) break;
      const read = await readBoth(difference, records);
      if (read.b !== null && limits.length > 0) {
        const row = read.b.row();
        for (const one of limits) if (countsToward(one.limit, row)) one.count += 1;
      }
      const { status } = difference;
      await output?.write(report.item({ status, a: read.a?.record ?? null, b: read.b?.record ?? null }));
    }
  } finally {
    await records.a.close();
    await records.b.close();
  }
  await output?.write(report.tail());
  return { finished: true, exceeded: limits.filter(({ limit, count }) => count > limit.limit) };
}

function recordsOf({ first, again }: ReadSide): ExportRecords {
  return new ExportRecords(first.exports.file, again?.exports.file ?? null);
}

async function readBoth(
  { a, b }: Difference,
  records: { readonly a: ExportRecords; readonly b: ExportRecords },
): Promise<{ a: ComparedRecord | null; b: ComparedRecord | null }> {
  return {
    a: a === null ? null : await records.a.read(a),
    b: b === null ? null : await records.b.read(b),
  };
}
