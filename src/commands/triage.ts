import { newWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { say } from './messages.ts';
import { savedWalkthroughs } from './saved-walkthroughs.ts';
import { hasScreen } from './screen-terminal.ts';
import { wholePath } from './whole-path.ts';

/**
 * The table of the pending exports in these files; without a screen the counts and the first rows. `strict` parses
 * every byte. Gives the exit code.
 */
export async function triage(
  names: readonly string[],
  io: CommandIo,
  globals: GlobalOptions,
  strict: boolean,
): Promise<number> {
  const files = [...new Set(names.map((name) => wholePath(name, io)))];
  const store = savedWalkthroughs(io, globals);
  const { walkthrough: saved, setAside } = store.load();
  const walkthrough = saved ?? newWalkthrough(io.now(), null);
  if (hasScreen(io, globals)) {
    const { showScreens } = await import('./screens.ts');
    return showScreens(
      { start: { kind: 'triage', files }, walkthrough, setAside, store, strict },
      io,
      globals,
    );
  }
  if (setAside !== null) say(io.stderr, setAside);
  const { printExports } = await import('./print-exports.ts');
  return printExports(files, walkthrough.facts.deletionThreshold, io, globals, strict);
}
