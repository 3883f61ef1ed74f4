// Times what operators wait for, beside the simplest thing that does part of it:
//   npm run bench -- [--bytes 32000000] [--rows 200000] [--rounds 5] [--json FILE]
// Only the ratios of one run mean anything: a machine is never twice as fast as before.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGeneratedExport } from '../../fixtures/generate-export.ts';
import { measure, tableOf } from './measurement.ts';
import { readingSubjects, rowsOf } from './reading.ts';
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
const path = join(tmpdir(), `stagewalk-bench-${process.pid}.xml`);
try {
  await writeGeneratedExport(path, { bytes: Number(values.bytes) });
  const reading = await measure(readingSubjects(path), rounds);
  const table = await measure(tableSubjects(await rowsOf(path), Number(values.rows)), rounds);
  const result = {
    node: process.version,
    processor: cpus()[0]?.model ?? '',
    bytes: statSync(path).size,
    rows: Number(values.rows),
    measurements: [...reading, ...table],
  };
  writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(
    `${[...tableOf(reading), '', ...tableOf(table), '', `Written to ${values.json}`].join('\n')}\n`,
  );
} finally {
  rmSync(path, { force: true });
}
