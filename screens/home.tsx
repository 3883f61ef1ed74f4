import { Text } from 'ink';
import type { JSX } from 'react';
import { progress } from '../src/walkthrough/progress.ts';
import { stepsFor } from '../src/walkthrough/steps.ts';
import type { AppState } from './app-state.ts';
import { Menu } from './components/menu.tsx';
import { ScreenFrame } from './components/screen-frame.tsx';
import { Lines, type ScreenLine, textLines } from './components/wrapped-text.tsx';
import { homeChoices } from './home-state.ts';
import type { Theme } from './theme.ts';

/** Where everything begins: start or go on, train, triage, and how far each step is. */
export function Home({ state, theme }: { readonly state: AppState; readonly theme: Theme }): JSX.Element {
  const { terminal, walkthrough } = state;
  const choices = homeChoices(state);
  const { stagingServer } = walkthrough.facts;
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title="stagewalk"
      place={stagingServer}
      training={walkthrough.training !== null}
      scope="home"
      status={state.status}
    >
      <Lines lines={introduction(state)} theme={theme} width={terminal.columns} />
      <Text> </Text>
      <Menu
        theme={theme}
        width={terminal.columns}
        lines={choices.map(({ label }) => label)}
        cursor={Math.min(state.homeCursor, choices.length - 1)}
      />
      <Text> </Text>
      <Lines lines={stepLines(state)} theme={theme} width={terminal.columns} />
    </ScreenFrame>
  );
}

function introduction({ terminal, walkthrough, training }: AppState): ScreenLine[] {
  const text =
    walkthrough.training === null
      ? 'Verify a server in staging mode and make it the active one. stagewalk never exports and never ' +
        'changes staging mode: it says how, and you do it.'
      : `Training: ${training?.title ?? walkthrough.training}. A simulated server: nothing real is touched. ` +
        'The table in Verify opens the files that come with it.';
  return textLines(text, terminal.columns);
}

function stepLines({ walkthrough }: AppState): ScreenLine[] {
  const counts = progress(walkthrough);
  return stepsFor(walkthrough.facts, walkthrough).map(({ id, title }): ScreenLine => {
    const { done, required } = counts[id];
    const whole = done === required;
    return {
      text: `   ${title.padEnd(26)} ${done} of ${required} done${whole ? ', complete' : ''}`,
      meaning: whole ? 'good' : 'muted',
    };
  });
}
