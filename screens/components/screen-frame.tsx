import { Box, Text } from 'ink';
import type { JSX, ReactNode } from 'react';
import { cellWidth, truncate } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import type { KeyScope } from '../keys.ts';
import type { Meaning, Theme } from '../theme.ts';
import { Footer } from './footer.tsx';

export interface Status {
  readonly text: string;
  readonly meaning: Meaning;
}

/** Lines that a frame keeps for itself: title, rule, status, keys. */
const FRAME_LINES = 4;

/**
 * Lines down of a frame: one fewer than the window, because a Windows console scrolls when the last cell of its
 * last line is written (ink#971).
 */
function frameRows(terminal: Terminal): number {
  return Math.max(1, terminal.rows - 1);
}

/** Lines that a frame leaves to what it holds. */
export function bodyRows(terminal: Terminal): number {
  return Math.max(1, frameRows(terminal) - FRAME_LINES);
}

/** What every screen stands in: its title, TRAINING where nothing is real, a line that says what happened, its keys. */
export function ScreenFrame({
  terminal,
  theme,
  title,
  place = '',
  training,
  scope,
  status = null,
  leftOut,
  footer,
  children,
}: {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly title: string;
  /** Where this stands, at the right: `Step 2 of 6`, `3 of 9 done`. */
  readonly place?: string;
  readonly training: boolean;
  readonly scope: KeyScope;
  readonly status?: Status | null;
  /** Ids of bindings that do nothing here, for the footer. */
  readonly leftOut?: ReadonlySet<string>;
  /** In place of the line of keys. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}): JSX.Element {
  const { columns } = terminal;
  return (
    <Box flexDirection="column" width={columns} height={frameRows(terminal)} overflowY="hidden">
      <Header theme={theme} columns={columns} title={title} place={place} training={training} />
      <Text wrap="truncate" {...theme.style('muted')}>
        {theme.mark.horizontal.repeat(columns)}
      </Text>
      <Box flexDirection="column" height={bodyRows(terminal)} overflowY="hidden" flexShrink={0}>
        {children}
      </Box>
      <Text wrap="truncate" {...theme.style(status?.meaning ?? 'plain')}>
        {truncate(printable(status?.text ?? ''), columns, theme.mark.ellipsis) || ' '}
      </Text>
      {footer ?? (
        <Footer
          scope={scope}
          theme={theme}
          columns={columns}
          {...(leftOut === undefined ? {} : { leftOut })}
        />
      )}
    </Box>
  );
}

function Header({
  theme,
  columns,
  title,
  place,
  training,
}: {
  readonly theme: Theme;
  readonly columns: number;
  readonly title: string;
  readonly place: string;
  readonly training: boolean;
}): JSX.Element {
  const told = training ? 'TRAINING, nothing here is real' : '';
  const right = printable(place);
  const room = columns - (told ? cellWidth(told) + 2 : 0) - (right ? cellWidth(right) + 2 : 0);
  const left = truncate(printable(title), Math.max(1, room), theme.mark.ellipsis);
  const taken = cellWidth(left) + (told ? cellWidth(told) + 2 : 0) + cellWidth(right);
  return (
    <Text wrap="truncate">
      <Text {...theme.style('heading')}>{left}</Text>
      {told ? <Text {...theme.style('training')}>{`  ${told}`}</Text> : ''}
      {' '.repeat(Math.max(0, columns - taken))}
      {right}
    </Text>
  );
}
