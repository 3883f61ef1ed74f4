import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandIo } from './command-io.ts';
import { wholePath } from './whole-path.ts';

/** The .xml files of a folder, named as it was typed, as whole paths, newest first. One that cannot be read has none. */
export async function exportFilesIn(
  typed: string,
  io: Pick<CommandIo, 'cwd' | 'env'>,
): Promise<readonly string[]> {
  try {
    return await newestFirst(wholePath(typed, io));
  } catch {
    return [];
  }
}

async function newestFirst(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names
      .filter((name) => name.toLowerCase().endsWith('.xml'))
      .map(async (name) => {
        const path = join(folder, name);
        const found = await stat(path).catch(() => null);
        return found?.isFile() ? { path, modified: found.mtimeMs } : null;
      }),
  );
  return files
    .filter((file) => file !== null)
    .sort((a, b) => b.modified - a.modified)
    .map(({ path }) => path);
}

/** A whole path in `folder` for what the table shows, named after the moment, with a name that is free. */
export function proposeExportPath(folder: string, now: Date): string {
  const moment = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const path = (count: number) =>
    join(folder, `pending-exports-${moment}${count === 1 ? '' : `-${count}`}.csv`);
  let count = 1;
  while (existsSync(path(count))) count += 1;
  return path(count);
}
