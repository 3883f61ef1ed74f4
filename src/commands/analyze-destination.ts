import type { CsObject } from '../csexport/cs-object.ts';
import { pendingExportsOf } from '../pending-exports/pending-exports-of.ts';
import { type RecordReport, recordReport } from '../reports/record-report.ts';
import { type WholeFile, WholeFiles } from '../reports/whole-files.ts';
import type { AnalyzeRequest } from './analyze-request.ts';
import type { CommandIo } from './command-io.ts';
import { CsAnalyzerFiles } from './csanalyzer-files.ts';
import { StandardOutput } from './standard-output.ts';
import { terminalSafe } from './terminal-safe.ts';

/** Where the result of `analyze` goes. */
export interface Destination {
  /** True where it goes to files: these appear whole or not at all, and standard output is free for words. */
  readonly toFiles: boolean;
  /** True once nobody reads what is written. */
  readonly abandoned: boolean;
  /** Fails early where nothing could be written at the end. */
  readonly prepare: () => Promise<void>;
  readonly take: (objects: readonly CsObject[]) => Promise<void>;
  /** Ends the result and gives the files' whole paths; where it is not whole, their names say `partial`. */
  readonly finish: (whole: boolean) => Promise<readonly string[]>;
  /** Leaves nothing behind of what was not finished. */
  readonly discard: () => Promise<void>;
  /** Lines to say after a finish: what the operator might miss. */
  readonly warnings: () => Promise<readonly string[]>;
}

/** The destination that a request names. */
export function destinationFor(request: AnalyzeRequest, io: CommandIo): Destination {
  if (request.format === 'csanalyzer') return new CsAnalyzerFiles(request, io.stdout);
  const report = recordReport(request.format, request.raw);
  if (request.out !== null) return new OneFile(request, request.out, report);
  const safe = io.stdout.isTTY ? terminalSafe(request.format) : (text: string) => text;
  return new ToStandardOutput(new StandardOutput(io.stdout), report, safe);
}

/** The path of a result that is not whole: `pending.partial.csv`. */
export function partialPath(path: string): string {
  return path.replace(/(\.[^./\\]*)?$/, '.partial$1');
}

class ToStandardOutput implements Destination {
  readonly toFiles = false;
  readonly #output: StandardOutput;
  readonly #report: RecordReport;
  readonly #safe: (text: string) => string;
  #begun = false;

  constructor(output: StandardOutput, report: RecordReport, safe: (text: string) => string) {
    this.#output = output;
    this.#report = report;
    this.#safe = safe;
  }

  get abandoned(): boolean {
    return this.#output.readerGone;
  }

  prepare = async () => undefined;

  take = async (objects: readonly CsObject[]) => {
    await this.#begin();
    await this.#write(this.#report.records(objects.flatMap(pendingExportsOf)));
  };

  finish = async (whole: boolean) => {
    // An empty result of a file that could not be read would look as if nothing were staged.
    if (!whole && !this.#begun) return [];
    await this.#begin();
    await this.#write(this.#report.tail());
    return [];
  };

  discard = async () => undefined;
  warnings = async () => [];

  async #begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    await this.#write(this.#report.head());
  }

  #write(text: string): Promise<void> {
    return this.#output.write(this.#safe(text));
  }
}

class OneFile implements Destination {
  readonly toFiles = true;
  readonly abandoned = false;
  readonly #request: AnalyzeRequest;
  readonly #path: string;
  readonly #report: RecordReport;
  readonly #files: WholeFiles;
  #file: WholeFile | null = null;

  constructor(request: AnalyzeRequest, path: string, report: RecordReport) {
    this.#request = request;
    this.#path = path;
    this.#report = report;
    this.#files = new WholeFiles(request.force, [request.file]);
  }

  prepare = async () => {
    if (this.#request.partial) await this.#files.check(partialPath(this.#path));
    this.#file = await this.#files.open(this.#path);
    await this.#file.write(this.#report.head());
  };

  take = async (objects: readonly CsObject[]) => {
    await this.#file?.write(this.#report.records(objects.flatMap(pendingExportsOf)));
  };

  finish = async (whole: boolean) => {
    await this.#file?.write(this.#report.tail());
    return this.#files.commit(whole ? undefined : partialPath);
  };

  discard = () => this.#files.discard();
  warnings = async () => [];
}
