import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compiledExpat, dropFromCache, jsonOf, pythonWithLxml } from './peers.ts';
import type { Bench } from './report.ts';
import { median } from './result.ts';

/** What a program says that has read an export. `rows` is null where it makes none. */
interface Run {
  readonly milliseconds: number;
  readonly rows: number | null;
  readonly mebibytes?: number;
  readonly firstRows?: number;
}

interface Reader {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** How many times as fast as it we are to be; null where nothing is asked. */
  readonly least: number | null;
}

const TABLE_BYTES_A_ROW = 500;
const MEMORY_MIB = 200;
const FIRST_ROWS_MS = 30;

/** The load of an export to rows beside parsers on the same file, its memory and its first rows. */
export async function measureLoad(bench: Bench): Promise<void> {
  const { path, report, rounds } = bench;
  const own = ours(await builtLoader(bench.folder), path);
  const megabytes = statSync(path).size / 1e6;
  const measure = `load of ${Math.round(megabytes)} MB, MB/s`;
  const readers = [own, ...peersOn(bench, measure)];
  const runs = new Map(readers.map(({ name }): [string, Run[]] => [name, []]));
  // Round by round, so that a busy moment of the machine meets them all.
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, command, args } of readers) runs.get(name)?.push(jsonOf<Run>(command, args));
  }
  const loads = runs.get('ours') ?? [];
  const rows = loads[0]?.rows ?? 0;
  const speed = (of: readonly Run[]) => megabytes / (median(of.map((run) => run.milliseconds)) / 1000);
  for (const { name, least } of readers.slice(1)) {
    const peer = runs.get(name) ?? [];
    if (peer.some((run) => run.rows !== null && run.rows !== rows)) {
      throw new Error(`${name} finds ${peer[0]?.rows} rows in ${path}, and we ${rows}.`);
    }
    report.add({
      measure,
      ours: speed(loads),
      peer: { name, figure: speed(peer) },
      better: 'more',
      target: least === null ? null : { of: 'ratio', least },
    });
  }
  const mebibytes = median(loads.map((run) => run.mebibytes ?? 0));
  const sax = median((runs.get('sax') ?? []).map((run) => run.mebibytes ?? 0));
  report.add({
    measure: `memory at its most, MiB, with a table of ${rows.toLocaleString('en-US')} rows`,
    ours: mebibytes,
    peer: { name: 'sax', figure: sax },
    better: 'less',
    target: { of: 'ours', most: MEMORY_MIB + (rows * TABLE_BYTES_A_ROW) / 2 ** 20 },
  });
  report.add({
    measure: 'first 100 rows, ms',
    ours: median(loads.map((run) => run.firstRows ?? Number.NaN)),
    peer: null,
    better: 'less',
    target: { of: 'ours', most: FIRST_ROWS_MS },
  });
  measureCold(bench, own, megabytes);
}

/** A load from the disk beside a read that does nothing else. */
function measureCold({ path, report, rounds }: Bench, own: Reader, megabytes: number): void {
  const measure = `load from the disk, MB/s`;
  const read = node('read only', 'read-file.ts', [path], null);
  const times = { own: [] as number[], read: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [reader, list] of [
      [read, times.read],
      [own, times.own],
    ] as const) {
      if (!dropFromCache(path)) {
        report.miss({ measure, peerName: 'cold read', why: 'dd cannot drop a file from the cache here' });
        return;
      }
      list.push(jsonOf<Run>(reader.command, reader.args).milliseconds);
    }
  }
  report.add({
    measure,
    ours: megabytes / (median(times.own) / 1000),
    peer: { name: 'cold read', figure: megabytes / (median(times.read) / 1000) },
    better: 'more',
    target: { of: 'ratio', least: 0.5 },
  });
}

function peersOn({ path, folder, report }: Bench, measure: string): Reader[] {
  const readers = [
    node('warm read', 'read-file.ts', [path], null),
    node('sax', 'load-parser.ts', ['sax', path], 20),
  ];
  const miss = (peerName: string, why: string) => report.miss({ measure, peerName, why });
  if (isInstalled('saxes')) readers.push(node('saxes', 'load-parser.ts', ['saxes', path], null));
  else miss('saxes', 'saxes is not installed');
  const python = pythonWithLxml();
  if (python === null) miss('lxml', 'there is no Python with lxml here');
  else {
    readers.push({ name: 'lxml', command: python, args: [program('load-lxml.py'), path], least: 7 });
  }
  const expat = compiledExpat(folder);
  if (expat === null) miss('C expat', 'there is no C compiler with the headers of expat here');
  else readers.push({ name: 'C expat', command: expat, args: [path], least: 3 });
  return readers;
}

function ours(loader: string, path: string): Reader {
  return { name: 'ours', command: process.execPath, args: [loader, path], least: null };
}

/** The loader and its thread, built as the program is: operators do not run sources. */
async function builtLoader(folder: string): Promise<string> {
  const outdir = join(folder, 'built');
  await build({
    entryPoints: {
      'load-ours': program('load-ours.ts'),
      'export-worker': join(import.meta.dirname, '../../src/pending-exports/export-worker.ts'),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    minify: true,
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
  return join(outdir, 'load-ours.js');
}

function node(name: string, file: string, args: readonly string[], least: number | null): Reader {
  return { name, command: process.execPath, args: [program(file), ...args], least };
}

function program(file: string): string {
  return join(import.meta.dirname, 'programs', file);
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}
