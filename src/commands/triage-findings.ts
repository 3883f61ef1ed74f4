import { type InputFault, InputFaultError } from '../csexport/input-fault.ts';
import { openExport } from '../csexport/open-export.ts';
import { exportRowsOf } from '../pending-exports/export-rows-of.ts';
import { countsToward } from '../pending-exports/fail-on.ts';
import { RiskFinder } from '../pending-exports/risk/findings.ts';
import { DEFAULT_LIMITS } from '../pending-exports/risk/limits.ts';
import type { RiskRules } from '../pending-exports/risk/risk-rules.ts';
import { Summary } from '../pending-exports/summary.ts';
import { findingsJson, findingsText, type Triage } from '../reports/findings-report.ts';
import { WholeFiles } from '../reports/whole-files.ts';
import { printable } from '../terminal/printable.ts';
import { partialPath } from './analyze-destination.ts';
import { limitLines } from './analyze-words.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { counted, linesOfFault, say } from './messages.ts';
import { lineWidth } from './paragraphs.ts';
import { ProgressLine } from './progress-line.ts';
import { readRulesFile } from './read-rules-file.ts';
import { StandardOutput } from './standard-output.ts';
import { terminalSafe } from './terminal-safe.ts';
import type { FindingsRequest } from './triage-request.ts';

/**
 * Reads export files, finds what is dangerous in them, and writes that without a screen. A faulty file counts as far as
 * it was read. Gives the exit code.
 *
 * @throws ArgumentMistake where the rules file cannot be read; OutputProblem where the result cannot be written.
 */
export async function triageFindings(
  request: FindingsRequest,
  deletionThreshold: number,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const limits = { ...DEFAULT_LIMITS, deletionThreshold };
  const read =
    request.rulesFile === null
      ? { ok: true as const, rules: { limits, rules: [], expected: [] } }
      : await readRulesFile(request.rulesFile, limits);
  if (!read.ok) {
    say(io.stderr, ...read.lines);
    return EXIT.arguments;
  }
  const inputs = request.rulesFile === null ? request.files : [...request.files, request.rulesFile];
  const files = new WholeFiles(request.force, inputs);
  const stop = new AbortController();
  const release = io.onInterrupt(() => stop.abort());
  try {
    if (request.out !== null) await files.check(request.out);
    const reading = new Reading(request, read.rules, progressFor(request, io, globals));
    for (const [index, file] of request.files.entries()) await reading.readFile(index, file, stop.signal);
    if (stop.signal.aborted) {
      say(io.stderr, `Stopped after ${counted(reading.objects, 'object')}. Nothing was written.`);
      return EXIT.interrupted;
    }
    return await conclude(reading, request, files, io, globals);
  } finally {
    release();
    await files.discard();
  }
}

function progressFor(request: FindingsRequest, io: CommandIo, globals: GlobalOptions): ProgressLine | null {
  const rewritable = io.stderr.isTTY === true && io.env['TERM'] !== 'dumb' && !globals.plain;
  return rewritable && (request.out !== null || io.stdout.isTTY === true)
    ? new ProgressLine(io.stderr, io.now)
    : null;
}

/** What the files hold, one object after the other. */
class Reading {
  readonly summary = new Summary();
  readonly faults: InputFault[] = [];
  readonly #finder: RiskFinder;
  readonly #limits: { readonly limit: FindingsRequest['failOn'][number]; count: number }[];
  readonly #rules: RiskRules;
  readonly #progress: ProgressLine | null;
  objects = 0;

  constructor(request: FindingsRequest, rules: RiskRules, progress: ProgressLine | null) {
    this.#finder = new RiskFinder(rules);
    this.#rules = rules;
    this.#limits = request.failOn.map((limit) => ({ limit, count: 0 }));
    this.#progress = progress;
  }

  async readFile(index: number, path: string, signal: AbortSignal): Promise<void> {
    try {
      const opened = await openExport(path);
      const batches = opened.objects(signal);
      let next = await batches.next();
      for (; !next.done; next = await batches.next()) {
        for (const read of next.value) this.#take(index, read);
        this.#progress?.show(opened.bytesRead(), opened.identity.size, this.objects);
      }
      if (next.value.fault !== null) this.faults.push(next.value.fault);
    } catch (error) {
      if (!(error instanceof InputFaultError)) throw error;
      this.faults.push(error.fault);
    } finally {
      this.#progress?.clear();
    }
  }

  triage(): Triage {
    return {
      summary: this.summary,
      findings: this.#finder.conclude(),
      complete: this.faults.length === 0,
      deletionThreshold: this.#rules.limits.deletionThreshold,
    };
  }

  exceeded() {
    return this.#limits.filter(({ limit, count }) => count > limit.limit);
  }

  #take(file: number, read: Parameters<typeof exportRowsOf>[0]): void {
    const rows = exportRowsOf(read);
    this.objects += 1;
    this.summary.add(file, rows);
    this.#finder.add(
      read.object,
      rows.find(({ state }) => state === 'unapplied'),
    );
    for (const counting of this.#limits) {
      for (const row of rows) if (countsToward(counting.limit, row)) counting.count += 1;
    }
  }
}

async function conclude(
  reading: Reading,
  request: FindingsRequest,
  files: WholeFiles,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const triage = reading.triage();
  const exceeded = limitLines(reading.exceeded());
  if (request.out === null) await print(triage, request, io, globals);
  else {
    const file = await files.open(request.out);
    for (const piece of pieces(triage, request, { width: FILE_WIDTH, ascii: globals.ascii })) {
      await file.write(piece);
    }
    const written = await files.commit(triage.complete ? undefined : partialPath);
    say(triage.complete ? io.stdout : io.stderr, writtenLine(written, triage));
  }
  for (const fault of reading.faults) say(io.stderr, ...linesOfFault(fault));
  say(io.stderr, ...exceeded);
  if (!triage.complete) return EXIT.input;
  return exceeded.length > 0 ? EXIT.needsPerson : EXIT.fine;
}

const FILE_WIDTH = 100;

async function print(
  triage: Triage,
  request: FindingsRequest,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<void> {
  const output = new StandardOutput(io.stdout);
  const safe = request.format === 'json' && io.stdout.isTTY ? terminalSafe('json') : (text: string) => text;
  for (const piece of pieces(triage, request, { width: lineWidth(io.stdout), ascii: globals.ascii })) {
    if (output.readerGone) return;
    await output.write(safe(piece));
  }
}

function* pieces(
  triage: Triage,
  { format }: FindingsRequest,
  layout: { readonly width: number; readonly ascii: boolean },
): Generator<string> {
  if (format === 'json') yield* findingsJson(triage);
  else for (const line of findingsText(triage, layout)) yield `${printable(line)}\n`;
}

function writtenLine(paths: readonly string[], { findings, complete }: Triage): string {
  return `${complete ? '' : 'PARTIAL: '}Wrote ${paths.join(', ')}: ${counted(findings.length, 'finding')}.`;
}
