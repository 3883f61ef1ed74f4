import { NO_FACTS } from '../src/walkthrough/facts.ts';
import { forgetRules } from '../src/walkthrough/reduce-walkthrough.ts';
import type { Press } from './app-actions.ts';
import { type AppState, gone, popped, replaced, said, topView, type View, walked } from './app-state.ts';
import { type Move, moved } from './components/scrolling.ts';
import { choiceOf } from './fact-fields.ts';

type ChoiceView = Extract<View, { kind: 'choice' | 'confirm' }>;

const MOVES: Readonly<Record<string, Move>> = {
  'choice.up': 'up',
  'choice.down': 'down',
  'choice.first': 'first',
  'choice.last': 'last',
};

/** What a choice asks, what it means, and its answers, nine at most. */
export interface Choice {
  readonly question: string;
  readonly explained: string;
  readonly options: readonly string[];
}

const RESTART_TRAINING: Choice = {
  question: 'Begin the training again?',
  explained: 'Everything is as the scenario begins. What is saved now is kept in a file beside.',
  options: ['No, go on with this one', 'Yes, begin again'],
};

const CONFIRM: Readonly<Record<'restart' | 'next-round', Choice>> = {
  restart: {
    question: 'Start again from the beginning?',
    explained:
      'All ticks, rounds and answers begin anew. What is saved now is kept in a file beside, under another name.',
    options: [
      'No, keep everything',
      'Yes, and keep the names, connectors and the folder',
      'Yes, with nothing kept',
    ],
  },
  'next-round': {
    question: 'Begin a new round of Import and synchronize, then Verify?',
    explained:
      'Do so when something was corrected, or when time has passed. The items of a round are open again, and the ' +
      'export files get new names. Whether rules changed is asked again.',
    options: ['No, stay in this round', 'Yes, begin a new round'],
  },
};

/** What the choice on top asks; null where there is none. */
export function openChoice(state: AppState): { view: ChoiceView; choice: Choice } | null {
  const view = topView(state);
  if (view?.kind === 'confirm') {
    const again = view.asks === 'restart' && state.walkthrough.training !== null;
    return { view, choice: again ? RESTART_TRAINING : CONFIRM[view.asks] };
  }
  if (view?.kind !== 'choice') return null;
  const { question, options } = choiceOf(view.fact);
  return { view, choice: { question, explained: '', options: options.map(({ label }) => label) } };
}

/** What a key does where one of a few lines is chosen. */
export function pressInChoice(state: AppState, { id, key, at }: Press): AppState {
  const open = openChoice(state);
  if (!open || id === 'choice.back') return popped(state);
  const { view, choice } = open;
  const move = MOVES[id];
  if (move) {
    const cursor = moved(view.cursor, move, choice.options.length, choice.options.length);
    return replaced(state, { ...view, cursor });
  }
  const place = id === 'choice.choose-number' ? Number(key) - 1 : view.cursor;
  return place < choice.options.length ? chosen(popped(state), view, place, at) : state;
}

function chosen(state: AppState, view: ChoiceView, place: number, at: Date): AppState {
  if (view.kind === 'choice') return answered(state, view, place, at);
  if (place === 0) return state;
  if (view.asks === 'restart') {
    return restarted(state, place === 1, at);
  }
  const next = walked(state, { type: 'next-round' }, at);
  const { round } = next.walkthrough;
  const began = gone(next, 'import-and-synchronize', at);
  return said(
    { ...began, cursors: { ...began.cursors, [began.walkthrough.screen]: 0 } },
    `Round ${round} begins.`,
    'good',
  );
}

/** A training begins at home, with its story; a real walkthrough at its first step. */
function restarted(state: AppState, keepFacts: boolean, at: Date): AppState {
  const { training, facts } = state.walkthrough;
  const scenario = training === null ? null : state.training;
  const begun = scenario?.facts ?? (keepFacts ? forgetRules(facts) : NO_FACTS);
  const next = { ...walked(state, { type: 'restart', facts: begun }, at), cursors: {}, lastStep: null };
  return scenario ? { ...next, homeCursor: 0 } : gone(next, 'prepare', at);
}

/** The fact with this answer; the next line of the form is marked. */
function answered(
  state: AppState,
  { fact }: Extract<View, { kind: 'choice' }>,
  place: number,
  at: Date,
): AppState {
  const option = choiceOf(fact).options[place];
  if (!option) return state;
  const next = walked(state, { type: 'set-facts', facts: { [fact]: option.value } }, at);
  const form = topView(next);
  return form?.kind === 'facts' ? replaced(next, { ...form, cursor: form.cursor + 1 }) : next;
}
