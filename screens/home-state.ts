import { progress } from '../src/walkthrough/progress.ts';
import { stepFor } from '../src/walkthrough/steps.ts';
import { STEP_IDS, type StepId, type Walkthrough } from '../src/walkthrough/walkthrough.ts';
import type { Press } from './app-actions.ts';
import { type AppState, gone, pushed, said } from './app-state.ts';
import { type Move, moved } from './components/scrolling.ts';
import { shownTime } from './shown-time.ts';

/** A line of the home screen. */
export interface HomeChoice {
  readonly id:
    | 'go-on'
    | 'restart'
    | 'train'
    | 'leave-training'
    | 'triage'
    | 'facts'
    | 'configuration'
    | 'disaster-recovery';
  readonly label: string;
}

const MOVES: Readonly<Record<string, Move>> = {
  'home.up': 'up',
  'home.down': 'down',
  'home.first': 'first',
  'home.last': 'last',
};

/** What home offers, nine lines at most: each has a digit. */
export function homeChoices(state: AppState): readonly HomeChoice[] {
  const { walkthrough, aside } = state;
  const begun = hasBegun(walkthrough);
  return [
    { id: 'go-on', label: begun ? `Go on: ${whereItStands(state)}` : 'Start the walkthrough' },
    ...(begun ? [{ id: 'restart', label: 'Start again from the beginning' } as const] : []),
    ...(walkthrough.training === null
      ? [{ id: 'train', label: 'Train on a simulated server; nothing real is touched' } as const]
      : []),
    ...(aside ? [{ id: 'leave-training', label: 'End the training, back to the real server' } as const] : []),
    { id: 'triage', label: 'Triage an export file: the table of its pending exports' },
    { id: 'facts', label: 'Names of servers and connectors, folder, purpose' },
    { id: 'configuration', label: 'Configuration: compare and bring over' },
    { id: 'disaster-recovery', label: 'Disaster recovery: which strategy, and why' },
  ];
}

/** What a key does on the home screen. */
export function pressAtHome(state: AppState, { id, key, at }: Press): AppState {
  const choices = homeChoices(state);
  const move = MOVES[id];
  if (move) return { ...state, homeCursor: moved(state.homeCursor, move, choices.length, choices.length) };
  if (id === 'home.quit') return { ...state, left: true };
  const place = id === 'home.choose-number' ? Number(key) - 1 : state.homeCursor;
  const choice = choices[place];
  return choice ? chosen({ ...state, homeCursor: place }, choice, at) : state;
}

function chosen(state: AppState, { id }: HomeChoice, at: Date): AppState {
  switch (id) {
    case 'go-on':
      return gone(state, nextStep(state), at);
    case 'restart':
      return pushed(state, { kind: 'confirm', asks: 'restart', cursor: 0 });
    case 'train':
      return train(state);
    case 'leave-training':
      return leaveTraining(state);
    case 'triage':
      return pushed(state, {
        kind: 'files',
        from: 'home',
        cursor: 0,
        typing: false,
        found: null,
        chosen: [],
      });
    case 'facts':
      return pushed(state, { kind: 'facts', asked: [], cursor: 0, typing: false });
    case 'configuration':
    case 'disaster-recovery':
      return gone(state, id, at);
    default:
      return id satisfies never;
  }
}

function train(state: AppState): AppState {
  if (!state.training) return said(state, 'To train, leave the program and run: stagewalk train');
  const { walkthrough } = state.training;
  return { ...state, walkthrough, aside: state.walkthrough, homeCursor: 0, cursors: {}, lastStep: null };
}

function leaveTraining(state: AppState): AppState {
  if (!state.aside || !state.training) return state;
  const training = { ...state.training, walkthrough: state.walkthrough };
  return {
    ...state,
    walkthrough: state.aside,
    aside: null,
    training,
    homeCursor: 0,
    cursors: {},
    lastStep: null,
  };
}

function hasBegun(walkthrough: Walkthrough): boolean {
  return walkthrough.changedAt !== walkthrough.startedAt;
}

/** The step that was seen last, else the first one with something open. */
function nextStep(state: AppState): StepId {
  if (state.lastStep) return state.lastStep;
  const counts = progress(state.walkthrough);
  return STEP_IDS.find((step) => counts[step].done < counts[step].required) ?? 'prepare';
}

function whereItStands(state: AppState): string {
  const { walkthrough } = state;
  const { title } = stepFor(nextStep(state), walkthrough.facts, walkthrough);
  return `${title}, round ${walkthrough.round} (last change ${shownTime(walkthrough.changedAt)})`;
}
