import { cellWidth } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Command } from '../../src/walkthrough/walkthrough.ts';
import type { Theme } from '../theme.ts';
import type { ScreenLine } from './wrapped-text.tsx';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const SHELL_NAMES: Readonly<Record<Command['shell'], string>> = {
  cmd: 'Command Prompt',
  powershell: 'PowerShell',
};

/**
 * A command as pieces of at most `width` cells, broken after a space where one is near, else after a backslash. Joined, the pieces are the
 * command as it can be shown: nothing is trimmed, because a space can matter.
 */
export function commandPieces(command: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(printable(command))) {
    if (piece !== '' && cellWidth(piece) + cellWidth(segment) > width) {
      const ends = [piece.lastIndexOf(' ') + 1, piece.lastIndexOf('\\') + 1];
      const cut = ends.find((end) => end > width / 2) ?? piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** The commands of an item as lines: the shell once before its commands, a bar before each, a pointer at the marked one. */
export function commandsLines(
  commands: readonly Command[],
  marked: number,
  width: number,
  theme: Theme,
): ScreenLine[] {
  return commands.flatMap((command, index) => [
    ...(commands[index - 1]?.shell === command.shell
      ? []
      : [{ text: `  ${SHELL_NAMES[command.shell]}`, meaning: 'muted' } as const]),
    ...commandLines(command, width, index === marked, theme),
  ]);
}

/** One command, whole; what follows its first line has no bar. */
function commandLines({ text }: Command, width: number, marked: boolean, theme: Theme): ScreenLine[] {
  const pieces = text.split('\n').flatMap((line) => commandPieces(line, Math.max(8, width - 4)));
  return pieces.map((piece, index) => ({
    text: (index > 0 ? '    ' : marked ? markedLead(theme) : `  ${theme.mark.vertical} `) + piece,
    meaning: marked ? 'heading' : 'plain',
  }));
}

/** How the first line of the marked command begins. */
export function markedLead({ mark }: Theme): string {
  return `${mark.pointer} ${mark.vertical} `;
}
