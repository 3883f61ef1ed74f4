// Measures what operators wait for, beside other programs on the same file in the same run:
//   npm run bench -- [--quick | --full] [--json FILE]
// Only ratios of one run mean anything: no machine is as fast as it was before.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGeneratedExport } from '../../fixtures/generate-export.ts';
import { measureFilter } from './filter.ts';
import { measureKeys } from './keys.ts';
import { measureLoad } from './load.ts';
import { tableOf as tableOfRows } from './many-rows.ts';
import { installWords, NEEDED } from './peers.ts';
import { type Bench, Report } from './report.ts';
import { tableOf } from './result.ts';
import { measureSort } from './sort.ts';
import { measureStartUp } from './start-up.ts';

const QUICK_BYTES = 24_000_000;
const FULL_BYTES = 1_000_000_000;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const full = values.full;
  if (full && values.quick) return refuse('--quick or --full, not both.');
  if (!existsSync(join(import.meta.dirname, '../../dist/stagewalk.js')))
    return refuse('Run npm run build first.');
  const install = full ? installWords(NEEDED) : null;
  if (install !== null) return refuse(install);

  const folder = mkdtempSync(join(tmpdir(), 'stagewalk-bench-'));
  const report = new Report();
  try {
    const path = join(folder, 'export.xml');
    await writeGeneratedExport(path, { bytes: full ? FULL_BYTES : QUICK_BYTES });
    await measureAll({ full, folder, path, rounds: 3, report });
    const about = `${cpus()[0]?.model ?? ''}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, ${Math.round(statSync(path).size / 1e6)} MB`;
    print(about, '', ...tableOf(report.results), '', ...report.missing);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report.results, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

async function measureAll(bench: Bench): Promise<void> {
  say('start-up');
  await measureStartUp(bench);
  say('load');
  await measureLoad(bench);
  const small = await smallExport(bench);
  const few = await tableOfRows(small, 200_000);
  say('keys');
  await measureKeys({ ...bench, path: small }, few);
  say('filter and sort');
  measureFilter(bench, few, 20);
  measureSort(bench, few, null);
  if (!bench.full) {
    bench.report.miss({
      measure: 'filter and sort of 1,000,000 rows',
      peerName: '',
      why: 'only --full does',
    });
    bench.report.miss({ measure: 'load of 1000 MB', peerName: '', why: 'only --full does' });
    return;
  }
  const many = await tableOfRows(small, 1_000_000);
  measureFilter(bench, many, 50);
  measureSort(bench, many, 1_300);
}

/** One that is loaded at once: keys are pressed in it, and large tables are made of its rows. */
async function smallExport({ folder }: Bench): Promise<string> {
  const path = join(folder, 'small.xml');
  await writeGeneratedExport(path, { objects: 1_000 });
  return path;
}

function say(what: string): void {
  process.stderr.write(`Measuring ${what} ...\n`);
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 2;
}
