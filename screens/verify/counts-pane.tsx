import { Box, Text } from 'ink';
import { Table } from 'ink-table';
import type { JSX, ReactNode } from 'react';
import type { Summary, TypeCounts } from '../../src/pending-exports/summary.ts';
import { truncate } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import type { Theme } from '../theme.ts';
import { grouped } from './load-text.ts';

/** Lines that the counts take beside the types: the line above, borders and titles, the line below. */
const OTHER_LINES = 6;
const LONGEST_TYPE = 24;

/** How many types are in sight on so many lines: each takes two, a line of its own and one below. */
export function typesInSight(height: number): number {
  return Math.max(1, Math.floor((height - OTHER_LINES) / 2) + 1);
}

/** What waits, by object type and operation. `ink-table` draws all it is given: it gets the types in sight alone. */
export function CountsPane({
  summary,
  theme,
  terminal,
  height,
  top,
}: {
  readonly summary: Summary;
  readonly theme: Theme;
  readonly terminal: Terminal;
  readonly height: number;
  /** The first type in sight. */
  readonly top: number;
}): JSX.Element {
  const types = summary.byType();
  if (types.length === 0) return <Text>No export waits.</Text>;
  const seen = typesInSight(height);
  const first = Math.max(0, Math.min(top, types.length - seen));
  const last = Math.min(types.length, first + seen);
  const more = types.length > seen ? ` Types ${first + 1} to ${last} of ${types.length}.` : '';
  return (
    <Box flexDirection="column" width={terminal.columns}>
      <Text wrap="truncate">{`Exports that wait, by object type.${more}`}</Text>
      <Table
        data={types.slice(first, last).map((one) => countsRow(one, theme))}
        columns={COUNT_COLUMNS}
        {...drawnBy(theme, terminal)}
      />
    </Box>
  );
}

const COUNT_COLUMNS = [
  { key: 'Type' as const },
  ...(['Adds', 'Updates', 'Renames', 'Deletes', 'Others', 'Total'] as const).map((key) => ({
    key,
    align: 'right' as const,
  })),
];

function countsRow({ type, total, counts }: TypeCounts, theme: Theme) {
  const others = counts['delete-add'] + counts.replace + counts.obsolete + counts.other;
  return {
    Type: truncate(printable(type), LONGEST_TYPE, theme.mark.ellipsis) || '(none)',
    Adds: grouped(counts.add),
    Updates: grouped(counts.update),
    Renames: grouped(counts.rename),
    Deletes: grouped(counts.delete),
    Others: grouped(others),
    Total: grouped(total),
  };
}

/** `ink-table` knows one look: blue titles and line art. Ours goes by the theme. */
function drawnBy(theme: Theme, terminal: Terminal) {
  return {
    header: ({ children }: { children?: ReactNode }) => <Text {...theme.style('heading')}>{children}</Text>,
    cell: ({ children }: { children?: ReactNode }) => <Text>{children}</Text>,
    skeleton: ({ children }: { children?: ReactNode }) => (
      <Text {...theme.style('muted')}>{terminal.unicode ? children : inAscii(children)}</Text>
    ),
  };
}

function inAscii(art: ReactNode): ReactNode {
  if (typeof art !== 'string') return art;
  return art
    .replaceAll('─', '-')
    .replaceAll('│', '|')
    .replace(/[┌┐└┘├┤┬┴┼]/g, '+');
}
