import { Box, Text } from 'ink';
import type { JSX } from 'react';
import type { ColumnNeeds } from '../../src/pending-exports/column-needs.ts';
import type { View } from '../../src/pending-exports/table-view.ts';
import { inCells } from '../../src/terminal/cells.ts';
import { topFor } from '../components/scrolling.ts';
import type { Theme } from '../theme.ts';
import { type ListedColumn, listColumns } from './column-list.ts';

/** The list of columns: what is shown, in which order, how wide, and which stay when the others scroll. */
export function ColumnsPane({
  view,
  needs,
  at,
  theme,
  width,
  height,
}: {
  readonly view: View;
  readonly needs: ColumnNeeds;
  /** The marked line. */
  readonly at: number;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}): JSX.Element {
  const columns = listColumns(view, needs);
  const marked = Math.max(0, Math.min(at, columns.length - 1));
  const lines = height - 1;
  const top = topFor(marked, 0, lines, columns.length);
  return (
    <Box flexDirection="column">
      <Text wrap="truncate" {...theme.style('heading')}>
        {`Columns: ${view.columns.length} of ${columns.length} shown, from left to right`}
      </Text>
      {columns.slice(top, top + lines).map((column, index) => (
        <Text
          key={column.id}
          wrap="truncate"
          {...theme.style(top + index === marked ? 'selected' : column.shown ? 'plain' : 'muted')}
        >
          {inCells(columnLine(column, top + index === marked, theme), width - 1)}
        </Text>
      ))}
    </Box>
  );
}

function columnLine(
  { title, shown, frozen, empty, width }: ListedColumn,
  marked: boolean,
  theme: Theme,
): string {
  const pointer = marked ? theme.mark.pointer : ' ';
  const tick = shown ? theme.mark.ticked : theme.mark.open;
  const said = [
    empty ? 'no row here has one' : '',
    frozen ? 'stays in place' : '',
    width === null ? '' : `${width} wide`,
  ]
    .filter((part) => part !== '')
    .join(', ');
  return `${pointer} ${tick} ${inCells(title, 26)} ${said}`;
}
