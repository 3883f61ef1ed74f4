import type { Training } from '../../screens/app-state.ts';
import type { ScreenStart } from '../../screens/open-screens.tsx';
import type { Services } from '../../screens/services.ts';
import { readObjectAt } from '../csexport/read-object.ts';
import { loadExports } from '../pending-exports/load-exports.ts';
import { newWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
import { listScenarios, type Scenario } from '../walkthrough/scenarios.ts';
import type { Store } from '../walkthrough/store.ts';
import type { Walkthrough } from '../walkthrough/walkthrough.ts';
import { copyText } from './clipboard.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { comparisons } from './compared-servers.ts';
import { exportFilesIn, proposeExportPath } from './export-files.ts';
import { exportShown } from './export-shown.ts';
import { openFrameOutput } from './frame-stream.ts';
import { screenTerminal } from './screen-terminal.ts';
import { runbookWritten } from './write-runbook.ts';

/** What to show first, and on which walkthrough. */
export interface Shown {
  readonly start: ScreenStart;
  readonly walkthrough: Walkthrough;
  /** What to say about a state file that could not be used; null where there is nothing to say. */
  readonly setAside: string | null;
  readonly store: Store;
  /** The scenario to train on; without it, the first that is installed. */
  readonly scenario?: Scenario;
  /** True where every byte of a file is to be parsed. */
  readonly strict?: boolean;
}

/** Shows the screens until the operator leaves them, and gives the exit code. */
export async function showScreens(shown: Shown, io: CommandIo, globals: GlobalOptions): Promise<number> {
  const terminal = screenTerminal(io, globals);
  // React and Ink look at these once, while they load.
  io.env['NODE_ENV'] ??= 'production';
  if (!terminal.color) io.env['FORCE_COLOR'] = '0';
  // A key pressed while the screens load is theirs: echoed it would stand in the first frame, and Ctrl+C would kill.
  io.stdin.setRawMode?.(true);
  const frames = openFrameOutput(io);
  try {
    const { openScreens } = await import('../../screens/open-screens.tsx');
    const scenario = shown.scenario ?? scenarios()[0];
    const training = scenario && trainingOn(scenario, shown, io);
    return await openScreens({
      start: shown.start,
      walkthrough: shown.walkthrough,
      setAside: shown.setAside ?? training?.setAside ?? null,
      services: services(shown, io),
      terminal,
      deletionThreshold: shown.walkthrough.facts.deletionThreshold,
      ...(training === undefined ? {} : { training: training.training }),
      ...(frames === null ? {} : { frames: frames as unknown as NodeJS.WriteStream }),
    });
  } finally {
    frames?.close();
    io.stdin.setRawMode?.(false);
  }
}

function trainingOn(
  scenario: Scenario,
  { walkthrough, store }: Shown,
  io: CommandIo,
): { training: Training; setAside: string | null } {
  const { id, title, story, rehearsal, facts, files } = scenario;
  if (walkthrough.training === id)
    return { training: { title, story, rehearsal, facts, files, walkthrough }, setAside: null };
  const saved = store.load(id);
  const own = saved.walkthrough ?? newWalkthrough(io.now(), id, facts);
  return { training: { title, story, rehearsal, facts, files, walkthrough: own }, setAside: saved.setAside };
}

function scenarios(): readonly Scenario[] {
  try {
    return listScenarios();
  } catch {
    // Without its scenarios the program still does its work; home offers no training then.
    return [];
  }
}

function services({ store, strict = false }: Shown, io: CommandIo): Services {
  return {
    save: store.save,
    keepBeside: store.keepBeside,
    loadExports: (files, listen) => loadExports(files, listen, { strict }),
    readObject: readObjectAt,
    ...comparisons(io),
    copy: (text) => copyText(text, io, store.folder ?? io.cwd),
    exportShown: (shown, path, force) => exportShown(shown, path, force, io),
    proposeExportPath: () => proposeExportPath(io.cwd, io.now()),
    exportFilesIn: (folder) => exportFilesIn(folder, io),
    writeRunbook: (walkthrough, path, force) => runbookWritten(walkthrough, path, force, io),
    now: io.now,
  };
}
