import { Box, Text } from 'ink';
import type { JSX } from 'react';
import type { AppState } from './app-state.ts';
import type { openChoice } from './choice-state.ts';
import { Dialog, dialogWidth } from './components/dialog.tsx';
import { Menu } from './components/menu.tsx';
import { ScreenFrame } from './components/screen-frame.tsx';
import { WrappedText } from './components/wrapped-text.tsx';
import type { Theme } from './theme.ts';

/** One question with a few answers. */
export function ChoiceScreen({
  state,
  open,
  theme,
}: {
  readonly state: AppState;
  readonly open: NonNullable<ReturnType<typeof openChoice>>;
  readonly theme: Theme;
}): JSX.Element {
  const { terminal, walkthrough } = state;
  const { view, choice } = open;
  const width = dialogWidth(terminal);
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={view.kind === 'confirm' ? 'Sure?' : 'Names and folder'}
      training={walkthrough.training !== null}
      scope="choice"
      status={state.status}
    >
      <Dialog
        terminal={terminal}
        theme={theme}
        title={choice.question}
        meaning={view.kind === 'confirm' ? 'warning' : 'heading'}
      >
        {choice.explained === '' ? null : (
          <Box flexDirection="column">
            <WrappedText text={choice.explained} theme={theme} width={width} />
          </Box>
        )}
        <Text> </Text>
        <Menu theme={theme} width={width} lines={choice.options} cursor={view.cursor} />
      </Dialog>
    </ScreenFrame>
  );
}
