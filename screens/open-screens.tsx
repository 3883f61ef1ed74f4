import { render } from 'ink';
import type { Terminal } from '../src/terminal/terminal.ts';
import type { Walkthrough } from '../src/walkthrough/walkthrough.ts';
import { App } from './app.tsx';
import { type AppState, startState, type Training } from './app-state.ts';
import { createAppStore } from './app-store.ts';
import type { Services } from './services.ts';

/** What the screens begin with. Files are whole paths. */
export type ScreenStart =
  | { readonly kind: 'walkthrough' }
  /** On `training`, at home: it says where the training goes on, and offers to begin it again. */
  | { readonly kind: 'train' }
  | { readonly kind: 'triage'; readonly files: readonly string[] };

/** Over RDP each frame is a picture of the window. */
const FRAMES_A_SECOND = 15;

export interface ScreenOptions {
  readonly start: ScreenStart;
  /** Where the operator left it, or a new one. For training: the training's own. */
  readonly walkthrough: Walkthrough;
  /** What to say about a state file that could not be used; null where there is nothing to say. */
  readonly setAside: string | null;
  readonly services: Services;
  readonly terminal: Terminal;
  /** For the table that `triage` opens; a walkthrough brings its own. */
  readonly deletionThreshold: number;
  /** Where whole frames go, and what changed of them leaves; without it Ink itself sends the lines that changed. */
  readonly frames?: NodeJS.WriteStream;
  /** What home offers to train on. */
  readonly training?: Training;
}

/**
 * Shows the screens until the operator leaves them, and gives the exit code 0. Needs a terminal that takes raw input.
 * The terminal is as before afterwards, also after Ctrl+C.
 *
 * @throws what a screen throws; the terminal is restored before.
 */
export async function openScreens(options: ScreenOptions): Promise<number> {
  const { start, walkthrough, setAside, services, terminal, deletionThreshold, frames, training } = options;
  const store = createAppStore(
    stateAtStart(start, {
      walkthrough,
      training: training ?? null,
      deletionThreshold: start.kind === 'triage' ? deletionThreshold : null,
      terminal,
      triage: start.kind === 'triage' ? start.files : null,
      said: setAside,
      openedAt: services.now(),
    }),
    services,
  );
  const instance = render(<App store={store} services={services} />, {
    // With `debug` Ink writes each frame whole, and leaves the pace to the stream.
    ...(frames ? { stdout: frames, debug: true } : { incrementalRendering: true, maxFps: FRAMES_A_SECOND }),
    alternateScreen: true,
    // Ink takes a CI variable for "no screen"; the caller has looked at the terminal itself.
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: true,
  });
  await instance.waitUntilExit();
  return 0;
}

function stateAtStart(start: ScreenStart, given: Parameters<typeof startState>[0]): AppState {
  const state = startState(given);
  return start.kind === 'train' ? { ...state, walkthrough: { ...state.walkthrough, screen: 'home' } } : state;
}
