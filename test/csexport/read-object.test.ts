import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ByteSource } from '../../src/csexport/byte-source.ts';
import { openExport } from '../../src/csexport/open-export.ts';
import { readObjectAt } from '../../src/csexport/read-object.ts';
import { encode, fileInMemory, fixture, parseBytes, readOpened } from './reading.ts';

const TEXT = `<cs-objects>\r\n<cs-object cs-dn="ä"/>\r\n<cs-object cs-dn="b">\r\n<note>c\r\n</note></cs-object></cs-objects>`;
const FILE = { path: 'a.xml', size: 1000, modified: 7 };
const stat = (size: number, mtimeMs: number): Partial<ByteSource> => ({
  stat: async () => ({ size, mtimeMs, isFile: () => true, isDirectory: () => false }),
});

test('every object of every fixture is the same when it is read again', async () => {
  const folder = fixture('');
  const names = (await readdir(folder)).filter((name) => !name.startsWith('bad-'));
  let compared = 0;
  for (const name of names) {
    const opened = await openExport(fixture(name));
    const { objects, fault } = await readOpened(opened);
    expect(fault, name).toBeNull();
    for (const { object, range } of objects) {
      expect(await readObjectAt(opened.identity, range), name).toEqual(object);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(names.length / 2);
});

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
  'only the bytes of the object are read, in %s',
  async (encoding) => {
    const bytes = encode(TEXT, encoding, true);
    const second = parseBytes(bytes).objects[1];
    if (second === undefined) throw new Error('no second object');
    const asked: [number, number][] = [];
    const source: Partial<ByteSource> = {
      ...stat(1000, 7),
      read: async (buffer, position) => {
        asked.push([position, position + buffer.length]);
        return bytes.copy(buffer, 0, position, position + buffer.length);
      },
    };
    expect(await readObjectAt(FILE, second.range, fileInMemory(bytes, source))).toEqual(second.object);
    expect(asked).toEqual([[second.range.start, second.range.end]]);
  },
);

test.each([
  ['size', stat(1001, 7)],
  ['time', stat(1000, 8)],
])('another %s: the file has changed', async (_, source) => {
  const reading = readObjectAt(FILE, { start: 0, end: 10 }, fileInMemory(Buffer.from(TEXT), source));
  await expect(reading).rejects.toMatchObject({
    name: 'InputFaultError',
    fault: { kind: 'changed', file: 'a.xml', next: expect.stringMatching(/Load the file again/) },
  });
});

test.each([
  ['a range that begins elsewhere', { start: 3, end: 40 }],
  ['a range that ends early', { start: 14, end: 20 }],
  ['a range behind the end', { start: 5000, end: 5010 }],
  ['a range of nothing', { start: 14, end: 14 }],
])('%s: what stands there is another file', async (_, range) => {
  const reading = readObjectAt(FILE, range, fileInMemory(Buffer.from(TEXT), stat(1000, 7)));
  await expect(reading).rejects.toMatchObject({ fault: { kind: 'changed' } });
});

test('a file that is gone', async () => {
  const reading = readObjectAt({ ...FILE, path: fixture('none.xml') }, { start: 0, end: 1 });
  await expect(reading).rejects.toMatchObject({ fault: { kind: 'missing' } });
});
