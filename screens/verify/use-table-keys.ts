import { editOf, editText } from '../components/text-edit.ts';
import { editFor } from '../components/text-field.tsx';
import { useKeys } from '../components/use-keys.ts';
import { bindingFor, keyNames } from '../keys.ts';
import { typesInSight } from './counts-pane.tsx';
import { layoutFor } from './rows-pane.tsx';
import { columnsIntent, type Intent, type KeyContext, tableIntent } from './table-keys.ts';
import { isTyping, type TableState } from './table-state.ts';
import type { TableEffects } from './use-table-effects.ts';

/** Lines that the panes have. */
export interface PaneHeights {
  readonly rows: (state: TableState) => number;
  readonly pane: (state: TableState) => number;
}

/**
 * The keys of the rows, the counts and the columns. A burst of keys acts one by one on the latest state; what follows
 * the key that opens the filter is typed into it.
 */
export function useTableKeys(effects: TableEffects, width: number, heights: PaneHeights): void {
  const { state, latest, send } = effects;
  const hasKeys = !isTyping(state) && ['rows', 'counts', 'columns'].includes(state.pane.kind);
  useKeys(
    (input, key) => {
      if (key.ctrl && input === 'c') return;
      if (latest().said !== null) send({ kind: 'said', outcome: null });
      const names = keyNames(input, key);
      for (const [index, name] of names.entries()) {
        if (isTyping(latest())) return typeRest(names.slice(index), effects);
        pressed(name, effects, width, heights);
      }
    },
    { isActive: hasKeys },
  );
}

function pressed(name: string, effects: TableEffects, width: number, heights: PaneHeights) {
  const { latest, send, feed } = effects;
  const state = latest();
  const { pane } = state;
  const context: KeyContext = {
    state,
    height: heights.rows(state),
    layout: layoutFor(state.view.view, state.marked, width, state.needs),
    types: () => feed.summary.byType().map(({ type }) => type),
  };
  switch (pane.kind) {
    case 'rows': {
      const id = bindingFor('table', name)?.id;
      return id === undefined ? undefined : act(tableIntent(id, context), effects);
    }
    case 'columns': {
      const id = bindingFor('columns', name)?.id;
      if (id !== undefined) for (const action of columnsIntent(id, pane.at, context)) send(action);
      return;
    }
    case 'counts':
      return countsKey(name, pane.top, heights.pane(state), effects);
    default:
      return;
  }
}

function act(intent: Intent | null, { send, perform }: TableEffects): void {
  if (intent === null) return;
  if (intent.kind === 'effect') perform(intent.effect);
  else send(intent);
}

function countsKey(name: string, top: number, height: number, { send, feed }: TableEffects) {
  const id = bindingFor('help', name)?.id;
  const closes = id === 'help.back' || bindingFor('table', name)?.id === 'table.summary';
  if (closes) return send({ kind: 'close' });
  const seen = typesInSight(height);
  const steps: Readonly<Record<string, number>> = {
    'help.up': -1,
    'help.down': 1,
    'help.page-up': -seen,
    'help.page-down': seen,
    'help.first': Number.NEGATIVE_INFINITY,
    'help.last': Number.POSITIVE_INFINITY,
  };
  const by = id === undefined ? undefined : steps[id];
  if (by === undefined) return;
  const last = Math.max(0, feed.summary.byType().length - seen);
  send({ kind: 'scroll-counts', top: Math.max(0, Math.min(top + by, last)) });
}

/** The rest of a burst that opened the filter: typed, up to the key that closes it. */
function typeRest(names: readonly string[], { latest, send }: TableEffects) {
  let edit = editOf(latest().view.view.filter.text);
  for (const name of names) {
    const id = bindingFor('field', name)?.id;
    if (id === 'field.accept') return send({ kind: 'view', action: { kind: 'filter-accept' } });
    if (id === 'field.cancel') return send({ kind: 'view', action: { kind: 'filter-cancel' } });
    edit = editText(edit, editFor(name));
    send({ kind: 'view', action: { kind: 'filter-type', text: edit.text } });
  }
}
