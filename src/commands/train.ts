import { plainDebrief } from '../reports/plain-debrief.ts';
import { plainWalkthrough } from '../walkthrough/plain-walkthrough.ts';
import { newWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
import { listScenarios, type Scenario } from '../walkthrough/scenarios.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { ArgumentMistake, say } from './messages.ts';
import { laidOut } from './paragraphs.ts';
import { savedWalkthroughs } from './saved-walkthroughs.ts';
import { hasScreen } from './screen-terminal.ts';

/** The scenario that `train` takes without a name. */
const DEFAULT_SCENARIO = 'contoso';

/**
 * The walkthrough on a training scenario; without a screen every step, the counts and the first rows of its exports.
 * Gives the exit code.
 *
 * @throws ArgumentMistake where there is no scenario of this name.
 */
export async function train(name: string, io: CommandIo, globals: GlobalOptions): Promise<number> {
  const scenario = scenarioNamed(name);
  if (hasScreen(io, globals)) return trainOnScreen(scenario, io, globals);
  say(io.stdout, `TRAINING: ${scenario.title}`, 'A simulated server: nothing real is touched.', '');
  const steps = plainWalkthrough(newWalkthrough(io.now(), scenario.id, scenario.facts));
  say(io.stdout, ...laidOut([scenario.story, '', ...steps, ''], io.stdout));
  say(io.stdout, 'TRAINING: what this server would export', '');
  const { printExports } = await import('./print-exports.ts');
  const exitCode = await printExports(scenario.files, scenario.facts.deletionThreshold, io, globals, false);
  if (scenario.rehearsal) say(io.stdout, '', 'On a screen this is timed, with a debrief at the end.');
  say(io.stdout, '', 'End of the training: nothing real was touched.');
  return exitCode;
}

async function trainOnScreen(scenario: Scenario, io: CommandIo, globals: GlobalOptions): Promise<number> {
  const store = savedWalkthroughs(io, globals);
  const { walkthrough, setAside } = store.load(scenario.id);
  const { showScreens } = await import('./screens.ts');
  const state = walkthrough ?? newWalkthrough(io.now(), scenario.id, scenario.facts);
  const start = { kind: 'train' } as const;
  const exitCode = await showScreens({ start, walkthrough: state, setAside, store, scenario }, io, globals);
  const left = store.load(scenario.id).walkthrough;
  if (scenario.rehearsal && left) say(io.stdout, ...laidOut([...plainDebrief(left), ''], io.stdout));
  const again = scenario.id === DEFAULT_SCENARIO ? '' : ` ${scenario.id}`;
  say(io.stdout, 'Training left: nothing real was touched. To go on with it:', `  stagewalk train${again}`);
  return exitCode;
}

/**
 * The scenario of this name.
 *
 * @throws ArgumentMistake that names those there are.
 */
export function scenarioNamed(name: string): Scenario {
  const scenarios = listScenarios();
  const found = scenarios.find(({ id }) => id === name.toLowerCase());
  if (found !== undefined) return found;
  const known = scenarios.map(({ id }) => id).join(', ');
  throw new ArgumentMistake(`There is no training scenario "${name}". There is: ${known}.`);
}
