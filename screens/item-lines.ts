import { isDone, itemKey } from '../src/walkthrough/progress.ts';
import type { Item, Walkthrough } from '../src/walkthrough/walkthrough.ts';
import { commandsLines } from './components/command-to-copy.ts';
import { type ScreenLine, textLines } from './components/wrapped-text.tsx';
import { shownTime } from './shown-time.ts';
import type { Meaning, Theme } from './theme.ts';

/** One item, whole, as lines of at most `width` cells; danger first. `command` is the one that the copy key takes. */
export function itemLines(
  item: Item,
  walkthrough: Walkthrough,
  command: number,
  width: number,
  theme: Theme,
): ScreenLine[] {
  return [
    ...textLines(item.title, width, 'heading'),
    stateLine(item, walkthrough, theme),
    ...(item.danger === null
      ? []
      : [EMPTY, ...textLines(item.danger, width, 'danger', `${theme.mark.danger} DANGER: `)]),
    ...part('What to do', numbered(item.todo, width)),
    ...part(
      item.commands.length > 1 ? 'Commands (c copies the marked one)' : 'Command (c copies it)',
      commandsLines(item.commands, command, width, theme),
    ),
    ...part('Where to click', numbered(item.clicks, width)),
    ...part('Why', indented(item.why, width)),
    ...part('How you know that it worked', indented(item.worked, width)),
    ...part(
      'What goes wrong most',
      item.wrong.flatMap((each) => textLines(each, width, 'plain', '  - ')),
    ),
    ...part('Formerly', item.formerly === null ? [] : indented(item.formerly, width, 'muted')),
  ];
}

const EMPTY: ScreenLine = { text: '', meaning: 'plain' };

function stateLine(item: Item, walkthrough: Walkthrough, theme: Theme): ScreenLine {
  const done = isDone(walkthrough, item);
  const tick = walkthrough.done[itemKey(item, walkthrough.round)];
  const open = item.required ? 'not done yet' : 'not done yet; it can be left out';
  const asked = item.asks.length > 0;
  const when = tick && !asked ? `done, ${shownTime(tick.at)}` : 'done';
  const how = asked ? ` (press f to ${done ? 'change' : 'enter'} it)` : '';
  const text = `${done ? theme.mark.ticked : theme.mark.open} ${done ? when : open}${how}`;
  return { text, meaning: done ? 'good' : 'plain' };
}

function part(title: string, lines: readonly ScreenLine[]): ScreenLine[] {
  return lines.length === 0 ? [] : [EMPTY, { text: title, meaning: 'heading' }, ...lines];
}

function numbered(texts: readonly string[], width: number): ScreenLine[] {
  return texts.flatMap((text, index) =>
    textLines(text, width, 'plain', `  ${`${index + 1}. `.padStart(texts.length > 9 ? 4 : 3)}`),
  );
}

function indented(text: string, width: number, meaning: Meaning = 'plain'): ScreenLine[] {
  return text === '' ? [] : textLines(text, width, meaning, '  ');
}
