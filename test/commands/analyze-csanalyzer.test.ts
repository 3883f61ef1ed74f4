import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { ANA, ExportFolder, NOTHING, UNCONFIRMED } from './export-folder.ts';
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

describe('csanalyzer', () => {
  test('writes processedusers1.csv into the current folder, as the script did, with every column filled', async () => {
    expect(await analyze(await folder.give([ANA, NOTHING, ...deletes(1)]))).toBe(0);
    expect(await folder.text('processedusers1.csv')).toBe(
      [
        '\ufeff"ID","Type","DN","operation","UPN","displayName","sourceAnchor","alias","primarySMTP","onPremisesSamAccountName","mail"',
        '"{ana}","user","CN=ana","add","ana@contoso.com","Ana ""A"" Añón","+AAA==","ana","ana@contoso.com","ana1","\'=ana@contoso.com"',
        '"{d1}","user","CN=d1","delete","","Person 1","","","","",""',
        '',
      ].join('\r\n'),
    );
    expect(io.stdout.text).toContain('processedusers1.csv: 2 pending exports');
    expect(io.stderr.text).toBe('');
  });

  test('raw leaves a formula as it stands', async () => {
    await analyze(await folder.give([ANA]), '--raw');
    expect(await folder.text('processedusers1.csv')).toContain(',"=ana@contoso.com"');
  });

  test.each([
    [6, [3, 3]],
    [7, [3, 3, 1]],
    [2, [2]],
  ])('%i objects in batches of 3 are files of %j rows, and no empty one', async (count, sizes) => {
    expect(await analyze(await folder.give(deletes(count)), '--batch-size', '3', '--out', 'new/deeper')).toBe(
      0,
    );
    const names = sizes.map((_, index) => `processedusers${index + 1}.csv`);
    expect((await readdir(join(folder.path, 'new/deeper'))).sort()).toEqual(names);
    for (const [index, size] of sizes.entries()) {
      const rows = parse(await folder.text(`new/deeper/${names[index]}`), { bom: true, columns: true });
      expect(rows).toHaveLength(size);
    }
  });

  test('of an export with nothing staged writes no file and says so', async () => {
    for (const objects of [[], [NOTHING]]) {
      expect(await analyze(await folder.give(objects), '--out', 'new')).toBe(0);
    }
    expect(io.stdout.text).toMatch(/Nothing is staged: .* holds no objects\.\n/);
    expect(io.stdout.text).toMatch(/Nothing is staged: .* holds 1 object and no pending export\.\n/);
    expect(await folder.outputs()).toEqual([]);
  });

  test('leaves out what was sent already, and says so', async () => {
    expect(await analyze(await folder.give([ANA, UNCONFIRMED]))).toBe(0);
    expect(parse(await folder.text('processedusers1.csv'), { bom: true, columns: true })).toHaveLength(1);
    expect(io.stdout.text).toContain('Not in it: 1 export sent already');
  });

  test('never overwrites without force, and says so before it reads', async () => {
    await writeFile(join(folder.path, 'processedusers1.csv'), 'precious');
    const file = await folder.give([ANA]);
    expect(await analyze(file)).toBe(2);
    expect(io.stderr.text).toContain('is there already');
    expect(await folder.text('processedusers1.csv')).toBe('precious');
    expect(await analyze(file, '--force')).toBe(0);
    expect(await folder.text('processedusers1.csv')).toContain('"{ana}"');
  });

  test('a later file that is there keeps the whole set from appearing', async () => {
    await writeFile(join(folder.path, 'processedusers2.csv'), 'precious');
    expect(await analyze(await folder.give(deletes(2)), '--batch-size', '1')).toBe(2);
    expect(await folder.outputs()).toEqual(['processedusers2.csv']);
    expect(await folder.text('processedusers2.csv')).toBe('precious');
  });

  test('names files of an earlier run that this run has not replaced', async () => {
    for (const name of ['processedusers2.csv', 'processedusers10.csv', 'processedusersX.csv']) {
      await writeFile(join(folder.path, name), '');
    }
    expect(await analyze(await folder.give([ANA]))).toBe(0);
    expect(io.stderr.text).toContain('holds processedusers2.csv, processedusers10.csv of an earlier run');
  });

  test('the parameters of the script are understood', async () => {
    await folder.give(deletes(3), 'in put.xml');
    const env = { Temp: folder.path };
    io = testIo(folder.path, { env });
    const path = '%TEMP%/in put.xml';
    expect(await analyze('-xmltoimport', path, '-BatchSize', '2', '-showOutput', '$true')).toBe(0);
    expect(await folder.outputs()).toEqual(['processedusers1.csv', 'processedusers2.csv']);
    expect(io.stdout.text).toContain('ID: {d1}\nType: user\nDN: CN=d1\noperation: delete\n');
    expect(await analyze('-xmltoimport:%temp%/in put.xml', '--force')).toBe(0);
  });
});
