import type { Facts } from '../src/walkthrough/walkthrough.ts';
import type { Press } from './app-actions.ts';
import { type AppState, popped, pushed, replaced, said, topView, type View, walked } from './app-state.ts';
import { type Move, moved, within } from './components/scrolling.ts';
import { choiceOf, type FactRow, factRows, type TypedFact } from './fact-fields.ts';

type FactsView = Extract<View, { kind: 'facts' }>;

const MOVES: Readonly<Record<string, Move>> = {
  'facts.up': 'up',
  'facts.down': 'down',
  'facts.first': 'first',
  'facts.last': 'last',
};

/** The marked line of the form. */
function markedFact(state: AppState, view: FactsView): FactRow | null {
  const rows = factRows(state.walkthrough.facts, view.asked);
  return rows[within(view.cursor, rows.length - 1)] ?? null;
}

/** What a key does in the form of names and folder. */
export function pressInFacts(state: AppState, { id }: Press): AppState {
  const view = topView(state);
  if (view?.kind !== 'facts' || id === 'facts.back') return popped(state);
  const rows = factRows(state.walkthrough.facts, view.asked);
  const move = MOVES[id];
  if (move) return replaced(state, { ...view, cursor: moved(view.cursor, move, rows.length, rows.length) });
  const row = markedFact(state, view);
  return id === 'facts.change' && row ? change(state, view, row) : state;
}

/** The form after Enter in its field: the next line is marked, unless the text cannot be taken. */
export function typedFact(state: AppState, view: FactsView, text: string, at: Date): AppState {
  const row = markedFact(state, view);
  if (!row || row.kind === 'choice') return state;
  const facts = row.kind === 'connector' ? withConnector(state, row.index, text) : withText(row.fact, text);
  if (!facts) return said(state, 'A whole number from 1 is needed, such as 500.', 'warning');
  const next = walked(state, { type: 'set-facts', facts }, at);
  const rows = factRows(next.walkthrough.facts, view.asked);
  return replaced(next, { ...view, typing: false, cursor: within(view.cursor + 1, rows.length - 1) });
}

function change(state: AppState, view: FactsView, row: FactRow): AppState {
  if (row.kind !== 'choice') return replaced(state, { ...view, typing: true });
  const { options } = choiceOf(row.fact);
  const answer = state.walkthrough.facts[row.fact];
  const cursor = options.findIndex(({ value }) => value === answer);
  return pushed(state, { kind: 'choice', fact: row.fact, cursor: answer === null ? 0 : Math.max(0, cursor) });
}

/** The connectors with one changed, taken away where nothing is typed, or several added at commas and semicolons. */
function withConnector(state: AppState, index: number, text: string): Partial<Facts> {
  const { adConnectors } = state.walkthrough.facts;
  // A connector that has a name keeps its commas: only a list that is typed in one line is taken apart.
  const names = index < adConnectors.length ? [text] : text.split(/[,;]/);
  return { adConnectors: adConnectors.toSpliced(index, 1, ...names) };
}

function withText(fact: TypedFact, text: string): Partial<Facts> | null {
  if (fact !== 'deletionThreshold') return { [fact]: text };
  const threshold = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
  return threshold >= 1 && Number.isSafeInteger(threshold) ? { deletionThreshold: threshold } : null;
}
