import type { ComparisonCounts, DifferenceStatus } from '../pending-exports/comparison/compare-entries.ts';
import type { PendingExport } from '../pending-exports/pending-export.ts';

/** One pending export that differs, in full. The names and their order are a promise of `compare --format json`. */
export interface ComparisonItem {
  readonly status: DifferenceStatus;
  readonly a: PendingExport | null;
  readonly b: PendingExport | null;
}

/** Makes text of a comparison, piece by piece: what differs of a gigabyte is never in memory whole. */
export interface ComparisonReport {
  /** What comes before the first item. */
  readonly head: () => string;
  /** The next item: new ones first, then gone, then changed. */
  readonly item: (item: ComparisonItem) => string;
  /** What comes after the last item, also where there was none. */
  readonly tail: () => string;
}

/** `{"counts":{…},"items":[…]}`, a line for each item. */
export function comparisonJson(counts: ComparisonCounts): ComparisonReport {
  let items = 0;
  return {
    head: () => `{"counts":${JSON.stringify(counts)},"items":[`,
    item: ({ status, a, b }) => `${items++ === 0 ? '\n' : ',\n'}${JSON.stringify({ status, a, b })}`,
    tail: () => (items === 0 ? ']}\n' : '\n]}\n'),
  };
}
