import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CsObject } from '../csexport/cs-object.ts';
import {
  CSANALYZER_COLUMNS,
  csAnalyzerFileName,
  csAnalyzerHead,
  csAnalyzerRow,
  isCsAnalyzerFileName,
} from '../reports/csanalyzer.ts';
import { csvLines } from '../reports/csv.ts';
import { type WholeFile, WholeFiles } from '../reports/whole-files.ts';
import { type Destination, partialPath } from './analyze-destination.ts';
import type { AnalyzeRequest } from './analyze-request.ts';
import type { OutputStream } from './command-io.ts';
import { say } from './messages.ts';

/** The old script's processedusers1.csv, processedusers2.csv …, each of at most a batch of objects and never empty. */
export class CsAnalyzerFiles implements Destination {
  readonly toFiles = true;
  readonly abandoned = false;
  readonly #request: AnalyzeRequest;
  readonly #folder: string;
  readonly #files: WholeFiles;
  readonly #words: OutputStream;
  #written: readonly string[] = [];
  #file: WholeFile | null = null;
  #fileCount = 0;
  #rowsInFile = 0;

  /** `words`: where `-showOutput` names each object. */
  constructor(request: AnalyzeRequest, words: OutputStream) {
    this.#request = request;
    this.#folder = request.out ?? '.';
    this.#files = new WholeFiles(request.force, [request.file]);
    this.#words = words;
  }

  prepare = async () => {
    const first = this.#path(1);
    await this.#files.check(first);
    if (this.#request.partial) await this.#files.check(partialPath(first));
  };

  take = async (objects: readonly CsObject[]) => {
    let rows = objects.map(csAnalyzerRow).filter((row) => row !== null);
    if (this.#request.showOutput) this.#show(rows);
    while (rows.length > 0) {
      const file = await this.#fileWithRoom();
      const fitting = rows.slice(0, this.#request.batchSize - this.#rowsInFile);
      await file.write(csvLines(fitting, this.#request));
      this.#rowsInFile += fitting.length;
      rows = rows.slice(fitting.length);
    }
  };

  finish = async (whole: boolean) => {
    this.#written = await this.#files.commit(whole ? undefined : partialPath);
    return this.#written;
  };

  discard = () => this.#files.discard();

  warnings = async () => {
    const written = new Set(this.#written.map((path) => basename(path).toLowerCase()));
    // No folder, no files in it.
    const names = await readdir(this.#folder).catch(() => []);
    const others = names.filter((name) => isCsAnalyzerFileName(name) && !written.has(name.toLowerCase()));
    if (others.length === 0) return [];
    return [
      `Warning: ${this.#folder} also holds ${listed(others.sort(byNumber))} of an earlier run, ` +
        'not part of this result: delete what is old before you open the files together.',
    ];
  };

  async #fileWithRoom(): Promise<WholeFile> {
    if (this.#file !== null && this.#rowsInFile < this.#request.batchSize) return this.#file;
    if (this.#file === null) await this.#files.makeFolder(this.#folder);
    this.#fileCount += 1;
    this.#rowsInFile = 0;
    this.#file = await this.#files.open(this.#path(this.#fileCount));
    await this.#file.write(csAnalyzerHead(this.#request));
    return this.#file;
  }

  #path(number: number): string {
    return join(this.#folder, csAnalyzerFileName(number));
  }

  #show(rows: readonly (readonly string[])[]): void {
    for (const row of rows) {
      say(this.#words, ...CSANALYZER_COLUMNS.map((column, index) => `${column}: ${row[index]}`), '');
    }
  }
}

const LISTED = 3;

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return names.slice(0, LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
