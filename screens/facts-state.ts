import { connectorNameProblem } from '../src/walkthrough/commands.ts';
import { exportFolderProblem, holdsInvisible } from '../src/walkthrough/facts.ts';
import type { Facts } from '../src/walkthrough/walkthrough.ts';
import type { Press } from './app-actions.ts';
import {
  type AppState,
  type ChosenFact,
  popped,
  pushed,
  replaced,
  said,
  topView,
  type View,
  walked,
} from './app-state.ts';
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
  const taken = rows[within(view.cursor, rows.length - 1)];
  // What cannot be used stays marked: the line above says why.
  const stays = taken !== undefined && factProblem(taken) !== null;
  const cursor = within(view.cursor + (stays ? 0 : 1), rows.length - 1);
  const told = replaced(next, { ...view, typing: false, cursor });
  if (stays) return said(told, 'Entered, but it cannot be used like this: see above.', 'danger');
  const given = facts.adConnectors ?? state.walkthrough.facts.adConnectors;
  const twice = leftOut(given, next.walkthrough.facts);
  if (twice !== null)
    return said(told, `"${twice}" is entered already: no connector stands here twice.`, 'warning');
  return holdsInvisible(text)
    ? said(told, 'Invisible characters in the text were left out.', 'warning')
    : told;
}

/** Why a line of the form cannot be used as it is; null where it can, or where nothing is entered yet. */
export function factProblem(row: FactRow): string | null {
  if (row.value === '' || row.kind === 'choice') return null;
  if (row.kind === 'connector' || row.fact === 'aadConnector') return connectorNameProblem(row.value);
  if (row.fact === 'exportFolder') return exportFolderProblem(row.value);
  return null;
}

/** The first AD connector that was given and is not kept, because it stands elsewhere. */
function leftOut(given: readonly string[], { adConnectors }: Facts): string | null {
  const kept = new Set(adConnectors.map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  for (const name of given.map((each) => each.trim())) {
    const folded = name.toLowerCase();
    if (name !== '' && !holdsInvisible(name) && (seen.has(folded) || !kept.has(folded))) return name;
    seen.add(folded);
  }
  return null;
}

function change(state: AppState, view: FactsView, row: FactRow): AppState {
  if (row.kind !== 'choice') return replaced(state, { ...view, typing: true });
  return pushed(state, choiceView(state, row.fact));
}

/** The answers of one question, the one that was given marked. */
export function choiceView(state: AppState, fact: ChosenFact): View {
  const answer = state.walkthrough.facts[fact];
  const cursor = choiceOf(fact).options.findIndex(({ value }) => value === answer);
  return { kind: 'choice', fact, cursor: answer === null ? 0 : Math.max(0, cursor) };
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
