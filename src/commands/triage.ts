import { newWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { say } from './messages.ts';
import { savedWalkthroughs } from './saved-walkthroughs.ts';
import { hasScreen } from './screen-terminal.ts';
import { findingsRequest, type TriageOptions } from './triage-request.ts';
import { wholePath } from './whole-path.ts';

/**
 * The table of the pending exports in these files; without a screen the counts and the first rows; with a format the
 * findings. `strict` parses every byte for the table. Gives the exit code.
 *
 * @throws ArgumentMistake where the options do not fit together.
 */
export async function triage(
  names: readonly string[],
  options: TriageOptions,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const { strict = false } = options;
  const files = [...new Set(names.map((name) => wholePath(name, io)))];
  const request = findingsRequest(files, options, io);
  const store = savedWalkthroughs(io, globals);
  const { walkthrough: saved, setAside } = store.load();
  const walkthrough = saved ?? newWalkthrough(io.now(), null);
  if (request !== null) {
    if (setAside !== null) say(io.stderr, setAside);
    const { triageFindings } = await import('./triage-findings.ts');
    return triageFindings(request, walkthrough.facts.deletionThreshold, io, globals);
  }
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
