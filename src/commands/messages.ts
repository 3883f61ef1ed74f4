import { printable } from '../terminal/printable.ts';
import type { OutputStream } from './command-io.ts';

/** Writes lines for people. What comes from an input in them is made safe for a terminal. */
export function say(stream: OutputStream, ...lines: readonly string[]): void {
  stream.write(lines.map((line) => `${safeLines(line)}\n`).join(''));
}

/** A text with its line ends, and everything else that could move the cursor made visible. */
export function safeLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** `1 object`, `1,200 objects`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Arguments that no command can follow. The message says what is wrong and what to say instead. */
export class ArgumentMistake extends Error {
  override readonly name = 'ArgumentMistake';
}
