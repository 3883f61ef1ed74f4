import { type AppState, popped, said, scopeOf, topView, walked } from './app-state.ts';
import { pressInChoice } from './choice-state.ts';
import type { ComparedResult } from './configuration/use-configuration.ts';
import { pressInFacts, typedFact } from './facts-state.ts';
import { filesFound, pressInFiles, typedPath } from './files-state.ts';
import { pressAtHome } from './home-state.ts';
import { pressInItem } from './item-state.ts';
import type { KeyScope } from './keys.ts';
import { pressInQuestions } from './recovery-state.ts';
import { runbookDone, typedRunbook } from './runbook-state.ts';
import type { Outcome } from './services.ts';
import { pressInStep } from './step-state.ts';
import { pressAtGuard, typedName } from './switch-state.ts';
import type { Meaning } from './theme.ts';

/** A key of a scope, by the id of its binding. */
export interface Press {
  readonly id: string;
  /** The key itself, for a binding that takes several, such as the digits. */
  readonly key: string;
  readonly at: Date;
}

/** Everything that changes what the screens show. */
export type AppAction =
  | ({ readonly kind: 'pressed' } & Press)
  /** Enter in a text field. */
  | { readonly kind: 'typed'; readonly text: string; readonly at: Date }
  /** Esc in a text field. */
  | { readonly kind: 'not-typed'; readonly at: Date }
  | { readonly kind: 'resized'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'help-closed' }
  | { readonly kind: 'table-left' }
  | { readonly kind: 'configuration-left' }
  | ({ readonly kind: 'compared'; readonly at: Date } & ComparedResult)
  | { readonly kind: 'waived'; readonly key: string; readonly why: string; readonly at: Date }
  /** The export files of the folder that was looked into. */
  | { readonly kind: 'found'; readonly files: readonly string[] }
  | { readonly kind: 'runbook-written'; readonly outcome: Outcome; readonly at: Date }
  | { readonly kind: 'said'; readonly text: string; readonly meaning: Meaning };

/** What a key does in a scope. */
type PressReducer = (state: AppState, press: Press) => AppState;

/** The scopes whose keys the shell of the program takes; the table, the help and text fields take their own. */
const PRESSES: Readonly<Partial<Record<KeyScope, PressReducer>>> = {
  home: pressAtHome,
  step: pressInStep,
  item: pressInItem,
  facts: pressInFacts,
  choice: pressInChoice,
  files: pressInFiles,
  questions: pressInQuestions,
  switch: pressAtGuard,
};

/** The state after an action. */
export function reduceApp(state: AppState, action: AppAction): AppState {
  switch (action.kind) {
    case 'pressed':
      return pressed({ ...state, status: null }, action);
    case 'typed':
      return typed({ ...state, status: null }, action.text, action.at);
    case 'not-typed':
      return notTyped({ ...state, status: null }, action.at);
    case 'resized':
      return resized(state, action.columns, action.rows);
    case 'help-closed':
      return { ...state, help: false };
    case 'table-left':
      return topView(state)?.kind === 'table' ? popped(state) : state;
    case 'configuration-left':
      return topView(state)?.kind === 'configuration' ? popped(state) : state;
    case 'compared': {
      const { active, staging, complete, matters, at } = action;
      return walked(state, { type: 'compared', active, staging, complete, matters }, at);
    }
    case 'waived':
      return walked(state, { type: 'waive', key: action.key, why: action.why }, action.at);
    case 'found':
      return filesFound(state, action.files);
    case 'runbook-written':
      return runbookDone(state, action.outcome, action.at);
    case 'said':
      return said(state, action.text, action.meaning);
    default:
      return action satisfies never;
  }
}

function resized(state: AppState, columns: number, rows: number): AppState {
  if (state.terminal.columns === columns && state.terminal.rows === rows) return state;
  return { ...state, terminal: { ...state.terminal, columns, rows } };
}

function pressed(state: AppState, press: Press): AppState {
  if (press.id === 'everywhere.quit') return { ...state, left: true };
  if (press.id === 'everywhere.help') return { ...state, help: true };
  return PRESSES[scopeOf(state).scope]?.(state, press) ?? state;
}

function typed(state: AppState, text: string, at: Date): AppState {
  if (scopeOf(state).heldBy !== 'typing') return state;
  const view = topView(state);
  if (view?.kind === 'facts') return typedFact(state, view, text, at);
  if (view?.kind === 'files') return typedPath(state, view, text, at);
  if (view?.kind === 'runbook') return typedRunbook(state, view, text);
  return typedName(state, text, at);
}

function notTyped(state: AppState, at: Date): AppState {
  if (scopeOf(state).heldBy !== 'typing') return state;
  const view = topView(state);
  if (view?.kind === 'facts' || view?.kind === 'files') {
    return { ...state, views: [...state.views.slice(0, -1), { ...view, typing: false }] };
  }
  if (view?.kind === 'runbook') return popped(state);
  return pressAtGuard(state, { id: 'switch.back', key: 'esc', at });
}
