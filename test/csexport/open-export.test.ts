import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ByteSource, OpenSource } from '../../src/csexport/byte-source.ts';
import { openFromDisk } from '../../src/csexport/byte-source.ts';
import { openExport } from '../../src/csexport/open-export.ts';
import { fileInMemory, fixture, readOpened } from './reading.ts';

const OBJECT =
  '<cs-object cs-dn="CN=Ana,OU=Sales,DC=contoso,DC=com" object-type="user"><note>n</note></cs-object>';

/** A file of many objects that is made while it is read, and counts what was read of it. */
class MadeExport {
  readonly size: number;
  read = 0;
  closed = 0;
  readonly #start = Buffer.from('<cs-objects>');
  readonly #end = Buffer.from('</cs-objects>');
  readonly #object = Buffer.from(OBJECT);

  constructor(objects: number) {
    this.size = this.#start.length + objects * this.#object.length + this.#end.length;
  }

  readonly open: OpenSource = async () => ({
    read: async (buffer, position) => {
      const count = Math.min(buffer.length, this.size - position);
      for (let at = 0; at < count; at++) buffer[at] = this.#byteAt(position + at);
      this.read += count;
      return count;
    },
    stat: async () => ({ size: this.size, mtimeMs: 1, isFile: () => true, isDirectory: () => false }),
    close: async () => {
      this.closed++;
    },
  });

  #byteAt(at: number): number {
    if (at < this.#start.length) return this.#start[at] ?? 0;
    const tail = this.size - this.#end.length;
    if (at >= tail) return this.#end[at - tail] ?? 0;
    return this.#object[(at - this.#start.length) % this.#object.length] ?? 0;
  }
}

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stagewalk-'));
  path = join(folder, 'export.xml');
});

afterEach(() => rm(folder, { recursive: true }));

test('the identity, the encoding and the bytes read', async () => {
  const text = `<cs-objects>${OBJECT}</cs-objects>`;
  await writeFile(path, text);
  const opened = await openExport(path);
  expect(opened.identity).toMatchObject({ path, size: Buffer.byteLength(text) });
  expect(opened.encoding).toBe('utf-8');
  expect(opened.bytesRead()).toBe(0);
  const { objects, fault } = await readOpened(opened);
  expect(fault).toBeNull();
  expect(objects).toHaveLength(1);
  expect(opened.bytesRead()).toBe(Buffer.byteLength(text));
});

test('objects come while most of the file is still unread, and blocks are not kept', async () => {
  const made = new MadeExport(50_000);
  const opened = await openExport('made.xml', made.open);
  const first = await opened.objects().next();
  expect(first.done).toBe(false);
  expect(made.read).toBeLessThan(made.size / 20);
});

test('every object of a long file is read, in order, without gaps', async () => {
  const made = new MadeExport(20_000);
  const { objects, fault } = await readOpened(await openExport('made.xml', made.open));
  expect(fault).toBeNull();
  expect(objects).toHaveLength(20_000);
  const gaps = objects.filter(({ range }, at) => at > 0 && range.start !== objects[at - 1]?.range.end);
  expect(gaps).toEqual([]);
});

test('an aborted reading ends without a fault and keeps what it had', async () => {
  const made = new MadeExport(50_000);
  const opened = await openExport('made.xml', made.open);
  const stop = new AbortController();
  const reading = opened.objects(stop.signal);
  const first = await reading.next();
  stop.abort();
  expect(await reading.next()).toEqual({ done: true, value: { fault: null } });
  expect(first.done === false && first.value.length).toBeGreaterThan(0);
  expect(opened.bytesRead()).toBeLessThan(made.size);
  expect(made.closed).toBe(2);
});

test('the file is closed where the reader goes away', async () => {
  const made = new MadeExport(50_000);
  for await (const objects of (await openExport('made.xml', made.open)).objects()) {
    expect(objects.length).toBeGreaterThan(0);
    break;
  }
  expect(made.closed).toBe(2);
});

