import { expect } from 'vitest';
import type { TerminalSession } from './start-terminal.ts';

const STACK_TRACE = /\bat \S+ \(?\S+:\d+:\d+\)?|\b(Type|Reference|Syntax|Range)Error\b/;

/** What holds of every screen at every moment: it fits into the window, and no fault of the program shows. */
export function expectDrawnWell(session: TerminalSession): void {
  const lines = session.screen();
  const shown = lines.join('\n');
  expect(session.output()).not.toMatch(STACK_TRACE);
  expect(session.wrappedLines(), shown).toEqual([]);
  // A frame as tall as the window scrolls a Windows console; a taller one pushes its own title out.
  expect(lines.at(0), shown).not.toBe('');
  expect(lines.at(-1), shown).toBe('');
}

/** What an operator finds after the program has ended: the shell as it was, and no fault. */
export function expectTerminalRestored(session: TerminalSession): void {
  expect(session.onAlternateScreen()).toBe(false);
  expect(session.cursorVisible()).toBe(true);
  expect(session.output()).not.toMatch(STACK_TRACE);
}
