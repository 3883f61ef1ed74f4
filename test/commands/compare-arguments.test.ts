import { appendFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { CompareFolder, deleted, titled } from './compare-files.ts';
import { type TestIo, testIo } from './test-io.ts';

let folder: CompareFolder;
let io: TestIo;
beforeEach(() => {
  folder = new CompareFolder();
  io = testIo(folder.path);
});
afterEach(() => folder.remove());

const compare = (...args: readonly string[]) => run(['compare', ...args], io);

describe('--fail-on', () => {
  test.each([
    [['op:delete>0'], 1],
    [['op:delete>1'], 0],
    [['attr:title>0'], 1],
    [['name:Ben>0'], 0],
    [['name:Eva>0'], 0],
    [['op:delete>1', 'op:add>0'], 1],
  ])('%j: of the new and changed of B', async (limits, code) => {
    const args = [...(await folder.giveBoth()), ...limits.flatMap((limit) => ['--fail-on', limit])];
    expect(await compare(...args)).toBe(code);
    expect(io.stderr.text.includes('Above the limit: 1 pending export fits --fail-on')).toBe(code === 1);
  });
});

describe('input that cannot be read ends with 3', () => {
  test('to its end: what was read is compared and marked', async () => {
    const a = await folder.give('a.xml', [titled('Ana', 'CEO'), deleted('Ben')]);
    const b = await folder.giveBroken('b.xml', [titled('Ana', 'CFO')]);
    expect(await compare(a, b)).toBe(3);
    expect(io.stdout.text).toContain('b.xml: 1 pending export, PARTIAL\n');
    expect(io.stdout.text.replaceAll('\n', ' ')).toContain('the rest of B may show as gone');
    expect(io.stdout.text).toContain('Gone (only in A): 1   Changed: 1');
    expect(io.stderr.text).toMatch(/b\.xml, line 1, byte \d+: .*\n.*\n1 object before that was read\.\n/);
    expect(io.stderr.text).toContain('The comparison is PARTIAL');
  });

  test('at all: nothing is compared', async () => {
    const a = await folder.give('a.xml', [titled('Ana', 'CEO')]);
    await writeFile(join(folder.path, 'empty.xml'), '');
    await folder.giveBroken('none.xml', []);
    for (const name of ['missing.xml', 'empty.xml', '.', 'none.xml']) {
      expect(await compare(a, name)).toBe(3);
      expect(await compare(name, a, '--out', 'c.txt', '--partial')).toBe(3);
    }
    expect(io.stdout.text).toBe('');
    expect(io.stderr.text).toContain(join(folder.path, 'missing.xml'));
    expect(io.stderr.text).not.toMatch(/^ +at /m);
    expect(await folder.outputs()).toEqual([]);
  });
});

test('a file that changes before what differs is read again ends with 3', async () => {
  const [a, b] = await folder.giveBoth();
  const show = io.stdout._write.bind(io.stdout);
  io.stdout._write = (chunk, encoding, done) => {
    // The counts are written once both files are read.
    appendFileSync(join(folder.path, b), ' ');
    show(chunk, encoding, done);
  };
  expect(await compare(a, b)).toBe(3);
  expect(io.stdout.text).toContain('Changed: 1');
  expect(io.stderr.text).toMatch(/^The output is not whole\.\n.*b\.xml: .*changed/);
});

describe('wrong arguments end with 2 and a word about them', () => {
  test.each([
    [[], /missing required argument 'a'/],
    [['a.xml'], /missing required argument 'b'/],
    [['a.xml', ''], /B needs the path of a file/],
    [['a.xml', 'b.xml', 'c.xml'], /too many arguments/],
    [['a.xml', 'b.xml', '--format', 'csv'], /Allowed choices are text, json/],
    [['a.xml', 'b.xml', '--match', 'name'], /Allowed choices are id, anchor/],
    [['a.xml', 'b.xml', '--a2', ''], /--a2 needs the path/],
    [['a.xml', 'b.xml', '--out', ''], /--out needs a path/],
    [['a.xml', 'b.xml', '--out', 'c/'], /is a folder/],
    [['a.xml', 'b.xml', '--fail-on', 'op:delete'], /--fail-on has no limit/],
  ])('%j', async (args, words) => {
    expect(await compare(...args)).toBe(2);
    expect(io.stderr.text).toMatch(words);
    expect(io.stdout.text).toBe('');
  });
});
