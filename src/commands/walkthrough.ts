import { plainWalkthrough } from '../walkthrough/plain-walkthrough.ts';
import { newWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import { laidOut } from './paragraphs.ts';
import { savedWalkthroughs } from './saved-walkthroughs.ts';
import { hasScreen } from './screen-terminal.ts';

/** The walkthrough where the operator left it; without a screen its steps as they stand. Gives the exit code. */
export async function walkthrough(io: CommandIo, globals: GlobalOptions): Promise<number> {
  const store = savedWalkthroughs(io, globals);
  const { walkthrough: saved, setAside } = store.load();
  const state = saved ?? newWalkthrough(io.now(), null);
  if (hasScreen(io, globals)) {
    const { showScreens } = await import('./screens.ts');
    return showScreens({ start: { kind: 'walkthrough' }, walkthrough: state, setAside, store }, io, globals);
  }
  if (setAside !== null) say(io.stderr, setAside);
  say(io.stdout, ...laidOut(plainWalkthrough(state), io.stdout));
  return EXIT.fine;
}
