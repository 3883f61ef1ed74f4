import { planOf } from '../src/recovery/plan.ts';
import { QUESTIONS, type Question } from '../src/recovery/questions.ts';
import type { Press } from './app-actions.ts';
import { type AppState, gone, said, walked } from './app-state.ts';
import { type Move, moved } from './components/scrolling.ts';
import { askForRunbook } from './runbook-state.ts';
import { strategyLines, strategyRoom } from './strategy-lines.ts';

const MOVES: Readonly<Record<string, Move>> = {
  'questions.up': 'up',
  'questions.down': 'down',
  'questions.page-up': 'page-up',
  'questions.page-down': 'page-down',
};

/** The question that is asked; null where the strategy is shown. */
export function openQuestion(state: AppState): Question | null {
  return QUESTIONS[state.recovery.question] ?? null;
}

/** What a key does on the questions of disaster recovery, and on the strategy after them. */
export function pressInQuestions(state: AppState, { id, key, at }: Press): AppState {
  const question = openQuestion(state);
  const move = MOVES[id];
  if (move) return question ? marked(state, question, move) : scrolled(state, move);
  switch (id) {
    case 'questions.choose':
      return question ? answered(state, question, state.recovery.cursor, at) : items(state);
    case 'questions.choose-number':
      return question ? answered(state, question, Number(key) - 1, at) : state;
    case 'questions.next':
      return next(state, question);
    case 'questions.previous':
      return state.recovery.question > 0
        ? atQuestion(state, state.recovery.question - 1)
        : said(state, 'This is the first question.');
    case 'questions.table':
      return question ? said(state, AFTER_THE_QUESTIONS) : tableShown(state, !state.recovery.table);
    case 'questions.runbook':
      return question ? said(state, AFTER_THE_QUESTIONS) : askForRunbook(state);
    case 'questions.steps':
      return items(state);
    case 'questions.back':
      return gone(state, 'home', at);
    default:
      return state;
  }
}

const AFTER_THE_QUESTIONS =
  'That follows from the answers: answer the questions first; "Don\'t know" is an answer.';

function tableShown(state: AppState, table: boolean): AppState {
  return { ...state, recovery: { ...state.recovery, table, top: 0 } };
}

function marked(state: AppState, { options }: Question, move: Move): AppState {
  const cursor = moved(state.recovery.cursor, move, options.length, options.length);
  return { ...state, recovery: { ...state.recovery, cursor } };
}

function scrolled(state: AppState, move: Move): AppState {
  const room = strategyRoom(state);
  const last = Math.max(0, strategyLines(state).length - room);
  return { ...state, recovery: { ...state.recovery, top: moved(state.recovery.top, move, last + 1, room) } };
}

function answered(state: AppState, question: Question, place: number, at: Date): AppState {
  const option = question.options[place];
  if (!option) return state;
  const next = walked(state, { type: 'answer', question: question.id, option: option.id }, at);
  const after = atQuestion(next, state.recovery.question + 1);
  const { answers } = after.walkthrough;
  if (!QUESTIONS.every(({ id }) => Object.hasOwn(answers, id))) return after;
  return walked(after, { type: 'keep-plan', plan: planOf(after.walkthrough, at) }, at);
}

function next(state: AppState, question: Question | null): AppState {
  if (!question) return items(state);
  return Object.hasOwn(state.walkthrough.answers, question.id)
    ? atQuestion(state, state.recovery.question + 1)
    : said(state, 'Answer this question first; "Don\'t know" is an answer.');
}

/** On this question, its answer marked where it has one. */
function atQuestion(state: AppState, place: number): AppState {
  const question = QUESTIONS[place];
  const answer = question && state.walkthrough.answers[question.id];
  const cursor = question?.options.findIndex(({ id }) => id === answer) ?? 0;
  return {
    ...state,
    recovery: { ...state.recovery, table: false, question: place, cursor: Math.max(0, cursor), top: 0 },
  };
}

function items(state: AppState): AppState {
  return { ...state, recovery: { ...state.recovery, page: 'items' } };
}
