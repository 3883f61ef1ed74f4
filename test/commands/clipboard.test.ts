import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyText } from '../../src/commands/clipboard.ts';
import { testIo } from './test-io.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clipboard-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test.skipIf(process.platform === 'win32')('on Windows clip.exe gets UTF-16 without a mark', async () => {
  const clip = join(folder, 'clip.exe');
  await writeFile(clip, `#!/bin/sh\ncat > '${join(folder, 'clipped')}'\n`);
  await chmod(clip, 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  expect(await copyText('Añ & %PATH%', testIo(folder, { platform: 'win32' }), folder)).toEqual({
    ok: true,
    said: 'Copied',
  });
  expect((await readFile(join(folder, 'clipped'))).toString('utf16le')).toBe('Añ & %PATH%');
});

test.skipIf(process.platform === 'win32')(
  'where clip.exe fails, a file of the owner alone takes the text',
  async () => {
    vi.stubEnv('PATH', folder);
    const outcome = await copyText('text', testIo(folder, { platform: 'win32' }), join(folder, 'new'));
    const path = join(folder, 'new/copied.txt');
    expect(outcome).toEqual({ ok: true, said: `The clipboard did not answer; it is in ${path}` });
    expect(await readFile(path, 'utf8')).toBe('text');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  },
);

test('without a terminal a file takes the text, and where none can be written it is said', async () => {
  const io = testIo(folder);
  expect((await copyText('text', io, folder)).said).toContain(join(folder, 'copied.txt'));
  expect(io.stdout.text).toBe('');
  await writeFile(join(folder, 'file'), '');
  const outcome = await copyText('text', io, join(folder, 'file'));
  expect(outcome.ok).toBe(false);
  expect(outcome.said).toContain('cannot be written');
});