test('the same export can be read twice', async () => {
  const opened = await openExport(fixture('add.xml'));
  expect(await readOpened(opened)).toEqual(await readOpened(opened));
});

const LONG = `<cs-objects>${OBJECT.repeat(10_000)}</cs-objects>`;

async function readWhile(change: () => Promise<void>) {
  const opened = await openExport(path);
  const reading = opened.objects();
  const first = await reading.next();
  if (first.done) throw new Error('no objects');
  await change();
  let count = first.value.length;
  for (;;) {
    const next = await reading.next();
    if (next.done) return { count, fault: next.value.fault };
    count += next.value.length;
  }
}

test('a file that grows while it is read: its objects, then the fault', async () => {
  await writeFile(path, LONG);
  const { count, fault } = await readWhile(() => appendFile(path, OBJECT));
  expect(count).toBe(10_000);
  expect(fault).toMatchObject({
    kind: 'changed',
    file: path,
    what: expect.stringMatching(/while it was read/),
  });
});

test('a file that shrinks while it is read has changed, and is not called cut off', async () => {
  await writeFile(path, LONG);
  const { count, fault } = await readWhile(() => truncate(path, 400_000));
  expect(count).toBeGreaterThan(1000);
  expect(count).toBeLessThan(10_000);
  expect(fault?.kind).toBe('changed');
});

test('a file that is still being written has changed, and is not called cut off', async () => {
  await writeFile(path, LONG.slice(0, 500_000));
  const { fault } = await readWhile(() => appendFile(path, LONG.slice(500_000)));
  expect(fault?.kind).toBe('changed');
});

test('a file that is written again with the same size', async () => {
  await writeFile(path, LONG);
  const { fault } = await readWhile(() => utimes(path, 1, 1));
  expect(fault?.kind).toBe('changed');
});

test('a file that changes between the opening and the reading', async () => {
  await writeFile(path, LONG);
  const opened = await openExport(path);
  await writeFile(path, '<cs-objects/>');
  expect(await readOpened(opened)).toMatchObject({ objects: [], fault: { kind: 'changed' } });
});

test('a file that is gone between the opening and the reading', async () => {
  await writeFile(path, LONG);
  const opened = await openExport(path);
  await rm(path);
  expect(await readOpened(opened)).toMatchObject({ objects: [], fault: { kind: 'missing' } });
});

test('a disk that fails in the middle: the objects before stay', async () => {
  const bytes = Buffer.from(LONG);
  const failing: Partial<ByteSource> = {
    read: async (buffer, position) => {
      if (position > 300_000) throw Object.assign(new Error('i/o error'), { code: 'EIO' });
      return bytes.copy(buffer, 0, position, position + buffer.length);
    },
  };
  const { objects, fault } = await readOpened(await openExport('a.xml', fileInMemory(bytes, failing)));
  expect(objects.length).toBeGreaterThan(1000);
  expect(fault).toMatchObject({ kind: 'unreadable', file: 'a.xml', what: expect.stringContaining('EIO') });
});

test('reads that give less than was asked for', async () => {
  const bytes = Buffer.from(LONG.slice(0, 12 + OBJECT.length * 50).concat('</cs-objects>'));
  const slow: Partial<ByteSource> = {
    read: async (buffer, position) => bytes.copy(buffer, 0, position, position + Math.min(7, buffer.length)),
  };
  const { objects, fault } = await readOpened(await openExport('a.xml', fileInMemory(bytes, slow)));
  expect(fault).toBeNull();
  expect(objects).toHaveLength(50);
});

test.skipIf(process.platform === 'win32')('a named pipe is refused at once', async () => {
  execFileSync('mkfifo', [path]);
  await expect(openExport(path)).rejects.toMatchObject({ fault: { kind: 'unreadable' } });
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file that may not be read',
  async () => {
    await writeFile(path, LONG, { mode: 0 });
    await expect(openFromDisk(path)).rejects.toMatchObject({ code: 'EACCES' });
    await expect(openExport(path)).rejects.toMatchObject({ fault: { kind: 'no-permission' } });
  },
);
