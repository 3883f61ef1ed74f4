import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WholeFiles } from '../../src/reports/whole-files.ts';

// A disk without hard links: FAT, some network shares.
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  link: async () => {
    throw Object.assign(new Error('not supported'), { code: 'EPERM' });
  },
}));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'without-links-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

async function begun(force: boolean, ...names: readonly string[]): Promise<WholeFiles> {
  const files = new WholeFiles(force, []);
  for (const name of names) await (await files.open(at(name))).write('new');
  return files;
}

test('a file gets its name, and replaces one with force', async () => {
  await writeFile(at('b.csv'), 'old');
  await (await begun(true, 'a.csv', 'b.csv')).commit();
  expect(await readFile(at('a.csv'), 'utf8')).toBe('new');
  expect(await readFile(at('b.csv'), 'utf8')).toBe('new');
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv']);
});

test('without force nothing is replaced, and nothing is left behind', async () => {
  const files = await begun(false, 'a.csv', 'b.csv');
  await writeFile(at('b.csv'), 'of somebody else');
  await expect(files.commit()).rejects.toThrow('is there already');
  await files.discard();
  expect(await readdir(folder)).toEqual(['b.csv']);
  expect(await readFile(at('b.csv'), 'utf8')).toBe('of somebody else');
});

test('what was replaced comes back where a later file fails', async () => {
  await writeFile(at('a.csv'), 'old');
  const files = await begun(true, 'a.csv', 'b.csv');
  await expect(files.commit((path) => (path === at('b.csv') ? at('missing/b.csv') : path))).rejects.toThrow(
    'does not exist',
  );
  await files.discard();
  expect(await readFile(at('a.csv'), 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a.csv']);
});
