import { QUESTIONS } from '../src/recovery/questions.ts';
import type { Terminal } from '../src/terminal/terminal.ts';
import type { OpenPoint } from '../src/walkthrough/progress.ts';
import { guardPassed, openBeforeSwitch } from '../src/walkthrough/progress.ts';
import type { WalkthroughAction } from '../src/walkthrough/reduce-walkthrough.ts';
import { reduceWalkthrough } from '../src/walkthrough/reduce-walkthrough.ts';
import { stepFor } from '../src/walkthrough/steps.ts';
import type { Facts, Item, ScreenId, Step, StepId, Walkthrough } from '../src/walkthrough/walkthrough.ts';
import type { Status } from './components/screen-frame.tsx';
import type { KeyScope } from './keys.ts';

/** A scenario to train on, and where its walkthrough stands. */
export interface Training {
  readonly title: string;
  /** One paragraph: the situation that the operator finds. */
  readonly story: string;
  /** Whether it is timed, with a debrief when the program is left. */
  readonly rehearsal?: boolean;
  /** What it begins with, also when it is begun again. */
  readonly facts: Facts;
  /** Whole paths of the export files that come with it. */
  readonly files: readonly string[];
  readonly walkthrough: Walkthrough;
}

/** What lies over the screen that the walkthrough is on. */
export type View =
  | {
      readonly kind: 'item';
      readonly item: string;
      /** First line shown. */
      readonly top: number;
      /** Which of its commands the copy key takes. */
      readonly command: number;
    }
  | {
      readonly kind: 'facts';
      /** The facts that are asked; empty for all. */
      readonly asked: readonly (keyof Facts)[];
      readonly cursor: number;
      readonly typing: boolean;
    }
  | { readonly kind: 'choice'; readonly fact: ChosenFact; readonly cursor: number }
  | {
      readonly kind: 'files';
      readonly from: 'verify' | 'home';
      readonly cursor: number;
      readonly typing: boolean;
      /** The export files of the folder, newest first; null until it has been looked at. */
      readonly found: readonly string[] | null;
      readonly chosen: readonly string[];
    }
  | { readonly kind: 'table'; readonly files: readonly string[] }
  | { readonly kind: 'configuration' }
  | {
      readonly kind: 'runbook';
      /** The path that was accepted last; '' before the first. */
      readonly path: string;
      readonly writing: boolean;
      /** Why it was not written, and whether a file in the way is the reason. */
      readonly refused: { readonly said: string; readonly exists: boolean } | null;
    }
  | { readonly kind: 'confirm'; readonly asks: 'restart' | 'next-round'; readonly cursor: number };

/** A fact that is one of a few answers. */
export type ChosenFact = keyof Pick<
  Facts,
  | 'purpose'
  | 'activeServerKind'
  | 'rulesChanged'
  | 'passwordHashSync'
  | 'passwordWriteback'
  | 'passThroughAuthentication'
>;

/** Everything the screens show. Only the walkthrough is saved. */
export interface AppState {
  readonly walkthrough: Walkthrough;
  /** The other walkthrough while this one is shown: the real one while training. */
  readonly aside: Walkthrough | null;
  /** The scenario that can be trained on, or null where none came along. */
  readonly training: Training | null;
  /** Deletes above which the AAD connector exports nothing, where the caller said it; else the walkthrough's. */
  readonly deletionThreshold: number | null;
  /** As large as the window is now. */
  readonly terminal: Terminal;
  /** The last one is on top. */
  readonly views: readonly View[];
  /** Whether leaving the last view leaves the program: it was started on that view alone. */
  readonly viewsOnly: boolean;
  readonly help: boolean;
  readonly status: Status | null;
  /** What stays said at home: what became of a state file that could not be used. */
  readonly notice: string | null;
  readonly homeCursor: number;
  /** The marked item of each step. */
  readonly cursors: Readonly<Partial<Record<StepId, number>>>;
  readonly guardTop: number;
  readonly recovery: RecoveryPlace;
  /** When the program was opened: what the age of the recovery plan is counted to. */
  readonly openedAt: Date;
  /** The step that home leads back to; null until one was seen. */
  readonly lastStep: StepId | null;
  readonly left: boolean;
}

/** Where disaster recovery stands: on a question, on the strategy, or on the items of the step. */
export interface RecoveryPlace {
  readonly page: 'questions' | 'items';
  /** Whether the table of strategies is shown in place of the reasons. */
  readonly table: boolean;
  /** The question, from 0; their number where the strategy is shown. */
  readonly question: number;
  readonly cursor: number;
  /** First line shown of the strategy. */
  readonly top: number;
}

/** The state that a program starts with. */
export function startState(given: {
  readonly walkthrough: Walkthrough;
  readonly training: Training | null;
  readonly deletionThreshold: number | null;
  readonly terminal: Terminal;
  readonly triage: readonly string[] | null;
  readonly said: string | null;
  readonly openedAt: Date;
}): AppState {
  const { walkthrough, training, deletionThreshold, terminal, triage, said, openedAt } = given;
  return {
    walkthrough,
    aside: null,
    training,
    deletionThreshold,
    terminal,
    views: triage ? [{ kind: 'table', files: triage }] : [],
    viewsOnly: triage !== null,
    help: false,
    // Home has room for the whole of it.
    status:
      said === null || (walkthrough.screen === 'home' && !triage) ? null : { text: said, meaning: 'warning' },
    notice: said,
    homeCursor: 0,
    cursors: {},
    guardTop: 0,
    recovery: recoveryPlace(walkthrough),
    openedAt,
    lastStep: walkthrough.screen === 'home' ? null : walkthrough.screen,
    left: false,
  };
}

