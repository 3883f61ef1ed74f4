import { progress } from '../src/walkthrough/progress.ts';
import { stepFor } from '../src/walkthrough/steps.ts';
import { STEP_IDS, type StepId, type Walkthrough } from '../src/walkthrough/walkthrough.ts';
import type { Press } from './app-actions.ts';
import { type AppState, gone, pushed, said } from './app-state.ts';
import { type Move, moved } from './components/scrolling.ts';
import { openTable } from './files-state.ts';
import { shownTime } from './shown-time.ts';
import { isOfRound } from './step-state.ts';

/** A line of the home screen. */
export interface HomeChoice {
  readonly id:
    | 'go-on'
    | 'table'
    | 'restart'
    | 'train'
    | 'debrief'
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
  const { walkthrough } = state;
  const begun = hasBegun(walkthrough);
  const first = {
    id: 'go-on',
    label: begun ? `Go on: ${whereItStands(state)}` : 'Start the walkthrough',
  } as const;
  return walkthrough.training === null
    ? [first, ...realChoices(begun)]
    : [first, ...trainingChoices(state, begun)];
}

const FACTS = { id: 'facts', label: 'Names of servers and connectors, folder, purpose' } as const;
const DISASTER_RECOVERY = {
  id: 'disaster-recovery',
  label: 'Disaster recovery: which strategy, and why',
} as const;

function realChoices(begun: boolean): HomeChoice[] {
  return [
    ...(begun ? [{ id: 'restart', label: 'Start again from the beginning' } as const] : []),
    { id: 'train', label: 'Train on a simulated server; nothing real is touched' },
    { id: 'triage', label: 'Triage an export file: the table of its pending exports' },
    FACTS,
    { id: 'configuration', label: 'Configuration: compare and bring over' },
    DISASTER_RECOVERY,
  ];
}

// A real export file has no place under the word TRAINING.
function trainingChoices({ aside, training }: AppState, begun: boolean): HomeChoice[] {
  return [
    { id: 'table', label: 'Look at the pending exports: the table' },
    ...(begun ? [{ id: 'restart', label: 'Begin this training again' } as const] : []),
    FACTS,
    DISASTER_RECOVERY,
    // Back to the real walkthrough the program is not left, and nothing would be told.
    ...(training?.rehearsal && !aside
      ? [{ id: 'debrief', label: 'End the rehearsal, and read the debrief' } as const]
      : []),
    ...(aside ? [{ id: 'leave-training', label: 'End the training, back to the real server' } as const] : []),
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
    case 'table':
      return openTable(state, at);
    case 'restart':
      return pushed(state, { kind: 'confirm', asks: 'restart', cursor: 0 });
    case 'train':
      return train(state);
    case 'debrief':
      return { ...state, left: true };
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
  const lastStep = walkthrough.screen === 'home' ? null : walkthrough.screen;
  const next = {
    ...state,
    walkthrough: { ...walkthrough, screen: 'home' } as const,
    aside: state.walkthrough,
    homeCursor: 0,
    cursors: {},
    lastStep,
  };
  return said(next, 'Training. The real walkthrough waits as it is.');
}

function leaveTraining(state: AppState): AppState {
  if (!state.aside || !state.training) return state;
  const training = { ...state.training, walkthrough: state.walkthrough };
  const next = {
    ...state,
    walkthrough: state.aside,
    aside: null,
    training,
    homeCursor: 0,
    cursors: {},
    lastStep: null,
  };
  return said(next, 'The training is ended: nothing real was touched. This is the real walkthrough.', 'good');
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
  const step = stepFor(nextStep(state), walkthrough.facts, walkthrough);
  const round = isOfRound(step) ? `, round ${walkthrough.round}` : '';
  return `${step.title}${round} (last change ${shownTime(walkthrough.changedAt)})`;
}
