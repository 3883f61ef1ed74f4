import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoadEvent } from '../../src/pending-exports/load-event.ts';
import { loadExports } from '../../src/pending-exports/load-exports.ts';
import { rowsIn, wholeRow } from '../../src/pending-exports/stored-row.ts';

const EXPORT = `<?xml version="1.0"?>
<cs-objects>
<cs-object cs-dn="CN=Alva Berg" id="{34CF4AD4-73D8-5160-9CFB-4C382343C98A}" object-type="user">
<unapplied-export><delta operation="delete" dn="CN=Alva Berg"></delta></unapplied-export>
<synchronized-hologram><entry dn="CN=Alva Berg"><attr name="displayName" type="string" multivalued="false"><value>Alva Berg</value></attr></entry></synchronized-hologram>
<ma-id>{B891884F-051E-4A83-95AF-2544101C9083}</ma-id>
</cs-object>
</cs-objects>`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'load-exports-'));
  await writeFile(join(folder, 'export.xml'), EXPORT);
  await writeFile(join(folder, 'cut.xml'), EXPORT.slice(0, -8));
});
afterAll(() => rm(folder, { recursive: true }));

/** Loads to the end. */
function loaded(files: readonly string[], worker?: string): Promise<LoadEvent[]> {
  return new Promise((resolve) => {
    const events: LoadEvent[] = [];
    const listen = (event: LoadEvent) => {
      events.push(event);
      if (event.kind === 'done') resolve(events);
    };
    if (worker === undefined) loadExports(files, listen);
    else loadExports(files, listen, { script: thread(worker) });
  });
}

/** A thread that runs this code. */
function thread(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

describe('loading in a thread', () => {
  test('reads a real file', async () => {
    const path = join(folder, 'export.xml');
    const events = await loaded([path]);
    expect(events.map((event) => event.kind)).toEqual(['opened', 'rows', 'progress', 'ended', 'done']);
    const rows = events.flatMap((event) => (event.kind === 'rows' ? [...rowsIn(event.rows)] : []));
    expect(rows.map(wholeRow)).toMatchObject([{ operation: 'delete', name: 'Alva Berg', type: 'user' }]);
    expect(events).toContainEqual({
      kind: 'ended',
      file: 0,
      objects: 1,
      bytes: EXPORT.length,
      stopped: false,
      fault: null,
    });
  });

  test('tells what is wrong with each file, and reads the others', async () => {
    const paths = ['missing.xml', 'cut.xml', 'export.xml'].map((name) => join(folder, name));
    const ends = (await loaded(paths)).filter((event) => event.kind === 'ended');
    expect(ends.map(({ fault }) => fault?.kind ?? null)).toEqual(['missing', 'cut-off', null]);
    expect(ends.map(({ objects }) => objects)).toEqual([0, 1, 1]);
  });

  test('stopped, keeps the rows that came and ends every file', async () => {
    const large = join(folder, 'large.xml');
    const [head = '', object = ''] = EXPORT.split(/(?<=<cs-objects>\n)|(?=<\/cs-objects>)/);
    await writeFile(large, `${head}${object.repeat(2_000)}</cs-objects>`);
    const files = Array.from({ length: 40 }, () => large);
    const events = await new Promise<LoadEvent[]>((resolve) => {
      const heard: LoadEvent[] = [];
      const load = loadExports(files, (event) => {
        heard.push(event);
        if (event.kind === 'rows') load.stop();
        if (event.kind === 'done') resolve(heard);
      });
    });
    const ends = events.filter((event) => event.kind === 'ended');
    expect(ends.map(({ file }) => file)).toEqual(files.map((_, file) => file));
    expect(ends.at(-1)).toMatchObject({ stopped: true, objects: 0, fault: null });
    const rows = events.flatMap((event) => (event.kind === 'rows' ? [...rowsIn(event.rows)] : []));
    expect(rows).toHaveLength(ends.reduce((sum, { objects }) => sum + objects, 0));
  });

  test('a thread that fails ends every file with a fault that says so', async () => {
    const events = await loaded(['a.xml', 'b.xml'], 'throw new Error("out of luck")');
    expect(events).toMatchObject([
      { kind: 'ended', file: 0, stopped: false, fault: { kind: 'unreadable', file: 'a.xml' } },
      { kind: 'ended', file: 1, stopped: false, fault: { kind: 'unreadable', file: 'b.xml' } },
      { kind: 'done' },
    ]);
    expect(events[0]).toMatchObject({ fault: { what: expect.stringContaining('out of luck') } });
  });

  test('a thread that ends half-way keeps what it told, and ends what it did not', async () => {
    const events = await loaded(
      ['a.xml', 'b.xml', 'c.xml'],
      `import { parentPort } from 'node:worker_threads';
      parentPort.postMessage({ kind: 'ended', file: 0, objects: 7, bytes: 70, stopped: false, fault: null });
      parentPort.postMessage({ kind: 'progress', file: 1, bytes: 30, totalBytes: 60, objects: 3, secondsLeft: null });`,
    );
    expect(events.filter((event) => event.kind === 'ended')).toMatchObject([
      { file: 0, objects: 7, fault: null },
      { file: 1, objects: 3, bytes: 30, fault: { kind: 'unreadable' } },
      { file: 2, objects: 0, bytes: 0, fault: { kind: 'unreadable' } },
    ]);
  });

  test('stopped, a thread that does not answer is ended, and that is no fault', async () => {
    const events = await new Promise<LoadEvent[]>((resolve) => {
      const heard: LoadEvent[] = [];
      const load = loadExports(
        ['a.xml'],
        (event) => {
          heard.push(event);
          if (event.kind === 'opened') load.stop();
          if (event.kind === 'done') resolve(heard);
        },
        {
          script: thread(`import { parentPort } from 'node:worker_threads';
        parentPort.postMessage({ kind: 'opened', file: 0, identity: {}, encoding: 'utf-8' });
        for (;;);`),
        },
      );
    });
    expect(events.slice(1)).toMatchObject([
      { kind: 'ended', file: 0, stopped: true, fault: null },
      { kind: 'done' },
    ]);
  });

  test('keeps no process alive once it is stopped, nor once it is done', async () => {
    const source = new URL('../../src/pending-exports/load-exports.ts', import.meta.url).href;
    const run = (code: string) =>
      promisify(execFile)(process.execPath, [
        '--input-type=module',
        '-e',
        `import { loadExports } from ${JSON.stringify(source)};\n${code}`,
      ]);
    const stopped = await run(`
      const hung = new URL('data:text/javascript,setInterval(() => {}, 1e6)');
      loadExports(['a.xml'], (event) => console.log(event.kind), { script: hung }).stop();
      process.on('exit', () => console.log('gone'));`);
    // It did not wait for the thread's end.
    expect(stopped.stdout).toBe('gone\n');
    const done = await run(`
      loadExports([${JSON.stringify(join(folder, 'export.xml'))}], (event) => console.log(event.kind));`);
    expect(done.stdout).toBe('opened\nrows\nprogress\nended\ndone\n');
    expect(done.stderr).toBe('');
  });
});
