import { randomBytes } from 'node:crypto';
import { link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, isHeldByAnother, outputProblem } from './output-problem.ts';

/** A file that has got its name, and the way back while others of its set have not. */
export interface PlacedFile {
  readonly path: string;
  /** Takes the name away again, and gives it back to the file that had it. */
  readonly undo: () => Promise<void>;
  /** Makes it final: the file that had the name before is gone. */
  readonly keep: () => Promise<void>;
}

/**
 * Gives a finished temporary file its name, in the same folder. Without `force` a file of that name is never replaced,
 * even one that appears at this very moment. Rejects with an `OutputProblem`.
 */
export async function place(temporary: string, path: string, force: boolean): Promise<PlacedFile> {
  try {
    return force ? await replace(temporary, path) : await claim(temporary, path);
  } catch (error) {
    throw outputProblem(error, path);
  }
}

// Only a second name of the same bytes: without it nothing is lost.
const gone = () => undefined;

async function claim(temporary: string, path: string): Promise<PlacedFile> {
  try {
    // The one call of every system that names a file only where the name is free.
    await link(temporary, path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    await claimByName(temporary, path);
  }
  return { path, undo: () => unlink(path), keep: () => unlink(temporary).catch(gone) };
}

/** Where there are no hard links (FAT, some network shares): an empty file of our own keeps the name until the rename. */
async function claimByName(temporary: string, path: string): Promise<void> {
  await (await open(path, 'wx', 0o600)).close();
  try {
    await renamePatiently(temporary, path);
  } catch (error) {
    await unlink(path);
    throw error;
  }
}

async function replace(temporary: string, path: string): Promise<PlacedFile> {
  const former = await setAside(path);
  try {
    await renamePatiently(temporary, path);
  } catch (error) {
    if (former !== null) await rename(former, path);
    throw error;
  }
  return {
    path,
    undo: async () => (former === null ? unlink(path) : rename(former, path)),
    keep: async () => (former === null ? undefined : unlink(former).catch(gone)),
  };
}

/** A second name for the file that is there, so that it can come back; null where none is there. */
async function setAside(path: string): Promise<string | null> {
  const former = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.old`);
  try {
    await link(path, former).catch(() => renamePatiently(path, former));
    return former;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Windows refuses a rename for a moment while a virus scanner looks at the new file. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (attempt === 5 || !isHeldByAnother(errorCode(error))) throw error;
      await pause(attempt * 100);
    }
  }
}
