import { isDone, itemKey, progress } from '../src/walkthrough/progress.ts';
import { type Item, STEP_IDS, type Step, type StepId } from '../src/walkthrough/walkthrough.ts';
import type { Press } from './app-actions.ts';
import {
  type AppState,
  cursorOf,
  gone,
  markedItem,
  pushed,
  recoveryPlace,
  said,
  stepOf,
  walked,
} from './app-state.ts';
import { bodyRows } from './components/screen-frame.tsx';
import { type Move, moved } from './components/scrolling.ts';
import { factRows } from './fact-fields.ts';
import { choiceView } from './facts-state.ts';
import { openTable } from './files-state.ts';

const MOVES: Readonly<Record<string, Move>> = {
  'step.up': 'up',
  'step.down': 'down',
  'step.page-up': 'page-up',
  'step.page-down': 'page-down',
  'step.first': 'first',
  'step.last': 'last',
};

/** What a key does on the list of a step's items. */
export function pressInStep(state: AppState, { id, at }: Press): AppState {
  const step = stepOf(state);
  if (!step) return state;
  const move = MOVES[id];
  if (move)
    return withCursor(state, step, moved(cursorOf(state, step), move, step.items.length, page(state)));
  const item = markedItem(state, step);
  switch (id) {
    case 'step.tick':
      return item ? ticked(state, step, item, at) : state;
    case 'step.open':
      return item ? pushed(state, { kind: 'item', item: item.id, top: 0, command: 0 }) : state;
    case 'step.facts':
      return askedFor(state, item);
    case 'step.table':
      return tableOfStep(state, step, at);
    case 'step.compare':
      return comparisonOfStep(state, step);
    case 'step.again':
      return nextRoundOfStep(state, step);
    case 'step.next-step':
      return neighbour(state, step, 1, at);
    case 'step.previous-step':
      return neighbour(state, step, -1, at);
    case 'step.back':
      return back(state, step, at);
    default:
      return state;
  }
}

/** The tick set, or taken away. What asks for facts is done by entering them. */
export function ticked(state: AppState, step: Step, item: Item, at: Date): AppState {
  if (item.asks.length > 0) return said(state, 'This is done as soon as it is answered: press f.', 'warning');
  const key = itemKey(item, state.walkthrough.round);
  const wasDone = isDone(state.walkthrough, item);
  const next = walked(state, { type: wasDone ? 'untick' : 'tick', key }, at);
  if (wasDone) return said(next, 'No longer ticked.');
  const { done, required } = progress(next.walkthrough)[step.id];
  if (done < required) return said(next, `Ticked. ${required - done} to go in this step.`, 'good');
  return said(next, `Ticked. ${step.title} is complete. ${AFTERWARDS[step.id]}`, 'good');
}

const AFTERWARDS: Readonly<Record<StepId, string>> = {
  prepare: 'Next step: n on the list.',
  configuration: 'Next step: n on the list.',
  'import-and-synchronize': 'Next step: n on the list.',
  verify: 'To the switch: n on the list. Something to correct: r, a new round.',
  switch: 'The server is switched.',
  'disaster-recovery': 'The plan stands.',
};

/** The table, or the choice of files for it, where the step is Verify. */
export function tableOfStep(state: AppState, step: Step, at: Date): AppState {
  return step.id === 'verify' ? openTable(state, at) : said(state, 'The table belongs to Verify.');
}

/** The comparison of the two servers, where the step is Configuration. */
export function comparisonOfStep(state: AppState, step: Step): AppState {
  return step.id === 'configuration'
    ? pushed(state, { kind: 'configuration' })
    : said(state, 'The comparison belongs to Configuration.');
}

/** The question whether to begin a new round, where the step has rounds. */
export function nextRoundOfStep(state: AppState, step: Step): AppState {
  return isOfRound(step)
    ? pushed(state, { kind: 'confirm', asks: 'next-round', cursor: 0 })
    : said(state, 'Rounds belong to Import and synchronize, and to Verify.');
}

/** The form of facts over this screen: those that the item asks for, else all; a single question at once. */
export function askedFor(state: AppState, item: Item | null): AppState {
  const asked = item?.asks ?? [];
  const [row, ...others] = factRows(state.walkthrough.facts, asked);
  if (row?.kind === 'choice' && others.length === 0) return pushed(state, choiceView(state, row.fact));
  return pushed(state, { kind: 'facts', asked, cursor: 0, typing: false });
}

/** The state with this item of the step marked. */
export function withCursor(state: AppState, step: Step, cursor: number): AppState {
  return { ...state, cursors: { ...state.cursors, [step.id]: cursor } };
}

/** Whether rounds can be begun on this step. */
export function isOfRound(step: Step): boolean {
  return step.id === 'import-and-synchronize' || step.id === 'verify';
}

/** Ids of the bindings of a scope that do nothing on this step. */
export function leftOutOn(scope: 'step' | 'item', step: Step): readonly string[] {
  return [
    ...(step.id === 'verify' ? [] : [`${scope}.table`]),
    ...(step.id === 'configuration' ? [] : [`${scope}.compare`]),
    ...(isOfRound(step) ? [] : [`${scope}.again`]),
  ];
}

function page(state: AppState): number {
  return Math.floor(bodyRows(state.terminal) / 2);
}

function neighbour(state: AppState, step: Step, distance: 1 | -1, at: Date): AppState {
  const next = STEP_IDS[STEP_IDS.indexOf(step.id) + distance];
  if (next) return gone(state, next, at);
  return said(state, distance === 1 ? 'This is the last step.' : 'This is the first step.');
}

function back(state: AppState, step: Step, at: Date): AppState {
  if (step.id !== 'disaster-recovery') return gone(state, 'home', at);
  return { ...state, recovery: recoveryPlace(state.walkthrough) };
}
