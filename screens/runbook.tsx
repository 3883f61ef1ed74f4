import { Text } from 'ink';
import type { JSX } from 'react';
import type { AppState, View } from './app-state.ts';
import { ScreenFrame } from './components/screen-frame.tsx';
import { TextField } from './components/text-field.tsx';
import { WrappedText } from './components/wrapped-text.tsx';
import type { Theme } from './theme.ts';

const PROPOSED = 'recovery-runbook.html';

/** Asks where to write the runbook. A file that is there is written over only after a second Enter. */
export function RunbookScreen({
  state,
  view,
  theme,
  onTyped,
  onCancel,
}: {
  readonly state: AppState;
  readonly view: Extract<View, { kind: 'runbook' }>;
  readonly theme: Theme;
  readonly onTyped: (path: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const { terminal, walkthrough } = state;
  const shared = { theme, width: terminal.columns };
  const { refused } = view;
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title="Write the runbook"
      training={walkthrough.training !== null}
      scope="field"
      status={state.status}
    >
      <WrappedText
        {...shared}
        text="The plan for the loss of the server, step by step, with the names of your servers and connectors, boxes to tick and times to write in. Print it, and keep it where the loss of the server does not reach."
      />
      <Text> </Text>
      <WrappedText
        {...shared}
        text="To which file? Its ending says the form: .html or .md. Without a folder it goes where stagewalk was started."
      />
      <TextField
        theme={theme}
        width={terminal.columns}
        initial={PROPOSED}
        isActive={!state.help}
        onAccept={onTyped}
        onCancel={onCancel}
      />
      {view.writing ? <WrappedText {...shared} text="Writing." /> : null}
      {refused && !view.writing ? (
        <WrappedText {...shared} text={`Not written: ${refused.said}`} meaning="warning" />
      ) : null}
      {refused?.exists && !view.writing ? (
        <WrappedText
          {...shared}
          text="Enter again writes over that file, and what it holds is lost. Another name, or Esc, leaves it."
        />
      ) : null}
    </ScreenFrame>
  );
}
