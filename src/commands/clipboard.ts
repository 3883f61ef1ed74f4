import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Outcome } from '../../screens/services.ts';
import type { CommandIo } from './command-io.ts';

/** Characters above which terminals drop a copy, or a clipboard helper takes too long. */
const LONGEST_COPY = 100_000;
// A clipboard over RDP can hang; the screen must not.
const PATIENCE = 3000;

/**
 * Copies a text: with clip.exe on Windows, else by asking the terminal (OSC 52); into a file of `folder` where there is
 * neither, or where the text is too long for them. Says which.
 */
export async function copyText(
  text: string,
  io: Pick<CommandIo, 'platform' | 'stdout'>,
  folder: string,
): Promise<Outcome> {
  if (text.length > LONGEST_COPY) return copyToFile(text, folder, 'Too long for the clipboard');
  if (io.platform === 'win32') return copyOnWindows(text, folder);
  if (io.stdout.isTTY !== true) return copyToFile(text, folder, 'There is no clipboard');
  io.stdout.write(`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`);
  return { ok: true, said: 'Copied, if this terminal has a clipboard' };
}

async function copyOnWindows(text: string, folder: string): Promise<Outcome> {
  // Without a byte order mark: clip.exe would copy it along.
  const { failed } = await execa('clip.exe', [], {
    input: Buffer.from(text, 'utf16le'),
    timeout: PATIENCE,
    reject: false,
    windowsHide: true,
  });
  return failed ? copyToFile(text, folder, 'The clipboard did not answer') : { ok: true, said: 'Copied' };
}

async function copyToFile(text: string, folder: string, why: string): Promise<Outcome> {
  const path = join(folder, 'copied.txt');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, text, { mode: 0o600 });
    return { ok: true, said: `${why}; it is in ${path}` };
  } catch (error) {
    return { ok: false, said: `${why}, and ${path} cannot be written: ${messageOf(error)}` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
