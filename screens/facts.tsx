import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { cellWidth, truncate } from '../src/terminal/cells.ts';
import { printable } from '../src/terminal/printable.ts';
import type { AppState, View } from './app-state.ts';
import { bodyRows, ScreenFrame } from './components/screen-frame.tsx';
import { TextField } from './components/text-field.tsx';
import { Lines, type ScreenLine, textLines } from './components/wrapped-text.tsx';
import { type FactRow, factRows } from './fact-fields.ts';
import { factProblem } from './facts-state.ts';
import type { Theme } from './theme.ts';

const LABEL_WIDTH = 32;
/** The longest of what is said above the form, at 80 columns. */
const HINT_LINES = 3;

/** The form of names, connectors, folder and purpose: entered once, used by every command. */
export function FactsScreen({
  state,
  view,
  theme,
  onTyped,
  onCancel,
}: {
  readonly state: AppState;
  readonly view: Extract<View, { kind: 'facts' }>;
  readonly theme: Theme;
  readonly onTyped: (text: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { terminal, walkthrough } = state;
  const rows = factRows(walkthrough.facts, view.asked);
  const cursor = Math.min(view.cursor, rows.length - 1);
  const hint = hintLines(rows[cursor], terminal.columns);
  const height = bodyRows(terminal) - HINT_LINES - 1;
  const top = Math.floor(cursor / height) * height;
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title="Names and folder"
      place={`line ${cursor + 1} of ${rows.length}`}
      training={walkthrough.training !== null}
      scope={view.typing ? 'field' : 'facts'}
      status={state.status}
    >
      <Box flexDirection="column" height={HINT_LINES + 1} flexShrink={0}>
        <Lines lines={hint} theme={theme} width={terminal.columns} height={HINT_LINES} />
      </Box>
      {rows.slice(top, top + height).map((row, index) => (
        <FactLine
          key={rowKey(row)}
          row={row}
          theme={theme}
          width={terminal.columns}
          marked={top + index === cursor}
          typing={view.typing && top + index === cursor}
          onTyped={onTyped}
          onCancel={onCancel}
        />
      ))}
    </ScreenFrame>
  );
}

function FactLine({
  row,
  theme,
  width,
  marked,
  typing,
  onTyped,
  onCancel,
}: {
  readonly row: FactRow;
  readonly theme: Theme;
  readonly width: number;
  readonly marked: boolean;
  readonly typing: boolean;
  readonly onTyped: (text: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { mark } = theme;
  const pointer = marked ? mark.pointer : ' '.repeat(cellWidth(mark.pointer));
  const label = `${pointer} ${row.label.padEnd(LABEL_WIDTH)}`;
  const room = width - cellWidth(label);
  if (typing) {
    return (
      <Box width={width} height={1}>
        <Text>{label}</Text>
        <TextField theme={theme} width={room} initial={row.value} onAccept={onTyped} onCancel={onCancel} />
      </Box>
    );
  }
  const value = row.value === '' ? missing(row) : printable(row.value);
  return (
    <Text wrap="truncate" {...theme.style(marked ? 'selected' : 'plain')}>
      {label + truncate(value, room, mark.ellipsis)}
    </Text>
  );
}

function missing(row: FactRow): string {
  return row.kind === 'connector' && row.index > 0 ? '' : '(not said yet)';
}

function rowKey(row: FactRow): string {
  return row.kind === 'connector' ? `connector ${row.index}` : row.fact;
}

function hintLines(row: FactRow | undefined, width: number): ScreenLine[] {
  const problem = row ? factProblem(row) : null;
  return problem === null ? textLines(hintOf(row), width, 'muted') : textLines(problem, width, 'danger');
}

function hintOf(row: FactRow | undefined): string {
  if (!row) return '';
  if (row.kind === 'connector') {
    return 'As Synchronization Service, tab Connectors, names it. Several at once: with commas between.';
  }
  return HINTS[row.fact] ?? 'Enter shows the answers.';
}

const HINTS: Readonly<Record<string, string>> = {
  stagingServer: 'The computer name of the server in staging mode. It is typed again before the switch.',
  activeServer: 'The computer name of the server that exports today.',
  aadConnector: 'As Synchronization Service names it; as a rule: contoso.onmicrosoft.com - AAD',
  exportFolder:
    'A whole path that outlives the session. %TEMP% of an RDP session can be deleted at sign-off.',
  deletionThreshold:
    'With this many deletes in one export the AAD connector exports nothing at all; 500 unless changed.',
};
