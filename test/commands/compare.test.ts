import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { added, CompareFolder, deleted, person, titled } from './compare-files.ts';
import { type TestIo, testIo } from './test-io.ts';

let folder: CompareFolder;
let io: TestIo;
beforeEach(() => {
  folder = new CompareFolder();
  io = testIo(folder.path);
});
afterEach(() => folder.remove());

const compare = (...args: readonly string[]) => run(['compare', ...args], io);

describe('text', () => {
  test('says how objects match, counts, and what differs in each', async () => {
    expect(await compare(...(await folder.giveBoth()))).toBe(1);
    expect(io.stderr.text).toBe('');
    expect(io.stdout.text.replaceAll(folder.path, '')).toBe(
      [
        'A  /a.xml: 3 pending exports',
        'B  /b.xml: 4 pending exports',
        'Objects match by id, as in two rounds on one server: 2 ids of B are in A too.',
        '',
        'New (only in B): 2   Gone (only in A): 1   Changed: 1   Same: 1',
        '',
        'Operation  Type  New  Gone  Changed',
        '---------  ----  ---  ----  -------',
        'delete     user    1     1        0',
        'add        user    1     0        0',
        'update     user    0     0        1',
        '',
        'New, only in B: 2',
        '  - delete user Jon',
        '  + add user Ida',
        '      displayName, mail (2 values)',
        '',
        'Gone, only in A: 1',
        '  - delete user Ben',
        '',
        'Changed, in both with another change: 1',
        '  ~ update user Ana',
        '      title',
        '        A + CEO',
        '        B + CFO',
        '',
      ].join('\n'),
    );
  });

  test('two servers match by source anchor, whatever their ids', async () => {
    expect(await compare(...(await folder.giveBoth(2)))).toBe(1);
    expect(io.stdout.text).toContain(
      'Objects match by sourceAnchor or DN, as between two servers: A and B have no id\nin common.\n',
    );
    expect(io.stdout.text).toContain('New (only in B): 2   Gone (only in A): 1   Changed: 1   Same: 1\n');
  });

  test('--match overrides', async () => {
    expect(await compare(...(await folder.giveBoth(2)), '--match', 'id')).toBe(1);
    expect(io.stdout.text).toContain('as in two rounds on one server: --match id says so.\n');
    expect(io.stdout.text).toContain('New (only in B): 4   Gone (only in A): 3   Changed: 0   Same: 0\n');
  });

  test('an export against itself ends with 0', async () => {
    const [a] = await folder.giveBoth();
    expect(await compare(a, a)).toBe(0);
    expect(io.stdout.text).toContain('New (only in B): 0   Gone (only in A): 0   Changed: 0   Same: 3\n');
    expect(io.stdout.text.trimEnd().endsWith('Same: 3')).toBe(true);
  });

  test('what the delta says otherwise: operation, new DN, attribute of one side, many values', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `smtp:${index}@x`);
    const renamed = (newDn: string) => person('Ana', 1, { before: {}, after: {}, newDn });
    const proxies = person('Ida', 1, { before: {}, after: { proxyAddresses: many } });
    const a = await folder.give('a.xml', [deleted('Ben'), renamed('CN=x'), titled('Ida', 'CEO')]);
    const b = await folder.give('b.xml', [titled('Ben', 'CEO'), renamed('CN=y'), proxies]);
    expect(await compare(a, b)).toBe(1);
    expect(io.stdout.text).toContain('      operation: delete in A, update in B\n');
    expect(io.stdout.text).toContain(
      '  > rename user Ana\n      new DN: CN=y\n      new DN: CN=x in A, CN=y in B\n',
    );
    expect(io.stdout.text).toContain('      proxyAddresses, only in B\n        B + smtp:0@x\n');
    expect(io.stdout.text).toContain('        B + smtp:9@x\n        B and 2 more\n      title');
  });

  test('control characters of the input do nothing, and lines fit', async () => {
    const evil = `E\u009b31m\u202e${'x '.repeat(90)}`;
    const a = await folder.give('a.xml', [titled('Ana', evil)]);
    const b = await folder.give('b.xml', [titled('Ana', 'CEO'), added(evil)]);
    expect(await compare(a, b)).toBe(1);
    expect(io.stdout.text).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect(io.stdout.text).toContain('E\\x9b31m\\u202e');
    const lines = io.stdout.text.split('\n').filter((line) => !line.includes(folder.path));
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test('objects of other connectors, and one that stands twice, are said', async () => {
    const twice = { ...titled('Ana', 'CEO'), connectorName: 'fabrikam.com' };
    const a = await folder.give('a.xml', [titled('Ana', 'CEO')]);
    const b = await folder.give('b.xml', [twice, twice]);
    expect(await compare(a, b)).toBe(1);
    const said = io.stdout.text.replaceAll('\n', ' ');
    expect(said).toContain('A is of the connector contoso.onmicrosoft.com - AAD, B of fabrikam.com.');
    expect(said).toContain('in B 1 pending export stands for an object that has one already');
  });
});

