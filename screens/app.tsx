import { Box, useApp, useInput, useWindowSize } from 'ink';
import { type JSX, useEffect, useMemo, useSyncExternalStore } from 'react';
import { type AppState, guardOf, scopeOf, stepOf, topView } from './app-state.ts';
import type { AppStore } from './app-store.ts';
import { ChoiceScreen } from './choice.tsx';
import { openChoice } from './choice-state.ts';
import { HelpPanel } from './components/help-panel.tsx';
import { Hidden } from './components/use-keys.ts';
import { ConfigurationScreen } from './configuration/configuration-screen.tsx';
import { DisasterRecovery } from './disaster-recovery.tsx';
import { FactsScreen } from './facts.tsx';
import { FilesScreen } from './files.tsx';
import { Home } from './home.tsx';
import { ItemScreen } from './item-screen.tsx';
import { openItem } from './item-state.ts';
import { bindingFor, keyNames } from './keys.ts';
import { RunbookScreen } from './runbook.tsx';
import type { Services } from './services.ts';
import { StepScreen } from './step-screen.tsx';
import { SwitchGuard } from './switch.tsx';
import { type Theme, themeFor } from './theme.ts';
import { isTooSmall, LEAST_WINDOW, TooSmall } from './too-small.tsx';
import { TableScreen } from './verify/table-screen.tsx';

/** The whole program on screen: the state as text, and keys as actions. */
export function App({
  store,
  services,
}: {
  readonly store: AppStore;
  readonly services: Services;
}): JSX.Element {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const { color, unicode } = state.terminal;
  const theme = useMemo(() => themeFor({ color, unicode }), [color, unicode]);
  useEffect(() => store.send({ kind: 'resized', columns, rows }), [store, columns, rows]);
  useEffect(() => {
    if (state.left) exit();
  }, [state.left, exit]);
  // Always on: without a listener Ink lets go of the raw mode between two screens, and Ctrl+C leaves in any case.
  useInput((input, key) => {
    if (key.ctrl && input === 'c')
      store.send({ kind: 'pressed', id: 'everywhere.quit', key: '', at: services.now() });
  });
  const small = isTooSmall(state.terminal);
  useAppKeys(store, services, scopeOf(state).heldBy === 'app' && !small);
  return (
    <>
      {small ? <TooSmall terminal={state.terminal} theme={theme} /> : null}
      {/* Hidden and not taken down: the table keeps its filter and its place. */}
      <Hidden.Provider value={small}>
        <Box display={small ? 'none' : 'flex'} flexDirection="column">
          <Shown
            state={small ? inLeastWindow(state) : state}
            store={store}
            services={services}
            theme={theme}
          />
        </Box>
      </Hidden.Provider>
    </>
  );
}

/** Hidden screens are laid out as in the smallest window: what they hold does not fit into less. */
function inLeastWindow(state: AppState): AppState {
  return { ...state, terminal: { ...state.terminal, ...LEAST_WINDOW } };
}

/** Each key of a burst acts on what the key before it left behind, until one leads to a screen that takes its own. */
function useAppKeys(store: AppStore, services: Services, isActive: boolean): void {
  useInput(
    (input, key) => {
      for (const name of keyNames(input, key)) {
        const { scope, heldBy } = scopeOf(store.state());
        if (heldBy !== 'app') return;
        const binding = bindingFor(scope, name);
        if (binding) store.send({ kind: 'pressed', id: binding.id, key: name, at: services.now() });
      }
    },
    { isActive },
  );
}

interface ShownProps {
  readonly state: AppState;
  readonly store: AppStore;
  readonly services: Services;
  readonly theme: Theme;
}

function Shown({ state, store, services, theme }: ShownProps): JSX.Element {
  const { scope } = scopeOf(state);
  const training = state.walkthrough.training !== null;
  if (state.help) {
    return (
      <HelpPanel
        terminal={state.terminal}
        theme={theme}
        scope={scope}
        training={training}
        onClose={() => store.send({ kind: 'help-closed' })}
      />
    );
  }
  const onTyped = (text: string): void => store.send({ kind: 'typed', text, at: services.now() });
  const onCancel = (): void => store.send({ kind: 'not-typed', at: services.now() });
  const view = topView(state);
  switch (view?.kind) {
    case 'item':
      return <OpenItem state={state} theme={theme} />;
    case 'facts':
      return <FactsScreen state={state} view={view} theme={theme} onTyped={onTyped} onCancel={onCancel} />;
    case 'files':
      return <FilesScreen state={state} view={view} theme={theme} onTyped={onTyped} onCancel={onCancel} />;
    case 'choice':
    case 'confirm':
      return <OpenChoice state={state} theme={theme} />;
    case 'table':
      return (
        <TableScreen
          terminal={state.terminal}
          theme={theme}
          services={services}
          files={view.files}
          training={training}
          deletionThreshold={state.deletionThreshold ?? state.walkthrough.facts.deletionThreshold}
          compared={state.walkthrough.comparison}
          onBack={() => store.send({ kind: 'table-left' })}
        />
      );
    case 'configuration':
      return (
        <ConfigurationScreen
          terminal={state.terminal}
          theme={theme}
          services={services}
          training={training}
          compared={state.walkthrough.comparison}
          onCompared={(result) => store.send({ kind: 'compared', ...result, at: services.now() })}
          onWaive={(key, why) => store.send({ kind: 'waived', key, why, at: services.now() })}
          onBack={() => store.send({ kind: 'configuration-left' })}
        />
      );
    case 'runbook':
      return <RunbookScreen state={state} view={view} theme={theme} onTyped={onTyped} onCancel={onCancel} />;
    case undefined:
      return <WalkthroughScreen state={state} store={store} services={services} theme={theme} />;
    default:
      return view satisfies never;
  }
}

type DrawnProps = Pick<ShownProps, 'state' | 'theme'>;

function OpenItem({ state, theme }: DrawnProps): JSX.Element {
  const open = openItem(state);
  return open ? <ItemScreen state={state} open={open} theme={theme} /> : <Home state={state} theme={theme} />;
}

function OpenChoice({ state, theme }: DrawnProps): JSX.Element {
  const open = openChoice(state);
  return open ? (
    <ChoiceScreen state={state} open={open} theme={theme} />
  ) : (
    <Home state={state} theme={theme} />
  );
}

function WalkthroughScreen({ state, store, services, theme }: ShownProps): JSX.Element {
  const step = stepOf(state);
  const guard = guardOf(state);
  if (!step) return <Home state={state} theme={theme} />;
  if (guard) {
    return (
      <SwitchGuard
        state={state}
        open={guard}
        theme={theme}
        onMove={(id, key) => store.send({ kind: 'pressed', id, key, at: services.now() })}
        onTyped={(text) => store.send({ kind: 'typed', text, at: services.now() })}
        onCancel={() => store.send({ kind: 'not-typed', at: services.now() })}
      />
    );
  }
  if (step.id === 'disaster-recovery' && state.recovery.page === 'questions') {
    return <DisasterRecovery state={state} theme={theme} />;
  }
  return <StepScreen state={state} step={step} theme={theme} />;
}
