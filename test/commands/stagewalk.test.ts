import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deletes, exportXml } from './export-xml.ts';

const PROGRAM = join(import.meta.dirname, '../../src/stagewalk.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stagewalk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function start(args: readonly string[], nodeArgs: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...nodeArgs, PROGRAM, ...args], { cwd: folder });
}

async function ended(child: ChildProcess) {
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout?.resume();
  const [code] = await once(child, 'close');
  return { code, err };
}

test('an old Node is told so, with what to do', async () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.11.1"})';
  const { code, err } = await ended(start(['--version'], ['--import', old]));
  expect(code).toBe(2);
  expect(err).toContain('needs Node 22 or later; this is Node 20.11.1');
  expect(err).toContain('npx stagewalk');
});

test.skipIf(process.platform === 'win32')('Ctrl+C ends it with 130 and leaves no file', async () => {
  await writeFile(join(folder, 'export.xml'), exportXml(deletes(3000)));
  const child = start(['analyze', 'export.xml', '-showOutput', 'true', '--out', 'out']);
  const { stdout } = child;
  if (stdout === null) throw new Error('no standard output');
  // Its output is longer than a pipe: it waits in the middle of the work until somebody reads on.
  stdout.once('readable', () => child.kill('SIGINT'));
  await once(stdout, 'readable');
  const { code, err } = await ended(child);
  expect(code).toBe(130);
  expect(err).toContain('Nothing was written.');
  expect(await readdir(folder)).toEqual(['export.xml']);
});

test('a pipe that closes early ends it quietly', async () => {
  await writeFile(join(folder, 'export.xml'), exportXml(deletes(3000)));
  const child = start(['analyze', 'export.xml', '--format', 'ndjson']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'exit');
  expect([code, err]).toEqual([0, '']);
});

test.skipIf(process.platform !== 'linux')('words that a full disk swallows are no success', async () => {
  await writeFile(join(folder, 'export.xml'), exportXml(deletes(1)));
  const full = openSync('/dev/full', 'w');
  for (const args of [['triage', 'export.xml'], ['--help']]) {
    const child = spawn(process.execPath, [PROGRAM, '--state', folder, ...args], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
    });
    const { code, err } = await ended(child);
    expect([code, err]).toEqual([2, expect.stringContaining('Standard output cannot be written')]);
  }
  closeSync(full);
});
