import type { Command, Item, Step } from '../src/walkthrough/walkthrough.ts';
import type { Press } from './app-actions.ts';
import { type AppState, popped, replaced, said, stepOf, topView, type View } from './app-state.ts';
import { markedLead } from './components/command-to-copy.ts';
import { bodyRows } from './components/screen-frame.tsx';
import { type Move, moved, within } from './components/scrolling.ts';
import { itemLines } from './item-lines.ts';
import {
  askedFor,
  comparisonOfStep,
  nextRoundOfStep,
  tableOfStep,
  ticked,
  withCursor,
} from './step-state.ts';
import { themeFor } from './theme.ts';

type ItemView = Extract<View, { kind: 'item' }>;

const MOVES: Readonly<Record<string, Move>> = {
  'item.up': 'up',
  'item.down': 'down',
  'item.page-up': 'page-up',
  'item.page-down': 'page-down',
  'item.first': 'first',
  'item.last': 'last',
};

/** The item that is open, with its place in the step; null where none is. */
export function openItem(state: AppState): { view: ItemView; step: Step; item: Item; place: number } | null {
  const view = topView(state);
  const step = stepOf(state);
  if (view?.kind !== 'item' || !step) return null;
  const place = step.items.findIndex(({ id }) => id === view.item);
  const item = step.items[place];
  return item ? { view, step, item, place } : null;
}

/** The command that the copy key takes; null where the item has none. */
export function commandToCopy(state: AppState): Command | null {
  const open = openItem(state);
  return open?.item.commands[open.view.command] ?? null;
}

/** What a key does on an open item. */
export function pressInItem(state: AppState, { id, at }: Press): AppState {
  const open = openItem(state);
  if (!open || id === 'item.back') return popped(state);
  const { view, step, item, place } = open;
  const move = MOVES[id];
  if (move) return replaced(state, { ...view, top: scrolled(state, view, item, move) });
  switch (id) {
    case 'item.tick':
      return ticked(state, step, item, at);
    case 'item.table':
      return tableOfStep(state, step, at);
    case 'item.compare':
      return comparisonOfStep(state, step);
    case 'item.again':
      return nextRoundOfStep(state, step);
    case 'item.facts':
      return askedFor(state, item);
    case 'item.copy':
      return item.commands.length > 0 ? state : said(state, 'There is no command to copy here.');
    case 'item.next-command':
      return nextCommand(state, view, item);
    case 'item.next':
      return neighbour(state, step, place + 1);
    case 'item.previous':
      return neighbour(state, step, place - 1);
    default:
      return state;
  }
}

/** The first line that can be shown last: the end of the item stands at the foot of the screen. */
export function lastTop(state: AppState, view: ItemView, item: Item): number {
  return Math.max(0, linesOf(state, view, item).length - bodyRows(state.terminal));
}

function scrolled(state: AppState, view: ItemView, item: Item, move: Move): number {
  const last = lastTop(state, view, item);
  return moved(within(view.top, last), move, last + 1, bodyRows(state.terminal));
}

function linesOf(state: AppState, view: ItemView, item: Item): ReturnType<typeof itemLines> {
  return itemLines(item, state.walkthrough, view.command, state.terminal.columns, themeFor(state.terminal));
}

/** Marks the next command, and scrolls so that its first line is seen. */
function nextCommand(state: AppState, view: ItemView, item: Item): AppState {
  if (item.commands.length === 0) return said(state, 'There is no command here.');
  const command = (view.command + 1) % item.commands.length;
  const lines = linesOf(state, { ...view, command }, item);
  const lead = markedLead(themeFor(state.terminal));
  const marked = lines.findIndex(({ text }) => text.startsWith(lead));
  const room = bodyRows(state.terminal);
  const seen = marked >= view.top && marked < view.top + room - 1;
  const top = seen ? view.top : within(marked - 1, Math.max(0, lines.length - room));
  return replaced(state, { ...view, command, top });
}

function neighbour(state: AppState, step: Step, place: number): AppState {
  const item = step.items[place];
  if (!item)
    return said(state, place < 0 ? 'This is the first item.' : 'This is the last item of this step.');
  const next = replaced(state, { kind: 'item', item: item.id, top: 0, command: 0 });
  return withCursor(next, step, place);
}
