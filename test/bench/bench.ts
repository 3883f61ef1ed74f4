// Times what operators wait for, beside the simplest thing that does part of it:
//   npm run bench -- [--bytes 32000000] [--rows 200000] [--rounds 5] [--json FILE]
// Only the ratios of one run mean anything: a machine is never twice as fast as before.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGeneratedExport } from '../../fixtures/generate-export.ts';
import { measure, tableOf } from './measurement.ts';
import { readingSubjects, rowsOf, type TableLoad, tableLoad } from './reading.ts';
import { tableSubjects } from './table-work.ts';

const { values } = parseArgs({
  options: {
    bytes: { type: 'string', default: '32000000' },
    rows: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string', default: join(tmpdir(), 'stagewalk-bench.json') },
  },
});
const rounds = Number(values.rounds);
/** What slow readers read of it: sax takes most of a minute for a gigabyte. */
const SMALL_BYTES = 8_000_000;
const small = join(tmpdir(), `stagewalk-bench-${process.pid}-small.xml`);
const path = join(tmpdir(), `stagewalk-bench-${process.pid}.xml`);
try {
  await writeGeneratedExport(path, { bytes: Number(values.bytes) });
  await writeGeneratedExport(small, { bytes: Math.min(Number(values.bytes), SMALL_BYTES) });
  const reading = await measure(readingSubjects(path, small), rounds);
  const load = tableLoad(path);
  const table = await measure(tableSubjects(await rowsOf(small), Number(values.rows)), rounds);
  const result = {
    node: process.version,
    processor: cpus()[0]?.model ?? '',
    bytes: statSync(path).size,
    rows: Number(values.rows),
    measurements: [...reading, ...table],
    load,
  };
  writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(
    `${[...tableOf(reading), '', ...linesOf(load), '', ...tableOf(table), '', `Written to ${values.json}`].join('\n')}\n`,
  );
} finally {
  rmSync(path, { force: true });
  rmSync(small, { force: true });
}

function linesOf(load: TableLoad): string[] {
  const beside = load.peakMebibytes - load.tableMebibytes;
  return [
    `load into the table: ${load.megabytesPerSecond.toFixed(0)} MB/s, ${load.rows} rows`,
    `first rows after ${load.firstRowsMilliseconds.toFixed(0)} ms, the thread's start included`,
    `memory at its peak: ${beside.toFixed(0)} MiB beside the table (200 at most), ${load.tableBytesPerRow.toFixed(0)} bytes a row (500 at most)`,
  ];
}
