import { basename, dirname } from 'node:path';
import type { InputFault } from '../csexport/input-fault.ts';
import type { AnalyzeRequest } from './analyze-request.ts';
import type { AnalyzeTally, Exceeded } from './analyze-tally.ts';
import { counted, linesOfFault } from './messages.ts';

/** What came of a file that was read to its end. No line where the data itself says it. */
export function resultLines(
  tally: AnalyzeTally,
  written: readonly string[],
  request: AnalyzeRequest,
): string[] {
  const shown = request.format === 'csanalyzer' ? tally.byState.unapplied : tally.total;
  const sent = tally.total - shown;
  const lines = written.length > 0 ? [writtenLine(written, shown)] : [];
  if (shown === 0) lines.unshift(nothingLine(tally, request, sent));
  if (sent > 0) {
    lines.push(
      `Not in it: ${counted(sent, 'export')} sent already and not confirmed (escrowed or unconfirmed). ` +
        '--format csv shows them.',
    );
  }
  return lines;
}

/** What is wrong with a file that could not be read to its end, how far it was read, and what became of that. */
export function faultLines(
  fault: InputFault,
  tally: AnalyzeTally,
  written: readonly string[],
  toFiles: boolean,
  partial: boolean,
): string[] {
  if (tally.objects === 0 && written.length === 0) {
    return [...linesOfFault(fault), 'No object was read before that; nothing was written.'];
  }
  const read = `${counted(tally.objects, 'object')} before that ${tally.objects === 1 ? 'was' : 'were'} read`;
  return [
    ...linesOfFault(fault),
    `${read}, up to byte ${tally.end}. ${outcome(tally, written, toFiles, partial)}`,
  ];
}

function outcome(
  tally: AnalyzeTally,
  written: readonly string[],
  toFiles: boolean,
  partial: boolean,
): string {
  if (!toFiles)
    return `The output is PARTIAL: it holds the ${counted(tally.total, 'pending export')} of these.`;
  if (written.length > 0) return `PARTIAL: ${writtenLine(written, null)}`;
  if (partial) return 'Nothing was written.';
  return 'Nothing was written; with --partial the part that was read is.';
}

/** One line for each limit of `--fail-on` that is exceeded. */
export function limitLines(exceeded: readonly Exceeded[]): string[] {
  return exceeded.map(
    ({ limit, count }) =>
      `Above the limit: ${counted(count, 'pending export')} ${count === 1 ? 'fits' : 'fit'} --fail-on "${limit.text}".`,
  );
}

function nothingLine(tally: AnalyzeTally, request: AnalyzeRequest, sent: number): string {
  if (tally.objects === 0) return `Nothing is staged: ${request.file} holds no objects.`;
  const what = sent > 0 ? 'unapplied export' : 'pending export';
  return `Nothing is staged: ${request.file} holds ${counted(tally.objects, 'object')} and no ${what}.`;
}

function writtenLine(paths: readonly string[], exports: number | null): string {
  const first = paths[0] ?? '';
  const last = paths.at(-1) ?? '';
  const files =
    paths.length === 1
      ? first
      : `${paths.length} files, ${basename(first)} to ${basename(last)}, into ${dirname(first)}`;
  return `Wrote ${files}${exports === null ? '' : `: ${counted(exports, 'pending export')}`}.`;
}
