import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OutputProblem } from '../../src/reports/output-problem.ts';
import { WholeFiles } from '../../src/reports/whole-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const text = (name: string) => readFile(at(name), 'utf8');

async function problemOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OutputProblem);
  return error instanceof OutputProblem ? error.message : '';
}

test('files appear together at the commit, and nothing under their names before', async () => {
  const files = new WholeFiles(false, []);
  const a = await files.open(at('a.csv'));
  const b = await files.open(at('b.csv'));
  await a.write('one');
  await b.write('two');
  await a.write(' three');
  expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
  expect(await files.commit()).toEqual([at('a.csv'), at('b.csv')]);
  expect(await text('a.csv')).toBe('one three');
  expect(await text('b.csv')).toBe('two');
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv']);
});

test.skipIf(process.platform === 'win32')('only the owner can read them', async () => {
  const files = new WholeFiles(false, []);
  await files.open(at('a.csv'));
  await files.commit();
  expect((await stat(at('a.csv'))).mode & 0o777).toBe(0o600);
});

test('discard leaves nothing behind, not even a folder that was made', async () => {
  const files = new WholeFiles(false, []);
  await files.makeFolder(at('new/deeper'));
  await (await files.open(at('new/deeper/a.csv'))).write('x');
  await files.discard();
  expect(await readdir(folder)).toEqual([]);
});

test('discard keeps a folder that was there', async () => {
  const files = new WholeFiles(false, []);
  await files.makeFolder(folder);
  await files.discard();
  expect(await readdir(folder)).toEqual([]);
});

test('a file that is there is refused at once', async () => {
  await writeFile(at('a.csv'), 'old');
  const files = new WholeFiles(false, []);
  expect(await problemOf(files.open(at('a.csv')))).toContain('--force');
  expect(await text('a.csv')).toBe('old');
});

test('a file that appears while the set is written is not replaced, and none of the set appears', async () => {
  const files = new WholeFiles(false, []);
  await files.open(at('a.csv'));
  await files.open(at('b.csv'));
  await writeFile(at('b.csv'), 'of somebody else');
  expect(await problemOf(files.commit())).toContain('is there already');
  await files.discard();
  expect(await readdir(folder)).toEqual(['b.csv']);
  expect(await text('b.csv')).toBe('of somebody else');
});

test('force replaces what is there', async () => {
  await writeFile(at('a.csv'), 'old');
  const files = new WholeFiles(true, []);
  await (await files.open(at('a.csv'))).write('new');
  await files.open(at('b.csv'));
  await files.commit();
  expect(await text('a.csv')).toBe('new');
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv']);
});

test('with force, what was there comes back where a later file of the set cannot have its name', async () => {
  await writeFile(at('a.csv'), 'old');
  const files = new WholeFiles(true, []);
  await (await files.open(at('a.csv'))).write('new');
  await files.open(at('b.csv'));
  await mkdir(at('b.csv'));
  expect(await problemOf(files.commit())).toContain('is a folder');
  await files.discard();
  expect(await text('a.csv')).toBe('old');
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv']);
});

test('the input is never replaced, not even with force or through a link', async () => {
  await writeFile(at('export.xml'), '<cs-objects/>');
  await symlink(at('export.xml'), at('link.csv'));
  const files = new WholeFiles(true, [at('export.xml')]);
  expect(await problemOf(files.open(at('export.xml')))).toContain('is the file to be read');
  expect(await problemOf(files.open(at('link.csv')))).toContain('is the file to be read');
});

test('a link is followed: the file behind it is replaced, the link stays', async () => {
  await writeFile(at('real.csv'), 'old');
  await symlink(at('real.csv'), at('link.csv'));
  const files = new WholeFiles(true, []);
  await (await files.open(at('link.csv'))).write('new');
  expect(await files.commit()).toEqual([at('real.csv')]);
  expect(await text('real.csv')).toBe('new');
  expect(await text('link.csv')).toBe('new');
});

test('a last word on the names is taken, and checked like a name', async () => {
  await writeFile(at('taken.csv'), 'old');
  const files = new WholeFiles(false, []);
  await files.open(at('a.csv'));
  expect(await problemOf(files.commit(() => at('taken.csv')))).toContain('--force');
  await files.discard();
  const others = new WholeFiles(false, []);
  await others.open(at('a.csv'));
  expect(await others.commit((path) => path.replace('.csv', '.partial.csv'))).toEqual([at('a.partial.csv')]);
  expect((await readdir(folder)).sort()).toEqual(['a.partial.csv', 'taken.csv']);
});

test('what is wrong with a path is said', async () => {
  const files = new WholeFiles(true, []);
  await writeFile(at('file'), '');
  await mkdir(at('folder'));
  expect(await problemOf(files.open(at('missing/a.csv')))).toBe(
    `${at('missing/a.csv')}: the folder ${at('missing')} does not exist. Create it, or choose another place.`,
  );
  expect(await problemOf(files.open(at('folder')))).toContain('is a folder');
  expect(await problemOf(files.open(at('file/a.csv')))).toContain('is a file, not a folder');
  expect(await problemOf(files.makeFolder(at('file')))).toContain('is a file. Give a folder');
  expect(await problemOf(files.open(at(`${'x'.repeat(250)}.csv`)))).toContain('too long');
});

test.skipIf(process.platform === 'win32')('a device is not a file', async () => {
  expect(await problemOf(new WholeFiles(true, []).open('/dev/null'))).toContain('not an ordinary file');
});

test('another run that replaces one of the files meanwhile is noticed', async () => {
  const files = new WholeFiles(true, []);
  await files.open(at('a.csv'));
  await files.open(at('b.csv'));
  // The other run comes between the first file and the second.
  const meanwhile = (path: string) => {
    if (path === at('b.csv')) {
      writeFileSync(at('other'), 'of the other run');
      renameSync(at('other'), at('a.csv'));
    }
    return path;
  };
  expect(await problemOf(files.commit(meanwhile))).toContain('another run wrote here at the same time');
  await files.discard();
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv']);
  expect(await text('a.csv')).toBe('of the other run');
});
