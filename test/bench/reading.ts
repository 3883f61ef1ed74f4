import { closeSync, openSync, readSync, statSync } from 'node:fs';
import sax from 'sax';
import { openExport } from '../../src/csexport/open-export.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { exportRowsOf } from '../../src/pending-exports/export-rows-of.ts';
import type { Subject } from './measurement.ts';

const CHUNK = 256 * 1024;

/** Reading an export to rows, beside the XML parser alone and the file alone. */
export function readingSubjects(path: string): Subject[] {
  const amount = statSync(path).size / 1e6;
  return [
    { name: 'file read only', against: null, amount, unit: 'MB', run: () => readOnly(path) },
    { name: 'sax, no handlers', against: 'file read only', amount, unit: 'MB', run: () => parseOnly(path) },
    { name: 'export to rows', against: 'sax, no handlers', amount, unit: 'MB', run: () => rowsOf(path) },
  ];
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
