import type { ExportRow, Operation } from '../pending-exports/export-row.ts';
import { type OperationCounts, type Summary, thresholdStatus } from '../pending-exports/summary.ts';
import { type PlainColumn, plainTable } from './plain-table.ts';

/** How plain text is laid out: cells across, and whether it keeps to ASCII. */
export interface PlainLayout {
  readonly width: number;
  readonly ascii: boolean;
}

const WORDS: Readonly<Record<Operation, readonly [one: string, many: string]>> = {
  add: ['add', 'adds'],
  update: ['update', 'updates'],
  rename: ['rename', 'renames'],
  delete: ['delete', 'deletes'],
  'delete-add': ['delete-add', 'delete-adds'],
  replace: ['replace', 'replaces'],
  obsolete: ['obsolete', 'obsolete'],
  other: ['other', 'other'],
};
const OPERATIONS = Object.keys(WORDS) as readonly Operation[];
// These show also where there is none: that there are no deletes is news.
const ALWAYS = new Set<Operation>(['add', 'update', 'rename', 'delete']);

/**
 * What is about to be exported, in a few lines: counts by operation and by type, and deletes against the threshold.
 * `partial`: something could not be read, so there may be more than what is counted.
 */
export function plainSummary(
  summary: Summary,
  threshold: number,
  layout: PlainLayout,
  partial: boolean,
): string[] {
  const unapplied = summary.byState.unapplied;
  const counts = OPERATIONS.filter((operation) => shows(operation, summary.byOperation))
    .map((operation) => countOf(operation, summary.byOperation[operation]))
    .join(', ');
  const lines = [`Pending exports${partial ? ', PARTIAL' : ''}: ${number(unapplied)} (${counts})`];
  const { escrowed, unconfirmed } = summary.byState;
  if (escrowed + unconfirmed > 0) {
    lines.push(`Sent already: ${number(escrowed)} escrowed, ${number(unconfirmed)} unconfirmed`);
  }
  if (summary.objectsWithErrors > 0) lines.push(`Objects with errors: ${number(summary.objectsWithErrors)}`);
  lines.push(...thresholdLines(summary, threshold, partial));
  if (unapplied > 0) lines.push('', ...byType(summary, layout));
  return lines;
}

/** The first rows of the table of pending exports. */
export function plainRows(rows: readonly ExportRow[], layout: PlainLayout): string[] {
  return plainTable(ROW_COLUMNS, rows.map(rowCells), layout.width, layout.ascii);
}

const ROW_COLUMNS: readonly PlainColumn[] = [
  { title: 'Operation', align: 'left', minimum: 10 },
  { title: 'Type', align: 'left', minimum: 7 },
  { title: 'Name', align: 'left', minimum: 12 },
  { title: 'UPN', align: 'left', minimum: 12 },
  { title: 'Attributes', align: 'left', minimum: 12 },
  { title: 'Values', align: 'right', minimum: 6 },
];

function rowCells(row: ExportRow): string[] {
  const operation = row.state === 'unapplied' ? row.operation : `${row.operation} (${row.state})`;
  return [operation, row.type, row.name, row.upn, row.attributes.join(' '), String(row.changedValues)];
}

function thresholdLines(summary: Summary, threshold: number, partial: boolean): string[] {
  const { status, deletes } = thresholdStatus(summary, threshold);
  const counted = countOf('delete', deletes);
  if (status === 'below' && partial) {
    return [`To Entra ID: ${counted} in what was read; the deletion threshold is ${number(threshold)}`];
  }
  return status === 'below'
    ? [`To Entra ID: ${counted}, below the deletion threshold of ${number(threshold)}`]
    : [
        `DANGER: ${counted} to Entra ID, and the deletion threshold is ${number(threshold)}:`,
        '  nothing at all is exported, neither deletes nor anything else',
      ];
}

function byType(summary: Summary, layout: PlainLayout): string[] {
  const shown = OPERATIONS.filter((operation) => shows(operation, summary.byOperation));
  const columns: PlainColumn[] = [
    { title: 'Type', align: 'left', minimum: 8 },
    ...[...shown.map((operation) => WORDS[operation][1]), 'all'].map(
      (title): PlainColumn => ({ title, align: 'right', minimum: 5 }),
    ),
  ];
  const rows = summary
    .byType()
    .map(({ type, total, counts }) => [
      type,
      ...shown.map((operation) => number(counts[operation])),
      number(total),
    ]);
  return plainTable(columns, rows, layout.width, layout.ascii);
}

function shows(operation: Operation, counts: OperationCounts): boolean {
  return ALWAYS.has(operation) || counts[operation] > 0;
}

function countOf(operation: Operation, count: number): string {
  const [one, many] = WORDS[operation];
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
