import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { ANA, ExportFolder } from './export-folder.ts';
import { deletes } from './export-xml.ts';
import { type TestIo, testIo } from './test-io.ts';

let folder: ExportFolder;
let io: TestIo;
beforeEach(() => {
  folder = new ExportFolder();
  io = testIo(folder.path);
});
afterEach(() => folder.remove());

const analyze = (...args: readonly string[]) => run(['analyze', ...args], io);

describe('--fail-on', () => {
  test.each([
    ['op:delete>3', 0],
    ['op:delete>2', 1],
    ['op:add>0', 0],
  ])('"%s" of 3 deletes ends with %i', async (limit, code) => {
    expect(await analyze(await folder.give(deletes(3)), '--fail-on', limit)).toBe(code);
    expect(await folder.outputs()).toEqual(['processedusers1.csv']);
    if (code === 1)
      expect(io.stderr.text).toBe('Above the limit: 3 pending exports fit --fail-on "op:delete>2".\n');
    else expect(io.stderr.text).toBe('');
  });

  test('each of several limits counts', async () => {
    const file = await folder.give(deletes(3));
    expect(await analyze(file, '--fail-on', 'op:delete>1', '--fail-on', 'op:add>0')).toBe(1);
  });

  test('a fault wins over a limit', async () => {
    const file = await folder.giveBroken(deletes(2));
    expect(await analyze(file, '--format', 'ndjson', '--fail-on', 'op:delete>1')).toBe(3);
    expect(io.stderr.text).toContain('Above the limit: 2 pending exports');
  });
});

describe('wrong arguments end with 2 and a word about them', () => {
  test.each([
    [['x.xml', '--format', 'html'], /Allowed choices are csanalyzer, csv, ndjson, json/],
    [['x.xml', '--fromat', 'csv'], /Did you mean --format/],
    [['x.xml', '--batch-size', '0'], /--batch-size needs a whole number from 1, not "0"/],
    [['x.xml', '--batch-size', '10', '--format', 'csv'], /--batch-size is for --format csanalyzer/],
    [['x.xml', '-showOutput', 'maybe'], /-showOutput needs true or false, not "maybe"/],
    [['-showOutput', 'x.xml'], /-showOutput needs true or false, not "x.xml"/],
    [['-xmltoimport', '-batchsize', '5'], /-xmltoimport needs the file/],
    [
      ['x.xml', '--format', 'csv', '--out', 'new/'],
      /--out new\/ is a folder, and --format csv writes one file/,
    ],
    [['x.xml', '--out', '-'], /--format csanalyzer writes files: --out needs a folder, not "-"/],
    [['x.xml', '--nonsense'], /Try: stagewalk analyze --help/],
    [['x.xml', '-xmltoimport', 'y.xml'], /Two files are given/],
    [[], /Give the file that csexport wrote/],
    [['x.xml', 'y.xml'], /too many arguments/],
    [['%NOWHERE%/x.xml'], /%NOWHERE%.*no such environment variable/],
    [['x.xml', '--out', ''], /--out needs a path/],
    [['x.xml', '--fail-on', 'op:delete'], /--fail-on/],
    [['x.xml', '--fail-on', 'op:nonsense>1'], /--fail-on/],
  ])('%j', async (args, words) => {
    expect(await analyze(...args)).toBe(2);
    expect(io.stderr.text).toMatch(words);
    expect(io.stderr.text).not.toMatch(/^ +at /m);
    expect(io.stdout.text).toBe('');
  });

  test('an output folder that is missing, or a folder for a file', async () => {
    const file = await folder.give([ANA]);
    expect(await analyze(file, '--format', 'csv', '--out', 'missing/a.csv')).toBe(2);
    expect(io.stderr.text).toContain(`the folder ${join(folder.path, 'missing')} does not exist`);
    await mkdir(join(folder.path, 'a'));
    expect(await analyze(file, '--format', 'csv', '--out', 'a', '--force')).toBe(2);
    expect(io.stderr.text).toContain('is a folder');
    expect(await analyze(file, '--out', file)).toBe(2);
    expect(io.stderr.text).toContain('is a file. Give a folder.');
  });
});
