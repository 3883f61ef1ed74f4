import { type InputFault, InputFaultError } from '../csexport/input-fault.ts';
import { openExport } from '../csexport/open-export.ts';
import type { ExportRow } from '../pending-exports/export-row.ts';
import { RowBuilder } from '../pending-exports/row-builder.ts';
import { ScannedRows } from '../pending-exports/scanned-rows.ts';
import { rowsIn, wholeRow } from '../pending-exports/stored-row.ts';
import { Summary } from '../pending-exports/summary.ts';
import { type PlainLayout, plainRows, plainSummary } from '../reports/plain-exports.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { counted, linesOfFault, say } from './messages.ts';
import { lineWidth } from './paragraphs.ts';

const FIRST_ROWS = 20;

/**
 * Prints what export files hold, for where there is no screen: counts, then the first rows of the table. A faulty file
 * counts as far as it was read. `strict` parses every byte. Gives the exit code.
 */
export async function printExports(
  files: readonly string[],
  deletionThreshold: number,
  io: CommandIo,
  globals: GlobalOptions,
  strict: boolean,
): Promise<number> {
  const layout = { width: lineWidth(io.stdout), ascii: globals.ascii };
  const read = await readAll(files, strict);
  const partial = read.faults.length > 0;
  say(io.stdout, ...read.lines);
  if (!partial || read.objects > 0) {
    say(io.stdout, ...plainSummary(read.summary, deletionThreshold, layout, partial));
  }
  if (read.first.length > 0) say(io.stdout, '', ...firstRows(read.first, read.summary.total, layout));
  for (const fault of read.faults) say(io.stderr, ...linesOfFault(fault));
  return partial ? EXIT.input : EXIT.fine;
}

interface AllRead {
  objects: number;
  readonly summary: Summary;
  readonly first: ExportRow[];
  readonly faults: InputFault[];
  /** One for each file. */
  readonly lines: string[];
}

async function readAll(files: readonly string[], strict: boolean): Promise<AllRead> {
  const all: AllRead = { objects: 0, summary: new Summary(), first: [], faults: [], lines: [] };
  for (const [index, file] of files.entries()) {
    const { objects, fault } = await readOne(index, file, all, strict);
    if (fault !== null) all.faults.push(fault);
    all.objects += objects;
    all.lines.push(`${file}: ${howFar(objects, fault)}`);
  }
  return all;
}

function howFar(objects: number, fault: InputFault | null): string {
  if (fault === null) return counted(objects, 'object');
  return objects === 0 ? 'NOT READ' : `${counted(objects, 'object')} (PARTIAL: the rest cannot be read)`;
}

async function readOne(
  index: number,
  file: string,
  all: AllRead,
  strict: boolean,
): Promise<{ objects: number; fault: InputFault | null }> {
  let objects = 0;
  try {
    const opened = await openExport(file);
    const rows = new RowBuilder();
    const reading = opened.scan(new ScannedRows(rows), { strict });
    let next = await reading.next();
    for (; !next.done; next = await reading.next()) {
      objects += next.value;
      const batch = rows.take();
      all.summary.add(index, rowsIn(batch));
      for (const row of rowsIn(batch)) {
        if (all.first.length === FIRST_ROWS) break;
        all.first.push(wholeRow(row));
      }
    }
    return { objects, fault: next.value.fault };
  } catch (error) {
    if (error instanceof InputFaultError) return { objects, fault: error.fault };
    throw error;
  }
}

function firstRows(rows: readonly ExportRow[], total: number, layout: PlainLayout): string[] {
  const heading = rows.length < total ? `The first ${rows.length} of ${counted(total, 'row')}:` : '';
  return [...(heading === '' ? [] : [heading]), ...plainRows(rows, layout)];
}
