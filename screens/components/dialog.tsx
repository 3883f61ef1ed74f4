import { Box, Text } from 'ink';
import type { JSX, ReactNode } from 'react';
import { truncate } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import type { Meaning, Theme } from '../theme.ts';

/** Cells across that a dialog leaves to what it holds. */
export function dialogWidth(terminal: Terminal): number {
  return Math.min(terminal.columns, 100) - 4;
}

/** A box that asks for one thing, with its title in the first line. Stands in the body of a screen frame. */
export function Dialog({
  terminal,
  theme,
  title,
  meaning = 'heading',
  children,
}: {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly title: string;
  readonly meaning?: Meaning;
  readonly children: ReactNode;
}): JSX.Element {
  const width = dialogWidth(terminal);
  return (
    <Box
      flexDirection="column"
      borderStyle={theme.border}
      paddingX={1}
      width={width + 4}
      flexShrink={0}
      overflow="hidden"
    >
      <Text wrap="truncate" {...theme.style(meaning)}>
        {truncate(printable(title), width, theme.mark.ellipsis)}
      </Text>
      {children}
    </Box>
  );
}
