import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sax from 'sax';
import { openExport } from '../../src/csexport/open-export.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { exportRowsOf } from '../../src/pending-exports/export-rows-of.ts';
import { RowBuilder } from '../../src/pending-exports/row-builder.ts';
import { ScannedRows } from '../../src/pending-exports/scanned-rows.ts';
import type { Subject } from './measurement.ts';
import { saxRows } from './sax-rows.ts';

const CHUNK = 256 * 1024;
const BATCH = 4000;

/**
 * Reading an export to rows: by its bytes, and strictly; beside sax gathering the same by plain handlers, sax alone and
 * the file alone. The slow ones read the small file, so that a round takes no minutes: all speeds are by the megabyte.
 */
export function readingSubjects(path: string, small: string): Subject[] {
  const large = { amount: megabytes(path), unit: 'MB' } as const;
  const little = { amount: megabytes(small), unit: 'MB' } as const;
  return [
    { ...large, name: 'file read only', against: null, run: () => readOnly(path) },
    { ...large, name: 'export to rows', against: 'file read only', run: () => scanned(path, false) },
    { ...little, name: 'sax, the same rows', against: 'export to rows', run: () => saxRows(small) },
    { ...little, name: 'sax, no handlers', against: 'export to rows', run: () => parseOnly(small) },
    {
      ...little,
      name: 'export to rows, --strict',
      against: 'export to rows',
      run: () => scanned(small, true),
    },
  ];
}

/** What loading a file into the table took, in a process of its own. */
export interface TableLoad {
  readonly rows: number;
  readonly milliseconds: number;
  readonly megabytesPerSecond: number;
  readonly firstRowsMilliseconds: number;
  readonly tableBytesPerRow: number;
  readonly tableMebibytes: number;
  readonly peakMebibytes: number;
}

export function tableLoad(path: string): TableLoad {
  const script = join(import.meta.dirname, 'load-table.ts');
  return JSON.parse(execFileSync(process.execPath, [script, path], { encoding: 'utf8' }));
}

function megabytes(path: string): number {
  return statSync(path).size / 1e6;
}

async function scanned(path: string, strict: boolean): Promise<number> {
  const rows = new RowBuilder();
  const steps = (await openExport(path)).scan(new ScannedRows(rows), { strict });
  let count = 0;
  for (;;) {
    const step = await steps.next();
    if (rows.size > BATCH) count += rows.take().size;
    if (!step.done) continue;
    if (step.value.fault !== null) throw new Error(`${path}: ${step.value.fault.what}`);
    return count + rows.take().size;
  }
}

/**
 * Every row of an export.
 *
 * @throws Error where the export has a fault: figures of half a file would mean nothing.
 */
export async function rowsOf(path: string): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  const batches = (await openExport(path)).objects();
  for (;;) {
    const next = await batches.next();
    if (!next.done) {
      for (const read of next.value) rows.push(...exportRowsOf(read));
    } else if (next.value.fault === null) {
      return rows;
    } else {
      throw new Error(`${path}: ${next.value.fault.what}`);
    }
  }
}

function readOnly(path: string): number {
  let bytes = 0;
  for (const chunk of chunksOf(path)) bytes += chunk.length;
  return bytes;
}

function parseOnly(path: string): void {
  const parser = sax.parser(true, {});
  const decoder = new TextDecoder();
  for (const chunk of chunksOf(path)) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
}

function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
