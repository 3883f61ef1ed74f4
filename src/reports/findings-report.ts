import type { Finding } from '../pending-exports/risk/findings.ts';
import { SEVERITIES, type Severity } from '../pending-exports/risk/rule.ts';
import type { Summary } from '../pending-exports/summary.ts';
import { wrap } from '../terminal/cells.ts';
import { printable } from '../terminal/printable.ts';
import { type PlainLayout, plainSummary } from './plain-exports.ts';

/** What `triage` found in all its files. */
export interface Triage {
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  /** False where a file could not be read to its end: there may be more. */
  readonly complete: boolean;
  readonly deletionThreshold: number;
}

/**
 * The findings as JSON, piece by piece; names and their order are a promise. `summary` counts what is not sent yet:
 * `byOperation` names every operation, `byType` the types that occur.
 */
export function* findingsJson({ summary, findings, complete }: Triage): Generator<string> {
  const counts = {
    total: summary.byState.unapplied,
    byOperation: summary.byOperation,
    byType: Object.fromEntries(summary.byType().map(({ type, total }) => [type, total])),
    complete,
  };
  yield `{"summary":${JSON.stringify(counts)},"findings":[`;
  for (const [index, { id, rule, severity, title, why, objects }] of findings.entries()) {
    const ids = objects.map((object) => object.id);
    const finding = { id, rule, severity, title, why, count: ids.length, objects: ids };
    yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(finding)}`;
  }
  yield findings.length === 0 ? ']}\n' : '\n]}\n';
}

const MARKS: Readonly<Record<Severity, string>> = {
  critical: '!!',
  high: '! ',
  medium: '* ',
  low: '- ',
  expected: '  ',
};
const FIRST_NAMES = 5;

/** The findings as lines for people: counts, then each finding with its reason and the first objects by name. */
export function* findingsText(triage: Triage, layout: PlainLayout): Generator<string> {
  const { summary, findings, complete, deletionThreshold } = triage;
  yield* plainSummary(summary, deletionThreshold, layout, !complete);
  yield '';
  yield `Findings${complete ? '' : ', PARTIAL'}: ${howMany(findings)}`;
  for (const finding of findings) {
    yield '';
    yield* linesOf(finding, layout);
  }
}

function howMany(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'none';
  const counts = SEVERITIES.map((severity) => [
    severity,
    findings.filter((finding) => finding.severity === severity).length,
  ]);
  return counts
    .filter(([, count]) => count !== 0)
    .map(([severity, count]) => `${count} ${severity}`)
    .join(', ');
}

function linesOf({ severity, title, why, objects }: Finding, { width, ascii }: PlainLayout): string[] {
  const plain = (text: string) => printable(ascii ? text.replaceAll('→', '->') : text);
  const names = objects.slice(0, FIRST_NAMES).map(({ name, id }) => plain(name || id));
  const more = objects.length - names.length;
  const listed = names.join(', ') + (more > 0 ? ` and ${more.toLocaleString('en')} more` : '');
  const head = `${MARKS[severity]} ${severity.toUpperCase().padEnd(8)} `;
  const indented = (text: string, first: string) =>
    wrap(text, Math.max(20, width - first.length)).map((line, index) =>
      `${index === 0 ? first : ' '.repeat(first.length)}${line}`.trimEnd(),
    );
  return [
    ...indented(plain(title), head),
    ...indented(plain(why), ' '.repeat(head.length)),
    ...indented(`Objects: ${listed}`, ' '.repeat(head.length)),
  ];
}
