import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportShown, type ShownObject } from '../../src/commands/export-shown.ts';
import { openExport } from '../../src/csexport/open-export.ts';
import { deletes, exportXml } from './export-xml.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-shown-'));
  await writeFile(join(folder, 'in.xml'), exportXml(deletes(5)));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function shownObjects(): Promise<ShownObject[]> {
  const opened = await openExport(join(folder, 'in.xml'));
  const shown: ShownObject[] = [];
  for await (const batch of opened.objects()) {
    shown.push(...batch.map(({ range }) => ({ file: opened.identity, range })));
  }
  return shown;
}

const write = (shown: readonly ShownObject[], path: string, force = false) =>
  exportShown(shown, path, force, { cwd: folder, env: {} });

test('writes what is shown, in the order in which it is shown, each object once', async () => {
  const [one, two, three] = await shownObjects();
  if (!one || !two || !three) throw new Error('three objects are needed');
  expect(await write([three, one, three], 'out.CSV')).toEqual({
    ok: true,
    said: `Wrote ${join(folder, 'out.CSV')}: 2 pending exports`,
  });
  const rows: { id: string }[] = parse(await readFile(join(folder, 'out.CSV')), { bom: true, columns: true });
  expect(rows.map(({ id }) => id)).toEqual(['{d3}', '{d1}']);
  await write([two], 'out.json');
  expect(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8'))).toMatchObject([{ id: '{d2}' }]);
});

test('never replaces a file unasked, and never the input', async () => {
  const shown = await shownObjects();
  await writeFile(join(folder, 'out.csv'), 'old');
  expect(await write(shown, 'out.csv')).toEqual({
    ok: false,
    said: `${join(folder, 'out.csv')} is there already.`,
    exists: true,
  });
  expect((await write(shown, 'out.csv', true)).ok).toBe(true);
  await symlink(join(folder, 'in.xml'), join(folder, 'link.csv'));
  for (const force of [false, true]) {
    const refused = await write(shown, 'link.csv', force);
    expect(refused.said).toContain('is the file to be read');
    expect(refused).not.toHaveProperty('exists');
  }
  expect(await readFile(join(folder, 'in.xml'), 'utf8')).toBe(exportXml(deletes(5)));
});

test('a folder is no file that could be written over', async () => {
  await mkdir(join(folder, 'out.csv'));
  const refused = await write(await shownObjects(), 'out.csv');
  expect(refused.said).toContain('is a folder');
  expect(refused).not.toHaveProperty('exists');
});

test.each([
  ['out.xlsx', 'End the name with .csv, .ndjson or .json.'],
  ['out', 'End the name with .csv, .ndjson or .json.'],
  ['missing/out.csv', 'does not exist'],
  ['%NOWHERE%/out.csv', '%NOWHERE%'],
])('%s is refused with a word', async (path, word) => {
  const outcome = await write(await shownObjects(), path);
  expect(outcome.ok).toBe(false);
  expect(outcome.said).toContain(word);
  expect(await readdir(folder)).toEqual(['in.xml']);
});

test('writes nothing where the input has changed since', async () => {
  const shown = await shownObjects();
  await writeFile(join(folder, 'in.xml'), exportXml(deletes(6)));
  const outcome = await write(shown, 'out.csv');
  expect(outcome.ok).toBe(false);
  expect(outcome.said).toContain('in.xml');
  expect(await readdir(folder)).toEqual(['in.xml']);
});
