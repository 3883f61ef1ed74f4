import type { Terminal } from '../src/terminal/terminal.ts';
import type { OpenPoint } from '../src/walkthrough/progress.ts';
import type { Walkthrough } from '../src/walkthrough/walkthrough.ts';
import { bodyRows } from './components/screen-frame.tsx';
import { type ScreenLine, textLines } from './components/wrapped-text.tsx';

/** Lines below the open points: the request to type a name, and its field. */
const GUARD_FIELD_LINES = 4;

/** Lines that the open points have. */
export function guardRoom(terminal: Terminal): number {
  return Math.max(1, bodyRows(terminal) - GUARD_FIELD_LINES);
}

/** What is said before the switch: what it does, and what is still open, each point in a line of its own. */
export function guardLines(
  { facts }: Walkthrough,
  open: readonly OpenPoint[],
  width: number,
): readonly ScreenLine[] {
  const server = facts.stagingServer || 'the staging server';
  const count = open.length === 1 ? 'One point is' : `${open.length} points are`;
  return [
    ...textLines(
      `After the next steps ${server} exports to Microsoft Entra ID and to Active Directory. ` +
        'What is wrong then reaches everybody.',
      width,
    ),
    { text: '', meaning: 'plain' },
    ...(open.length === 0
      ? textLines('Nothing is open in the steps before.', width, 'good')
      : textLines(`${count} still open:`, width, 'danger')),
    ...open.flatMap(({ sentence }) => textLines(sentence, width, 'plain', '  - ')),
  ];
}
