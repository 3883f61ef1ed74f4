import {
  type Comparison,
  type ComparisonCounts,
  compareKinds,
  type Difference,
  type DifferenceStatus,
  entryOf,
} from '../pending-exports/comparison/compare-entries.ts';
import type { ComparedEntry } from '../pending-exports/comparison/compared-export.ts';
import { printable } from '../terminal/printable.ts';
import { itemLines } from './comparison-item-lines.ts';
import type { ComparisonItem, ComparisonReport } from './comparison-report.ts';
import type { PlainLayout } from './plain-exports.ts';
import { type PlainColumn, plainTable } from './plain-table.ts';

const HEADINGS: Readonly<Record<DifferenceStatus, string>> = {
  new: 'New, only in B',
  gone: 'Gone, only in A',
  changed: 'Changed, in both with another change',
};

/**
 * A comparison for people: counts, then counts by operation and type, then each pending export that differs in a few
 * lines. Texts of the input are made printable; no line is wider than the layout, but for a word that is.
 */
export function comparisonText(comparison: Comparison, layout: PlainLayout): ComparisonReport {
  const { counts } = comparison;
  let shown: DifferenceStatus | null = null;
  const heading = (status: DifferenceStatus): string[] => {
    if (shown === status) return [];
    shown = status;
    return ['', `${HEADINGS[status]}: ${number(counts[status])}`];
  };
  return {
    head: () => text([countsLine(counts), ...byKind(comparison.differences, layout)]),
    item: (item: ComparisonItem) => text([...heading(item.status), ...itemLines(item, layout)]),
    tail: () => '',
  };
}

/** The counts of a comparison in one line. */
export function countsLine(counts: ComparisonCounts): string {
  return (
    `New (only in B): ${number(counts.new)}   Gone (only in A): ${number(counts.gone)}   ` +
    `Changed: ${number(counts.changed)}   Same: ${number(counts.same)}`
  );
}

function byKind(differences: readonly Difference[], layout: PlainLayout): string[] {
  if (differences.length === 0) return [];
  const rows = kindsOf(differences).map(({ entry, counts }) => [
    entry.state === 'unapplied' ? entry.operation : `${entry.operation} (${entry.state})`,
    entry.type,
    ...[counts.new, counts.gone, counts.changed].map(number),
  ]);
  return ['', ...plainTable(COLUMNS, rows, layout.width, layout.ascii)];
}

const COLUMNS: readonly PlainColumn[] = [
  { title: 'Operation', align: 'left', minimum: 10 },
  { title: 'Type', align: 'left', minimum: 7 },
  { title: 'New', align: 'right', minimum: 5 },
  { title: 'Gone', align: 'right', minimum: 5 },
  { title: 'Changed', align: 'right', minimum: 7 },
];

interface Kind {
  /** One of this operation, state and type. */
  readonly entry: ComparedEntry;
  readonly counts: Record<DifferenceStatus, number>;
}

function kindsOf(differences: readonly Difference[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const difference of differences) {
    const entry = entryOf(difference);
    const key = JSON.stringify([entry.operation, entry.state, entry.type]);
    const kind = kinds.get(key) ?? { entry, counts: { new: 0, gone: 0, changed: 0 } };
    kind.counts[difference.status] += 1;
    kinds.set(key, kind);
  }
  return [...kinds.values()].sort((one, other) => compareKinds(one.entry, other.entry));
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function number(count: number): string {
  return count.toLocaleString('en');
}
