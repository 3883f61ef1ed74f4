import { confirmsSwitch } from '../src/walkthrough/progress.ts';
import type { Press } from './app-actions.ts';
import { type AppState, gone, guardOf, pushed, said, walked } from './app-state.ts';
import { type Move, moved } from './components/scrolling.ts';
import { guardLines, guardRoom } from './guard-lines.ts';

const MOVES: Readonly<Record<string, Move>> = {
  'switch.up': 'up',
  'switch.down': 'down',
  'switch.page-up': 'page-up',
  'switch.page-down': 'page-down',
};

/** What a key does before the switch. Without a name there is nothing to type: Enter leads to the names. */
export function pressAtGuard(state: AppState, { id, at }: Press): AppState {
  const open = guardOf(state);
  if (!open) return state;
  const move = MOVES[id];
  if (move) {
    const room = guardRoom(state.terminal);
    const last = Math.max(0, guardLines(state.walkthrough, open, state.terminal.columns).length - room);
    return { ...state, guardTop: moved(state.guardTop, move, last + 1, room) };
  }
  if (id === 'switch.back') return gone(state, 'verify', at);
  return pushed(state, { kind: 'facts', asked: ['stagingServer'], cursor: 0, typing: false });
}

/** The switch opened, where the server's name was typed. */
export function typedName(state: AppState, text: string, at: Date): AppState {
  if (confirmsSwitch(state.walkthrough, text)) return walked(state, { type: 'pass-guard', typed: text }, at);
  const { stagingServer } = state.walkthrough.facts;
  return said(state, `That is not ${stagingServer}. Nothing happened.`, 'warning');
}
