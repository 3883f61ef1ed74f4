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
import { exportFilesIn, proposeExportPath } from './export-files.ts';
import { exportShown } from './export-shown.ts';
import { screenTerminal } from './screen-terminal.ts';

/** What to show first, and on which walkthrough. */
export interface Shown {
  readonly start: ScreenStart;
  readonly walkthrough: Walkthrough;
  /** What to say about a state file that could not be used; null where there is nothing to say. */
  readonly setAside: string | null;
  readonly store: Store;
}

/** Shows the screens until the operator leaves them, and gives the exit code. */
export async function showScreens(shown: Shown, io: CommandIo, globals: GlobalOptions): Promise<number> {
  const terminal = screenTerminal(io, globals);
  // React and Ink look at these once, while they load.
  io.env['NODE_ENV'] ??= 'production';
  if (!terminal.color) io.env['FORCE_COLOR'] = '0';
  // A key pressed while the screens load is theirs: echoed it would stand in the first frame, and Ctrl+C would kill.
  io.stdin.setRawMode?.(true);
  try {
    const { openScreens } = await import('../../screens/open-screens.tsx');
    const [scenario] = scenarios();
    return await openScreens({
      start: shown.start,
      walkthrough: shown.walkthrough,
      setAside: shown.setAside,
      services: services(shown.store, io),
      terminal,
      deletionThreshold: shown.walkthrough.facts.deletionThreshold,
      ...(scenario === undefined ? {} : { training: training(scenario, shown.store, io) }),
    });
  } finally {
    io.stdin.setRawMode?.(false);
  }
}

function training(scenario: Scenario, store: Store, io: CommandIo): Training {
  const walkthrough =
    store.load(scenario.id).walkthrough ?? newWalkthrough(io.now(), scenario.id, scenario.facts);
  return { title: scenario.title, files: scenario.files, walkthrough };
}

function scenarios(): readonly Scenario[] {
  try {
    return listScenarios();
  } catch {
    // Without its scenarios the program still does its work; home offers no training then.
    return [];
  }
}

function services(store: Store, io: CommandIo): Services {
  return {
    save: store.save,
    loadExports,
    readObject: readObjectAt,
    copy: (text) => copyText(text, io, store.folder ?? io.cwd),
    exportShown: (shown, path, force) => exportShown(shown, path, force, io),
    proposeExportPath: () => proposeExportPath(io.cwd, io.now()),
    exportFilesIn: (folder) => exportFilesIn(folder, io),
    now: io.now,
  };
}
