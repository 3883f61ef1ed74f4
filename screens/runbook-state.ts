import { planOf } from '../src/recovery/plan.ts';
import { missingForRunbook } from '../src/recovery/runbook/runbook.ts';
import { type AppState, popped, pushed, replaced, said, topView, type View, walked } from './app-state.ts';
import type { Outcome } from './services.ts';

type RunbookView = Extract<View, { kind: 'runbook' }>;

/** Asks for the runbook's file; where names are missing, for the names first. */
export function askForRunbook(state: AppState): AppState {
  const missing = missingForRunbook(state.walkthrough);
  if (missing.length === 0) {
    return pushed(state, { kind: 'runbook', path: '', writing: false, refused: null });
  }
  const names = pushed(state, { kind: 'facts', asked: [], cursor: 0, typing: false });
  return said(names, `A runbook needs, first: ${missing[0]}`, 'warning');
}

/** A path was accepted: it is written now, unless one is being written. */
export function typedRunbook(state: AppState, view: RunbookView, text: string): AppState {
  const path = text.trim();
  if (path === '' || view.writing) return state;
  return replaced(state, { ...view, path, writing: true });
}

/** What came of writing it. The plan is kept as it was written. */
export function runbookDone(state: AppState, { ok, said: text, exists }: Outcome, at: Date): AppState {
  const view = topView(state);
  if (!ok) {
    if (view?.kind !== 'runbook') return said(state, text, 'danger');
    return replaced(state, { ...view, writing: false, refused: { said: text, exists: exists === true } });
  }
  const kept = walked(state, { type: 'keep-plan', plan: planOf(state.walkthrough, at) }, at);
  return said(view?.kind === 'runbook' ? popped(kept) : kept, text, 'good');
}
