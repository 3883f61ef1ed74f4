import { useInput } from 'ink';
import type { Move } from '../components/scrolling.ts';
import { moved } from '../components/scrolling.ts';
import { bindingFor, keyNames } from '../keys.ts';
import { type ConfigurationState, markedLine } from './configuration-state.ts';
import type { ConfigurationStore } from './use-configuration.ts';

/** What a key can ask for outside of the state. */
export interface ConfigurationEffects {
  readonly copy: () => void;
  readonly unwaive: () => void;
  readonly back: () => void;
  /** How many lines what lies over the tree has. */
  readonly overLines: (state: ConfigurationState) => number;
}

const MOVES: Readonly<Record<string, Move>> = {
  'configuration.up': 'up',
  'configuration.down': 'down',
  'configuration.page-up': 'page-up',
  'configuration.page-down': 'page-down',
  'configuration.first': 'first',
  'configuration.last': 'last',
};

/** The keys of the Configuration screen. A burst of keys acts one by one on the latest state, up to one that types. */
export function useConfigurationKeys(
  store: ConfigurationStore,
  effects: ConfigurationEffects,
  height: number,
): void {
  const { state, latest, send } = store;
  useInput(
    (input, key) => {
      if (key.ctrl && input === 'c') return;
      if (latest().said !== null) send({ kind: 'said', outcome: null });
      for (const name of keyNames(input, key)) {
        if (latest().typing !== null || latest().over?.kind === 'help') return;
        const id = bindingFor('configuration', name)?.id;
        if (id !== undefined) pressed(id, store, effects, height);
      }
    },
    { isActive: state.typing === null && state.over?.kind !== 'help' },
  );
}

function pressed(id: string, store: ConfigurationStore, effects: ConfigurationEffects, height: number) {
  const { latest, send, compare } = store;
  const state = latest();
  if (id === 'everywhere.help') return send({ kind: 'over', over: { kind: 'help' } });
  if (id === 'configuration.folders') return send({ kind: 'type', typing: 'active' });
  if (id === 'configuration.back') {
    return state.over === null ? effects.back() : send({ kind: 'over', over: null });
  }
  if (id === 'configuration.reload') return state.paths.active === '' ? undefined : compare();
  if (state.loaded.kind !== 'compared') return;
  const move = MOVES[id];
  if (move !== undefined) return scroll(move, store, effects, height);
  if (id === 'configuration.copy') return effects.copy();
  if (id === 'configuration.flows') return flows(store);
  if (state.over === null) inTree(id, store, effects);
  else if (id === 'configuration.open') send({ kind: 'over', over: null });
}

function inTree(id: string, { latest, send }: ConfigurationStore, effects: ConfigurationEffects) {
  const line = markedLine(latest());
  const branch = line?.kind === 'heading' || line?.kind === 'place' ? line : null;
  switch (id) {
    case 'configuration.filter':
      return send({ kind: 'type', typing: 'filter' });
    case 'configuration.clear-filter':
      return send({ kind: 'filter', text: '' });
    case 'configuration.only-differences':
      return send({ kind: 'toggle-unchanged' });
    case 'configuration.open':
      if (branch !== null) return send({ kind: 'fold', id: branch.id, folded: branch.open });
      return line === null ? undefined : send({ kind: 'over', over: { kind: 'whole', top: 0 } });
    case 'configuration.unfold':
    case 'configuration.fold':
      if (branch === null) return;
      return send({ kind: 'fold', id: branch.id, folded: id === 'configuration.fold' });
    case 'configuration.waive':
    case 'configuration.unwaive':
      if (line?.kind !== 'difference' || line.difference.heading !== 'matters') {
        return send({ kind: 'said', outcome: { ok: false, said: 'Mark a difference that matters first.' } });
      }
      return id === 'configuration.waive' ? send({ kind: 'type', typing: 'why' }) : effects.unwaive();
    default:
      return;
  }
}

function scroll(move: Move, store: ConfigurationStore, effects: ConfigurationEffects, height: number) {
  const { latest, send } = store;
  const { over } = latest();
  if (over === null || over.kind === 'help') return send({ kind: 'move', move, height });
  const last = Math.max(0, effects.overLines(latest()) - height);
  send({ kind: 'scroll', top: moved(Math.min(over.top, last), move, last + 1, height) });
}

/** The flows of the attribute that the marked line is about; where it is about none, the attribute is asked for. */
function flows({ latest, send }: ConfigurationStore) {
  const { loaded } = latest();
  if (loaded.kind === 'compared' && loaded.servers.flowsOf === null) {
    return send({
      kind: 'said',
      outcome: { ok: false, said: 'A settings file of the wizard holds no flows.' },
    });
  }
  const attribute = attributeOf(latest());
  if (attribute === null) return send({ kind: 'type', typing: 'attribute' });
  send({ kind: 'over', over: { kind: 'flows', attribute, top: 0 } });
}

function attributeOf(state: ConfigurationState): string | null {
  const line = markedLine(state);
  if (line?.kind !== 'difference' || state.over?.kind === 'flows') return null;
  const { area, item, setting } = line.difference;
  if (area === 'Attributes') return item;
  return /^flow to (.+)$/.exec(setting)?.[1] ?? null;
}