/** Disaster recovery as it opens: on the first question without an answer, or on the strategy. */
export function recoveryPlace({ answers }: Walkthrough): RecoveryPlace {
  const open = QUESTIONS.findIndex(({ id }) => !Object.hasOwn(answers, id));
  return { page: 'questions', table: false, question: open < 0 ? QUESTIONS.length : open, cursor: 0, top: 0 };
}

/** The view on top, or null where the walkthrough's own screen is. */
export function topView(state: AppState): View | null {
  return state.views.at(-1) ?? null;
}

/** The step whose screen the walkthrough is on, or null at home. */
export function stepOf(state: AppState): Step | null {
  const { screen, facts } = state.walkthrough;
  return screen === 'home' ? null : stepFor(screen, facts, state.walkthrough);
}

/** The marked item of a step. */
export function markedItem(state: AppState, step: Step): Item | null {
  return step.items[cursorOf(state, step)] ?? null;
}

/** The place of the marked item; facts can take items away, so it is never beyond the last. */
export function cursorOf(state: AppState, step: Step): number {
  return Math.max(0, Math.min(state.cursors[step.id] ?? 0, step.items.length - 1));
}

/** Whether Switch is shown: its guard is passed only by typing the server's name. */
function switchIsOpen(walkthrough: Walkthrough): boolean {
  return walkthrough.switchedWith !== null && guardPassed(walkthrough);
}

/** What the guard of Switch says is still open; null where it does not stand there. */
export function guardOf(state: AppState): readonly OpenPoint[] | null {
  if (state.walkthrough.screen !== 'switch' || topView(state) !== null) return null;
  return switchIsOpen(state.walkthrough) ? null : openBeforeSwitch(state.walkthrough);
}

/** Whose keys the program hears. `typing`: a text field has them; `child`: the table or the help. */
export function scopeOf(state: AppState): { scope: KeyScope; heldBy: 'app' | 'typing' | 'child' } {
  const view = topView(state);
  const child = view?.kind === 'table' || view?.kind === 'configuration';
  const heldBy = state.help || child ? 'child' : 'app';
  switch (view?.kind) {
    case 'item':
    case 'choice':
    case 'table':
    case 'configuration':
      return { scope: view.kind, heldBy };
    case 'facts':
    case 'files':
      return view.typing ? { scope: 'field', heldBy: 'typing' } : { scope: view.kind, heldBy };
    case 'runbook':
      return { scope: 'field', heldBy: state.help ? heldBy : 'typing' };
    case 'confirm':
      return { scope: 'choice', heldBy };
    case undefined:
      return screenScope(state, heldBy);
    default:
      return view satisfies never;
  }
}

function screenScope(state: AppState, heldBy: 'app' | 'child'): ReturnType<typeof scopeOf> {
  const { screen, facts } = state.walkthrough;
  if (screen === 'home') return { scope: 'home', heldBy };
  if (guardOf(state)) return { scope: 'switch', heldBy: facts.stagingServer === '' ? heldBy : 'typing' };
  const asking = screen === 'disaster-recovery' && state.recovery.page === 'questions';
  return { scope: asking ? 'questions' : 'step', heldBy };
}

type WithoutTime<Action> = Action extends unknown ? Omit<Action, 'at'> : never;

/** The state after something happened to the walkthrough. */
export function walked(state: AppState, action: WithoutTime<WalkthroughAction>, at: Date): AppState {
  const walkthrough = reduceWalkthrough(state.walkthrough, { ...action, at } as WalkthroughAction);
  return { ...state, walkthrough };
}

/** The state on another screen of the walkthrough, nothing lying over it. */
export function gone(state: AppState, screen: ScreenId, at: Date): AppState {
  const next = walked({ ...state, views: [], guardTop: 0 }, { type: 'go', screen }, at);
  if (screen === 'home') return { ...next, homeCursor: 0 };
  const recovery = screen === 'disaster-recovery' ? recoveryPlace(next.walkthrough) : next.recovery;
  return { ...next, recovery, lastStep: screen };
}

/** The state with a view on top. */
export function pushed(state: AppState, view: View): AppState {
  return { ...state, views: [...state.views, view] };
}

/** The state with the view on top replaced. */
export function replaced(state: AppState, view: View): AppState {
  return { ...state, views: [...state.views.slice(0, -1), view] };
}

/** The state without the view on top; the program is left where it was started on that view alone. */
export function popped(state: AppState): AppState {
  const views = state.views.slice(0, -1);
  return { ...state, views, left: state.left || (state.viewsOnly && views.length === 0) };
}

/** The state with one line said. */
export function said(state: AppState, text: string, meaning: Status['meaning'] = 'plain'): AppState {
  return { ...state, status: { text, meaning } };
}
