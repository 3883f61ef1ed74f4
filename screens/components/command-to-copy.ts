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
 * A command as pieces of at most `width` cells, broken after a space where one is near. Joined, the pieces are the
 * command as it can be shown: nothing is trimmed, because a space can matter.
 */
export function commandPieces(command: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(printable(command))) {
    if (piece !== '' && cellWidth(piece) + cellWidth(segment) > width) {
      const space = piece.lastIndexOf(' ') + 1;
      const cut = space > width / 2 ? space : piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** A command as lines: the shell it is for, whether `c` copies it, then the whole of it. */
export function commandLines(command: Command, width: number, marked: boolean, theme: Theme): ScreenLine[] {
  const pointer = marked ? theme.mark.pointer : ' ';
  const said = `${pointer} ${SHELL_NAMES[command.shell]}${marked ? ' (c copies it)' : ''}`;
  const lead = `  ${theme.mark.vertical} `;
  const pieces = command.text.split('\n').flatMap((line) => commandPieces(line, Math.max(8, width - 4)));
  return [
    { text: said, meaning: marked ? 'heading' : 'muted' },
    ...pieces.map((piece): ScreenLine => ({ text: lead + piece, meaning: 'plain' })),
  ];
}
