import { type AppAction, reduceApp } from './app-actions.ts';
import { type Effect, effectOf } from './app-effects.ts';
import { type AppState, said } from './app-state.ts';
import type { Services } from './services.ts';

/** Where the state of the screens lives. Keys of one burst each see what the key before did. */
export interface AppStore {
  readonly state: () => AppState;
  readonly send: (action: AppAction) => void;
  /** Calls `listener` after each change, until the function it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store that saves the walkthrough after each change of it, and runs what else an action asks for. */
export function createAppStore(start: AppState, services: Services): AppStore {
  let state = start;
  const listeners = new Set<() => void>();
  const send = (action: AppAction): void => {
    const before = state;
    state = saved(before, reduceApp(before, action), services);
    const wanted = effectOf(before, action, state);
    if (state !== before) for (const listener of listeners) listener();
    if (wanted) void run(wanted, services).then(send);
  };
  return {
    state: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function saved(before: AppState, after: AppState, services: Services): AppState {
  if (after.walkthrough === before.walkthrough || after.walkthrough === before.aside) return after;
  const kept = beganAgain(before, after) ? services.keepBeside(before.walkthrough) : null;
  if (kept?.ok === false) return said(before, kept.said, 'danger');
  const outcome = services.save(after.walkthrough);
  if (!outcome.ok) return said(after, outcome.said, 'danger');
  if (!kept) return after;
  // Home has room for the whole of it.
  const told = after.walkthrough.screen === 'home' ? after : said(after, kept.said);
  return { ...told, notice: kept.said };
}

function beganAgain({ walkthrough, aside }: AppState, after: AppState): boolean {
  return after.aside === aside && after.walkthrough.startedAt !== walkthrough.startedAt;
}

async function run(effect: Effect, services: Services): Promise<AppAction> {
  switch (effect.kind) {
    case 'copy': {
      const { ok, said } = await attempt(services.copy(effect.text));
      return { kind: 'said', text: said, meaning: ok ? 'good' : 'danger' };
    }
    case 'write-runbook': {
      const outcome = await services.writeRunbook(effect.walkthrough, effect.path, effect.force);
      return { kind: 'runbook-written', outcome, at: services.now() };
    }
    case 'look': {
      const found = await services.exportFilesIn(effect.folder).catch(() => []);
      return { kind: 'found', files: found };
    }
    default:
      return effect satisfies never;
  }
}

async function attempt(
  tried: Promise<{ ok: boolean; said: string }>,
): Promise<{ ok: boolean; said: string }> {
  return tried.catch((error: unknown) => ({
    ok: false,
    said: `Not copied: ${error instanceof Error ? error.message : String(error)}`,
  }));
}
