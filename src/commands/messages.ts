import { describeFault, type InputFault } from '../csexport/input-fault.ts';
import { printable } from '../terminal/printable.ts';
import type { OutputStream } from './command-io.ts';

/** Writes lines for people. A file name or a value in them can neither move the cursor nor begin a line of its own. */
export function say(stream: OutputStream, ...lines: readonly string[]): void {
  stream.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** A fault of an input as two lines: where and what, then what to do next. */
export function linesOfFault(fault: InputFault): [string, string] {
  return [describeFault(fault).slice(0, -fault.next.length - 1), fault.next];
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
