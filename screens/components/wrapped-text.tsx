import { Text } from 'ink';
import type { JSX } from 'react';
import { cellWidth, truncate, wrap } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Meaning, Theme } from '../theme.ts';

/** One line of a screen, not wider than the screen, free of control characters. */
export interface ScreenLine {
  readonly text: string;
  readonly meaning: Meaning;
}

/**
 * A text as lines of at most `width` cells, safe for the terminal; line ends in it are kept. `lead` stands before
 * the first line (`1. `), the following ones are indented as far.
 */
export function textLines(text: string, width: number, meaning: Meaning = 'plain', lead = ''): ScreenLine[] {
  const room = Math.max(1, width - cellWidth(lead));
  const indent = ' '.repeat(cellWidth(lead));
  const safe = text.split('\n').map(printable).join('\n');
  return wrap(safe, room).map((line, index) => ({ text: (index === 0 ? lead : indent) + line, meaning }));
}

/** Lines, one `<Text>` each: `height` of them from `top`. */
export function Lines({
  lines,
  theme,
  width,
  top = 0,
  height = lines.length,
}: {
  readonly lines: readonly ScreenLine[];
  readonly theme: Theme;
  readonly width: number;
  readonly top?: number;
  readonly height?: number;
}): JSX.Element[] {
  return lines.slice(top, top + height).map(({ text, meaning }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
    <Text key={index} wrap="truncate" {...theme.style(meaning)}>
      {truncate(text, width, theme.mark.ellipsis).trimEnd() || ' '}
    </Text>
  ));
}

/** A text of any length and content, broken into lines of `width` cells. */
export function WrappedText({
  text,
  theme,
  width,
  meaning = 'plain',
}: {
  readonly text: string;
  readonly theme: Theme;
  readonly width: number;
  readonly meaning?: Meaning;
}): JSX.Element[] {
  return Lines({ lines: textLines(text, width, meaning), theme, width });
}
