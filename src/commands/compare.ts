import { compareEntries } from '../pending-exports/comparison/compare-entries.ts';
import type { ComparedEntry } from '../pending-exports/comparison/compared-export.ts';
import { matchingOf } from '../pending-exports/comparison/matching.ts';
import { type Standing, standingEntries } from '../pending-exports/comparison/standing-entries.ts';
import { type ComparisonReport, comparisonJson } from '../reports/comparison-report.ts';
import { comparisonText } from '../reports/comparison-text.ts';
import type { Exceeded } from './analyze-tally.ts';
import { limitLines } from './analyze-words.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { type CompareOutput, compareOutput } from './compare-output.ts';
import type { CompareRequest } from './compare-request.ts';
import { type Compared, faultLines, filesOf, introLines, outcomeLine } from './compare-words.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import { lineWidth } from './paragraphs.ts';
import { ProgressLine } from './progress-line.ts';
import { type ReadSide, readSides } from './read-sides.ts';
import { writeComparison } from './write-comparison.ts';

/**
 * Compares the pending exports of two export files and writes what differs. Gives the exit code.
 *
 * @throws InputFaultError where a file cannot be opened, or changes meanwhile; OutputProblem where the result cannot be
 *   written.
 */
export async function compare(
  request: CompareRequest,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const output = compareOutput(request, io);
  const stop = new AbortController();
  const release = io.onInterrupt(() => stop.abort());
  try {
    await output.prepare();
    const sides = await readSides(request, stop.signal, progressFor(io, globals));
    if (stop.signal.aborted) return stopped(output, io);
    const files = filesOf(sides);
    if (files.some(({ fault, exports }) => fault !== null && exports.objects === 0)) {
      say(io.stderr, ...faultLines(files), 'Nothing was compared, and nothing was written.');
      return EXIT.input;
    }
    const compared = await compareSides(sides, request, stop.signal);
    if (stop.signal.aborted) return stopped(output, io);
    return await conclude(compared, request, output, stop.signal, io, globals);
  } finally {
    release();
    await output.discard();
  }
}

function progressFor(io: CommandIo, globals: GlobalOptions): ProgressLine | null {
  const rewritable = io.stderr.isTTY === true && io.env['TERM'] !== 'dumb' && !globals.plain;
  return rewritable ? new ProgressLine(io.stderr, io.now) : null;
}

function stopped(output: CompareOutput, io: CommandIo): number {
  say(io.stderr, output.toFile ? 'Stopped. Nothing was written.' : 'Stopped. The output is not whole.');
  return EXIT.interrupted;
}

async function compareSides(
  { a, b }: Pick<Compared, 'a' | 'b'>,
  { match }: CompareRequest,
  signal: AbortSignal,
): Promise<Compared> {
  const matching = matchingOf(a.first.exports, b.first.exports, match);
  const standing = { a: await standingOf(a, signal), b: await standingOf(b, signal) };
  const entries = (side: ReadSide, stands: Standing | null): readonly ComparedEntry[] =>
    stands?.entries ?? side.first.exports.entries;
  const comparison = compareEntries(entries(a, standing.a), entries(b, standing.b), matching.by);
  return { a, b, matching, standing, comparison };
}

async function standingOf({ first, again }: ReadSide, signal: AbortSignal): Promise<Standing | null> {
  return again === null ? null : standingEntries(first.exports, again.exports, signal);
}

async function conclude(
  compared: Compared,
  request: CompareRequest,
  output: CompareOutput,
  signal: AbortSignal,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const whole = filesOf(compared).every(({ fault }) => fault === null);
  const writes = whole || !output.toFile || request.partial;
  const layout = { width: lineWidth(io.stdout), ascii: globals.ascii };
  const intro = introLines(compared, io.stdout);
  const report =
    request.format === 'json'
      ? comparisonJson(compared.comparison.counts)
      : withIntro(intro, comparisonText(compared.comparison, layout));
  const writing = writeComparison(compared, report, writes ? output : null, request, signal);
  const { finished, exceeded } = await writing.catch((error: unknown) => {
    // A file that changes meanwhile cannot be read again.
    if (!output.toFile) say(io.stderr, 'The output is not whole.');
    throw error;
  });
  if (!finished) return stopped(output, io);
  const written = writes ? await output.finish(whole) : null;
  // Standard error is red in PowerShell: good news goes there only where standard output carries data.
  const words = output.toFile ? io.stdout : io.stderr;
  if (output.toFile || request.format === 'json') say(words, ...intro, outcomeLine(compared));
  if (written !== null) say(words, `Wrote ${written}.`);
  say(io.stderr, ...faultLines(filesOf(compared)), ...outcomeOfFault(whole, writes), ...limitLines(exceeded));
  return whole ? exitCode(compared, request, exceeded) : EXIT.input;
}

function withIntro(intro: readonly string[], report: ComparisonReport): ComparisonReport {
  return { ...report, head: () => `${intro.join('\n')}\n\n${report.head()}` };
}

function outcomeOfFault(whole: boolean, writes: boolean): string[] {
  if (whole) return [];
  return [
    writes
      ? 'The comparison is PARTIAL: it holds what was read.'
      : 'Nothing was written; with --partial what was read is.',
  ];
}

function exitCode(
  { comparison }: Compared,
  { failOn }: CompareRequest,
  exceeded: readonly Exceeded[],
): number {
  const needsPerson = failOn.length > 0 ? exceeded.length > 0 : comparison.differences.length > 0;
  return needsPerson ? EXIT.needsPerson : EXIT.fine;
}
