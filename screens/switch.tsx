import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { truncate } from '../src/terminal/cells.ts';
import { printable } from '../src/terminal/printable.ts';
import type { OpenPoint } from '../src/walkthrough/progress.ts';
import type { AppState } from './app-state.ts';
import { ScreenFrame } from './components/screen-frame.tsx';
import { TextField } from './components/text-field.tsx';
import { useKeys } from './components/use-keys.ts';
import { Lines } from './components/wrapped-text.tsx';
import { guardLines, guardRoom } from './guard-lines.ts';
import { bindingFor, keyNames } from './keys.ts';
import type { Theme } from './theme.ts';

/** What stands before Switch: what is still open, and the name to type. */
export function SwitchGuard({
  state,
  open,
  theme,
  onMove,
  onTyped,
  onCancel,
}: {
  readonly state: AppState;
  readonly open: readonly OpenPoint[];
  readonly theme: Theme;
  /** A key that scrolls, by the id of its binding, while a name can be typed. */
  readonly onMove: (id: string, key: string) => void;
  readonly onTyped: (text: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { terminal, walkthrough, guardTop } = state;
  const { stagingServer } = walkthrough.facts;
  const lines = guardLines(walkthrough, open, terminal.columns);
  const room = guardRoom(terminal);
  const top = Math.min(guardTop, Math.max(0, lines.length - room));
  const seen = Math.min(lines.length, top + room);
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title="Before the switch"
      place={lines.length > room ? `lines ${top + 1} to ${seen} of ${lines.length}` : ''}
      training={walkthrough.training !== null}
      scope="switch"
      status={state.status}
    >
      <Box flexDirection="column" height={room} flexShrink={0}>
        <Lines lines={lines} theme={theme} width={terminal.columns} top={top} height={room} />
      </Box>
      <Text> </Text>
      {stagingServer === '' ? (
        <Text {...theme.style('warning')}>
          The name of the staging server is not entered yet. Enter: enter it.
        </Text>
      ) : (
        <NameField
          server={stagingServer}
          theme={theme}
          width={terminal.columns}
          onMove={onMove}
          onTyped={onTyped}
          onCancel={onCancel}
        />
      )}
    </ScreenFrame>
  );
}

function NameField({
  server,
  theme,
  width,
  onMove,
  onTyped,
  onCancel,
}: {
  readonly server: string;
  readonly theme: Theme;
  readonly width: number;
  readonly onMove: (id: string, key: string) => void;
  readonly onTyped: (text: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  // The field has no use for these keys; all others are its own.
  useKeys((input, key) => {
    for (const name of keyNames(input, key)) {
      const binding = bindingFor('switch', name);
      if (binding && /\.(up|down|page-up|page-down)$/.test(binding.id)) onMove(binding.id, name);
    }
  });
  return (
    <>
      <Text wrap="truncate">
        {truncate(
          printable(`To go on, type the name of the staging server: ${server}`),
          width,
          theme.mark.ellipsis,
        )}
      </Text>
      <Box width={width} height={1}>
        <Text>{'Name: '}</Text>
        <TextField theme={theme} width={width - 6} onAccept={onTyped} onCancel={onCancel} />
      </Box>
    </>
  );
}
