import { openStore, type Store } from '../walkthrough/store.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { wholePath } from './whole-path.ts';

/** The store in the folder of `--state`, else of STAGEWALK_STATE, else where this system keeps a program's settings. */
export function savedWalkthroughs(io: CommandIo, globals: GlobalOptions): Store {
  const folder = globals.state || io.env['STAGEWALK_STATE'];
  return openStore(folder ? wholePath(folder, io) : undefined);
}
