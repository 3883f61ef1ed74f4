import { Box } from 'ink';
import type { JSX } from 'react';
import type { Terminal } from '../src/terminal/terminal.ts';
import { WrappedText } from './components/wrapped-text.tsx';
import type { Theme } from './theme.ts';

/** The smallest window that the screens fit into. */
export const LEAST_WINDOW = { columns: 80, rows: 24 };

/** Whether the window is too small for the screens. */
export function isTooSmall({ columns, rows }: Pick<Terminal, 'columns' | 'rows'>): boolean {
  return columns < LEAST_WINDOW.columns || rows < LEAST_WINDOW.rows;
}

/** What is needed, and what there is; the screens come back as they were once the window is large enough. */
export function TooSmall({
  terminal,
  theme,
}: {
  readonly terminal: Terminal;
  readonly theme: Theme;
}): JSX.Element {
  const by = terminal.unicode ? '×' : 'x';
  const text =
    `This window is too small: ${LEAST_WINDOW.columns}${by}${LEAST_WINDOW.rows} is needed, ` +
    `there is ${terminal.columns}${by}${terminal.rows}. Make it larger: everything is as you left it. Ctrl+C leaves.`;
  return (
    <Box flexDirection="column" height={Math.max(1, terminal.rows - 1)} overflow="hidden">
      <WrappedText text={text} theme={theme} width={Math.max(1, terminal.columns)} meaning="warning" />
    </Box>
  );
}
