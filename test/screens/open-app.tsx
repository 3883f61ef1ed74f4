import { App } from '../../screens/app.tsx';
import { type AppState, startState, type Training } from '../../screens/app-state.ts';
import { type AppStore, createAppStore } from '../../screens/app-store.ts';
import type { Services } from '../../screens/services.ts';
import type { Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { fakeServices, NOW, walkthroughWith } from './fake-services.ts';
import { renderScreen, type ScreenUnderTest } from './render-screen.tsx';

interface Opened {
  readonly columns?: number;
  readonly rows?: number;
  readonly unicode?: boolean;
  readonly walkthrough?: Walkthrough;
  readonly services?: Services;
  readonly training?: Training;
  readonly triage?: readonly string[];
  readonly said?: string;
}

/** The state that the program starts with in a test. */
export function stateFor(opened: Opened = {}): AppState {
  const { columns = 80, rows = 24, unicode = true, training = null, triage = null, said = null } = opened;
  return startState({
    walkthrough: opened.walkthrough ?? walkthroughWith(),
    training,
    deletionThreshold: null,
    terminal: { columns, rows, color: false, unicode },
    triage,
    said,
    openedAt: NOW,
  });
}

/** The whole program on a screen that only the test sees. */
export async function openApp(opened: Opened = {}): Promise<ScreenUnderTest & { store: AppStore }> {
  const { columns = 80, rows = 24, services = fakeServices() } = opened;
  const store = createAppStore(stateFor(opened), services);
  const screen = await renderScreen(<App store={store} services={services} />, { columns, rows });
  return { ...screen, store };
}
