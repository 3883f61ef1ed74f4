import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { cellWidth, truncate } from '../src/terminal/cells.ts';
import { printable } from '../src/terminal/printable.ts';
import type { AppState, View } from './app-state.ts';
import { bodyRows, ScreenFrame } from './components/screen-frame.tsx';
import { TextField } from './components/text-field.tsx';
import { Lines, type ScreenLine, textLines } from './components/wrapped-text.tsx';
import { fileRows } from './files-state.ts';
import type { Theme } from './theme.ts';

/** The choice of the export files whose pending exports the table shows. */
export function FilesScreen({
  state,
  view,
  theme,
  onTyped,
  onCancel,
}: {
  readonly state: AppState;
  readonly view: Extract<View, { kind: 'files' }>;
  readonly theme: Theme;
  readonly onTyped: (text: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { terminal, walkthrough } = state;
  const lines = fileLines(state, view, theme);
  const cursor = Math.min(view.cursor, lines.length - 1);
  const introduction = textLines(lookedText(state, view), terminal.columns, 'muted');
  const height = bodyRows(terminal) - introduction.length - 1;
  const top = Math.floor(cursor / height) * height;
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title="Export files"
      place={view.chosen.length === 0 ? '' : `${view.chosen.length} chosen`}
      training={walkthrough.training !== null}
      scope={view.typing ? 'field' : 'files'}
      status={state.status}
    >
      <Lines lines={introduction} theme={theme} width={terminal.columns} />
      <Text> </Text>
      {view.typing ? (
        <Box width={terminal.columns} height={1}>
          <Text>{'Path of a file: '}</Text>
          <TextField theme={theme} width={terminal.columns - 16} onAccept={onTyped} onCancel={onCancel} />
        </Box>
      ) : (
        <Lines lines={lines} theme={theme} width={terminal.columns} top={top} height={height} />
      )}
    </ScreenFrame>
  );
}

function lookedText({ walkthrough }: AppState, { found }: FilesView): string {
  const { exportFolder } = walkthrough.facts;
  if (exportFolder === '') return 'No folder is entered yet; type the path of a file.';
  if (found === null) return `Looking into ${exportFolder}`;
  if (found.length === 0) return `${exportFolder} holds no export file. Type the path of a file.`;
  const count = found.length === 1 ? '1 export file' : `${found.length} export files`;
  return `${exportFolder} holds ${count}. Several can be chosen: the table shows them as one.`;
}

type FilesView = Extract<View, { kind: 'files' }>;

function fileLines(state: AppState, view: FilesView, theme: Theme): ScreenLine[] {
  const { mark } = theme;
  const { columns } = state.terminal;
  const pointed = (index: number): string =>
    index === view.cursor ? mark.pointer : ' '.repeat(cellWidth(mark.pointer));
  const rows = fileRows(state, view);
  const files = rows.map(({ path, note }, index): ScreenLine => {
    const lead = `${pointed(index)} ${view.chosen.includes(path) ? mark.ticked : mark.open} `;
    const after = note === '' ? '' : `  (${note})`;
    const room = columns - cellWidth(lead) - cellWidth(after);
    return {
      text: lead + shortPath(printable(path), room, mark.ellipsis) + after,
      meaning: index === view.cursor ? 'selected' : 'plain',
    };
  });
  const meaning = view.cursor >= rows.length ? 'selected' : 'plain';
  return [...files, { text: `${pointed(rows.length)}     Type the path of a file`, meaning }];
}

/** The end of a path is what tells files apart: where it is too long, its middle is left out. */
function shortPath(path: string, width: number, ellipsis: string): string {
  if (cellWidth(path) <= width) return path;
  const head = truncate(path, Math.floor(width / 3), ellipsis);
  let tail = Array.from(path);
  while (tail.length > 0 && cellWidth(head) + cellWidth(tail.join('')) > width) tail = tail.slice(1);
  return head + tail.join('');
}
