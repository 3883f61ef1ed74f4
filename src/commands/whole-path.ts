import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandIo } from './command-io.ts';
import { expandVariables } from './variables.ts';

/**
 * The whole path of a file or folder as it was typed: from the folder that the program was started in, with `%NAME%` put
 * in from the environment.
 *
 * @throws ArgumentMistake that names a variable which is not set.
 */
export function wholePath(typed: string, io: Pick<CommandIo, 'cwd' | 'env'>): string {
  const verbatim = resolve(io.cwd, typed);
  // A name may hold percent signs of its own: report%20of%20may.xml.
  return existsSync(verbatim) ? verbatim : resolve(io.cwd, expandVariables(typed, io.env));
}
