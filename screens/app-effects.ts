import type { Walkthrough } from '../src/walkthrough/walkthrough.ts';
import type { AppAction } from './app-actions.ts';
import { type AppState, topView } from './app-state.ts';
import { commandToCopy } from './item-state.ts';

/** Something to do outside of the state. */
export type Effect =
  | { readonly kind: 'copy'; readonly text: string }
  | {
      readonly kind: 'write-runbook';
      readonly walkthrough: Walkthrough;
      readonly path: string;
      readonly force: boolean;
    }
  /** Look which export files a folder holds. */
  | { readonly kind: 'look'; readonly folder: string };

/** What an action asks for, given the state before and after it; null where it asks for nothing. */
export function effectOf(before: AppState, action: AppAction, after: AppState): Effect | null {
  if (action.kind === 'pressed' && action.id === 'item.copy') {
    const command = commandToCopy(before);
    return command === null ? null : { kind: 'copy', text: command.text };
  }
  const writing = topView(after);
  const wrote = topView(before);
  if (
    action.kind === 'typed' &&
    writing?.kind === 'runbook' &&
    writing.writing &&
    wrote?.kind === 'runbook'
  ) {
    // A second Enter on the same name, after it was said that the file is there.
    const force = wrote.refused?.exists === true && wrote.path === writing.path;
    return { kind: 'write-runbook', walkthrough: after.walkthrough, path: writing.path, force };
  }
  const looking = topView(after);
  const looked = topView(before);
  const begins = looking?.kind === 'files' && looking.found === null;
  const began = looked?.kind === 'files' && looked.found === null;
  return begins && !began ? { kind: 'look', folder: after.walkthrough.facts.exportFolder } : null;
}
