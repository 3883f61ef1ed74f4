import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { ExportTable } from '../../src/pending-exports/export-table.ts';
import { loadExports } from '../../src/pending-exports/load-exports.ts';

const PIECE = 10_000;

/**
 * A table of `size` rows, made of those of an export, each turn of them with names of their own.
 *
 * @throws Error where the export has a fault, or no row.
 */
export async function tableOf(path: string, size: number): Promise<ExportTable> {
  const samples = await samplesOf(path);
  const table = new ExportTable();
  for (let made = 0; made < size; made += PIECE) {
    const rows = Array.from({ length: Math.min(PIECE, size - made) }, (_, at) => rowOf(samples, made + at));
    table.append(0, rows);
  }
  return table;
}

function samplesOf(path: string): Promise<ExportRow[]> {
  const table = new ExportTable();
  return new Promise((resolve, reject) => {
    loadExports([path], (event) => {
      if (event.kind === 'rows') table.append(event.file, event.rows);
      if (event.kind === 'ended' && event.fault !== null) reject(new Error(event.fault.what));
      if (event.kind !== 'done') return;
      const samples = Array.from({ length: table.size }, (_, row) => table.row(row));
      if (samples.length === 0) reject(new Error(`${path} holds no row.`));
      else resolve(samples);
    });
  });
}

function rowOf(samples: readonly ExportRow[], number: number): ExportRow {
  const sample = samples[number % samples.length];
  if (sample === undefined) throw new RangeError('There is no row to make more of.');
  const turn = Math.floor(number / samples.length);
  return {
    ...sample,
    name: `${sample.name} ${turn}`,
    dn: `${sample.dn}${turn}`,
    upn: `${turn}.${sample.upn}`,
  };
}
