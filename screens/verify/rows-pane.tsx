import { Box, Text } from 'ink';
import { type JSX, memo } from 'react';
import { type ColumnLayout, layoutColumns } from '../../src/pending-exports/column-layout.ts';
import type { ColumnNeeds } from '../../src/pending-exports/column-needs.ts';
import type { ColumnId } from '../../src/pending-exports/columns.ts';
import type { ExportTable } from '../../src/pending-exports/export-table.ts';
import { visibleRange } from '../../src/pending-exports/table-cursor.ts';
import type { View } from '../../src/pending-exports/table-view.ts';
import type { Theme } from '../theme.ts';
import { EDGE_CELLS, formatRow, formatTitles } from './format-row.ts';
import { PieceLine } from './piece-line.tsx';
import type { TableState } from './table-state.ts';

/** The columns on a screen so wide: scrolled as little as needed for the marked one to be in sight. */
export function layoutFor(view: View, marked: ColumnId, width: number, needs: ColumnNeeds): ColumnLayout {
  const room = width - EDGE_CELLS.left - EDGE_CELLS.right;
  for (let first = 0; ; first += 1) {
    const layout = layoutColumns(view.columns, room, view.frozen, first, needs);
    const inSight = layout.columns.some(({ column }) => column.id === marked);
    if (inSight || first >= view.columns.length) return layout;
  }
}

/** The line of titles and the rows in sight, one `<Text>` each. */
export function RowsPane({
  table,
  state,
  theme,
  width,
  height,
}: {
  readonly table: ExportTable;
  readonly state: TableState;
  readonly theme: Theme;
  readonly width: number;
  /** Lines for rows, without the titles. */
  readonly height: number;
}): JSX.Element {
  const { view } = state.view;
  const layout = layoutFor(view, state.marked, width, state.needs);
  const range = visibleRange(state.rows.length, state.cursor.selected, state.cursor.top, height);
  const places = Array.from({ length: range.count }, (_, index) => range.top + index);
  return (
    <Box flexDirection="column">
      <PieceLine pieces={formatTitles(layout, state.marked, view.sort, theme.mark)} theme={theme} />
      {places.map((place) => (
        <RowLine
          key={place}
          table={table}
          row={state.rows[place] ?? 0}
          layout={layout}
          layoutKey={layoutKey(layout)}
          theme={theme}
          pointed={place === range.selected}
          width={width}
        />
      ))}
    </Box>
  );
}

/** The same for layouts that draw a row alike: a row is then not drawn again. */
function layoutKey(layout: ColumnLayout): string {
  return layout.columns.map(({ column, width }) => `${column.id}${width}`).join();
}

interface RowLineProps {
  readonly table: ExportTable;
  readonly row: number;
  readonly layout: ColumnLayout;
  readonly layoutKey: string;
  readonly theme: Theme;
  readonly pointed: boolean;
  readonly width: number;
}

// A row of the table never changes: only where it stands, and how.
const RowLine = memo(
  function RowLine({ table, row, layout, theme, pointed, width }: RowLineProps): JSX.Element {
    return <PieceLine pieces={formatRow(table, row, layout, theme, pointed, width)} theme={theme} />;
  },
  (a, b) =>
    a.table === b.table &&
    a.row === b.row &&
    a.layoutKey === b.layoutKey &&
    a.theme === b.theme &&
    a.pointed === b.pointed &&
    a.width === b.width,
);

/** What stands in the place of rows where there are none. */
export function NoRows({
  lines,
  theme,
}: {
  readonly lines: readonly string[];
  readonly theme: Theme;
}): JSX.Element {
  return (
    <Box flexDirection="column" paddingLeft={EDGE_CELLS.left} paddingTop={1}>
      {lines.map((line) => (
        <Text key={line} wrap="wrap" {...theme.style('heading')}>
          {line}
        </Text>
      ))}
    </Box>
  );
}