describe('json', () => {
  test('has counts and items with whole records, and the words beside it', async () => {
    const [a, b] = await folder.giveBoth();
    expect(await compare(a, b, '--format', 'json')).toBe(1);
    const result = JSON.parse(io.stdout.text);
    expect(Object.keys(result)).toEqual(['counts', 'items']);
    expect(JSON.stringify(result.counts)).toBe('{"new":2,"gone":1,"changed":1,"same":1}');
    expect(result.items.map((item: object) => Object.keys(item))).toEqual(
      Array(4).fill(['status', 'a', 'b']),
    );
    const names = result.items.map(({ status, a: of, b: other }: Record<string, { name: string } | null>) => [
      status,
      of?.name ?? null,
      other?.name ?? null,
    ]);
    expect(names).toEqual([
      ['new', null, 'Jon'],
      ['new', null, 'Ida'],
      ['gone', 'Ben', null],
      ['changed', 'Ana', 'Ana'],
    ]);
    expect(io.stderr.text).toContain('Objects match by id');
    const records = testIo(folder.path);
    await run(['analyze', b, '--format', 'json'], records);
    const ana = JSON.parse(records.stdout.text).find(({ name }: { name: string }) => name === 'Ana');
    expect(result.items[3].b).toEqual(ana);
  });

  test('nothing that differs is an empty list', async () => {
    const a = await folder.give('a.xml', []);
    expect(await compare(a, a, '--format', 'json')).toBe(0);
    expect(JSON.parse(io.stdout.text)).toEqual({
      counts: { new: 0, gone: 0, changed: 0, same: 0 },
      items: [],
    });
  });
});

describe('second exports', () => {
  const mailed = (server: 1 | 2, ...mail: readonly string[]) =>
    person('Ana', server, { before: {}, after: { proxyAddresses: mail, title: ['CEO'] } });

  test('only what stands in both exports of a server is compared, the rest is counted', async () => {
    const files = [
      await folder.give('a.xml', [mailed(1, 'stays', 'passes'), deleted('Ben'), titled('Eva', 'CEO')]),
      await folder.give('b.xml', [mailed(2, 'stays', 'comes'), titled('Eva', 'CEO', 2), added('Ida', 2)]),
      '--a2',
      await folder.give('a2.xml', [mailed(1, 'stays'), titled('Eva', 'CEO'), added('Jon')]),
      '--b2',
      await folder.give('b2.xml', [mailed(2, 'stays'), titled('Eva', 'CEO', 2)]),
    ];
    expect(await compare(...files)).toBe(0);
    const said = io.stdout.text.replaceAll('\n', ' ');
    expect(said).toContain('Changed: 0   Same: 2');
    expect(said).toContain(
      'Transient, not compared: 2 pending exports of A and A2 are not the same in both; of 1 other only a part is in both.',
    );
    expect(said).toContain(
      'Transient, not compared: 1 pending export of B and B2 is not the same in both; of 1 other',
    );
  });

  test('a lasting change beside a transient one is not lost, and the rest of it not shown', async () => {
    const a = await folder.give('a.xml', [mailed(1, 'old', 'passes')]);
    const b = await folder.give('b.xml', [mailed(2, 'new')]);
    const a2 = await folder.give('a2.xml', [mailed(1, 'old', 'other')]);
    expect(await compare(a, b, '--a2', a2, '--format', 'json')).toBe(1);
    const [item] = JSON.parse(io.stdout.text).items;
    expect(
      item.a.changes.find(({ attribute }: { attribute: string }) => attribute === 'proxyAddresses').added,
    ).toEqual(['old']);
  });
});

describe('--out', () => {
  test('writes one file whole, says so, and replaces none without --force', async () => {
    const [a, b] = await folder.giveBoth();
    expect(await compare(a, b, '--format', 'json', '--out', 'c.json')).toBe(1);
    expect(JSON.parse(await folder.text('c.json')).items).toHaveLength(4);
    expect(io.stdout.text).toContain(`Wrote ${join(folder.path, 'c.json')}.\n`);
    expect(io.stdout.text).toContain('New (only in B): 2');
    expect(await compare(a, b, '--out', 'c.json')).toBe(2);
    expect(io.stderr.text).toContain('--force');
    expect(await compare(a, b, '--out', 'c.json', '--force')).toBe(1);
    expect(await folder.text('c.json')).toMatch(/^A {2}.*a\.xml: 3 pending exports\n/);
    expect(await compare(a, b, '--out', b, '--force')).toBe(2);
    expect(await folder.outputs()).toEqual(['c.json']);
  });

  test('of a broken file nothing is written, or with --partial what was read', async () => {
    const a = await folder.give('a.xml', [titled('Ana', 'CEO'), deleted('Ben')]);
    const b = await folder.giveBroken('b.xml', [titled('Ana', 'CFO')]);
    expect(await compare(a, b, '--format', 'json', '--out', 'c.json')).toBe(3);
    expect(await folder.outputs()).toEqual([]);
    expect(io.stderr.text).toContain('Nothing was written; with --partial what was read is.');
    expect(await compare(a, b, '--format', 'json', '--out', 'c.json', '--partial')).toBe(3);
    expect(await folder.outputs()).toEqual(['c.partial.json']);
    expect(JSON.parse(await folder.text('c.partial.json')).counts).toEqual({
      new: 0,
      gone: 1,
      changed: 1,
      same: 0,
    });
  });
});

test('a reader that goes away ends it quietly, but a limit is still checked', async () => {
  const [a, b] = await folder.giveBoth();
  io.stdout._write = (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' }));
  io.stdout.on('error', () => undefined);
  expect(await compare(a, b, '--fail-on', 'op:add>0')).toBe(1);
  expect(io.stderr.text).toBe('Above the limit: 1 pending export fits --fail-on "op:add>0".\n');
});

test('an interrupt leaves nothing behind', async () => {
  const [a, b] = await folder.giveBoth();
  io = testIo(folder.path, {
    onInterrupt: (listener) => {
      setImmediate(listener);
      return () => undefined;
    },
  });
  expect(await compare(a, b, '--out', 'c.txt')).toBe(130);
  expect(io.stderr.text).toBe('Stopped. Nothing was written.\n');
  expect(await folder.outputs()).toEqual([]);
});
