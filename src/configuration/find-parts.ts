import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { inputFaultError } from '../csexport/byte-source.ts';
import { InputFaultError } from '../csexport/input-fault.ts';
import { asPartFault, configurationFault } from './part-fault.ts';

const FOLDERS = /^(?:connectors|synchronizationrules|globalsettings)$/i;
const DEEPEST = 12;

/**
 * The XML files of one server's configuration, at any depth below a folder, in the order of their paths. Throws an
 * InputFaultError where the folder cannot be read, holds none, or holds the configurations of several servers.
 */
export async function findParts(folder: string): Promise<readonly string[]> {
  const files = await walk(folder, 0);
  if (files.length === 0) {
    throw new InputFaultError(
      configurationFault(
        'missing',
        folder,
        'There is no XML file in this folder.',
        'Name the folder that Get-ADSyncServerConfiguration -Path wrote: it holds Connectors, GlobalSettings and SynchronizationRules.',
      ),
    );
  }
  const roots = [...new Set(files.filter(inKnownFolder).map((file) => dirname(dirname(file))))];
  if (roots.length > 1) {
    throw new InputFaultError(
      configurationFault(
        'other-root',
        folder,
        `There are ${roots.length} configurations in this folder.`,
        `Name one of them: ${roots.slice(0, 5).join(', ')}`,
      ),
    );
  }
  const known = files.filter(inKnownFolder);
  return known.length > 0 ? known : files;
}

function inKnownFolder(file: string): boolean {
  return FOLDERS.test(basename(dirname(file)));
}

async function walk(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new InputFaultError(asPartFault(inputFaultError(error, folder).fault));
  });
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) found.push(...(await walk(path, depth + 1)));
    else if (entry.isFile() && /\.xml$/i.test(entry.name)) found.push(path);
  }
  return found;
}
