import { sep } from 'node:path';
import { type FailOn, parseFailOn } from '../pending-exports/fail-on.ts';
import type { RecordFormat } from '../reports/record-report.ts';
import type { CommandIo } from './command-io.ts';
import { ArgumentMistake } from './messages.ts';
import { wholePath } from './whole-path.ts';

type AnalyzeFormat = 'csanalyzer' | RecordFormat;

/** The options of `analyze` as they are typed. */
export interface AnalyzeOptions {
  readonly format: AnalyzeFormat;
  readonly out?: string;
  readonly batchSize?: string;
  readonly force?: true;
  readonly partial?: true;
  readonly raw?: true;
  readonly failOn?: readonly string[];
  readonly xmlToImport?: string;
  readonly showOutput?: string;
}

/** What `analyze` is asked for, checked. Paths are whole. */
export interface AnalyzeRequest {
  readonly file: string;
  readonly format: AnalyzeFormat;
  /** A folder for csanalyzer, a file for the others; null: standard output. */
  readonly out: string | null;
  /** Objects a file, for csanalyzer. */
  readonly batchSize: number;
  readonly force: boolean;
  readonly partial: boolean;
  readonly raw: boolean;
  readonly failOn: readonly FailOn[];
  /** True: each object is named as it is read, as the old script did. */
  readonly showOutput: boolean;
}

const SCRIPTS_BATCH_SIZE = 1000;

/**
 * The arguments of `analyze` as a request.
 *
 * @throws ArgumentMistake where they do not say what to do.
 */
export function analyzeRequest(
  file: string | undefined,
  options: AnalyzeOptions,
  io: Pick<CommandIo, 'cwd' | 'env'>,
): AnalyzeRequest {
  const batches = options.format === 'csanalyzer';
  if (!batches && options.batchSize !== undefined) {
    throw new ArgumentMistake('--batch-size is for --format csanalyzer; the other formats write one file.');
  }
  if (!batches && options.showOutput !== undefined) {
    throw new ArgumentMistake('-showOutput is for --format csanalyzer.');
  }
  const showOutput = options.showOutput !== undefined && yesOrNo(options.showOutput);
  const out = outputPath(options.out, options.format);
  return {
    file: inputFile(file, options.xmlToImport, io),
    format: options.format,
    out: out === null ? null : wholePath(out, io),
    batchSize: options.batchSize === undefined ? SCRIPTS_BATCH_SIZE : batchSize(options.batchSize),
    force: options.force ?? false,
    partial: options.partial ?? false,
    raw: options.raw ?? false,
    failOn: (options.failOn ?? []).map(failOn),
    showOutput,
  };
}

/** null: standard output, which `-` names too. */
function outputPath(out: string | undefined, format: AnalyzeFormat): string | null {
  if (out === '') throw new ArgumentMistake('--out needs a path.');
  if (format === 'csanalyzer') {
    if (out === '-')
      throw new ArgumentMistake('--format csanalyzer writes files: --out needs a folder, not "-".');
    return out ?? '.';
  }
  if (out === undefined || out === '-') return null;
  if (out.endsWith('/') || out.endsWith(sep)) {
    throw new ArgumentMistake(
      `--out ${out} is a folder, and --format ${format} writes one file: add its name.`,
    );
  }
  return out;
}

function inputFile(
  file: string | undefined,
  xmlToImport: string | undefined,
  io: Pick<CommandIo, 'cwd' | 'env'>,
): string {
  if (file !== undefined && xmlToImport !== undefined) {
    throw new ArgumentMistake(`Two files are given: ${file} and -xmltoimport ${xmlToImport}. Give one.`);
  }
  const path = file ?? xmlToImport;
  if (path === undefined || path === '') {
    throw new ArgumentMistake('Give the file that csexport wrote: stagewalk analyze "C:\\Exports\\aad.xml"');
  }
  return wholePath(path, io);
}

function batchSize(text: string): number {
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (size < 1) throw new ArgumentMistake(`--batch-size needs a whole number from 1, not "${text}".`);
  return size;
}

function failOn(text: string): FailOn {
  const parsed = parseFailOn(text);
  if (!parsed.ok) throw new ArgumentMistake(parsed.message);
  return parsed.limit;
}

function yesOrNo(text: string): boolean {
  const word = text.toLowerCase().replace(/^\$/, '');
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw new ArgumentMistake(`-showOutput needs true or false, not "${text}".`);
}
