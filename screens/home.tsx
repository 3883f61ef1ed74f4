import { Text } from 'ink';
import type { JSX } from 'react';
import { planWarnings } from '../src/recovery/plan.ts';
import { progress } from '../src/walkthrough/progress.ts';
import { stepsFor } from '../src/walkthrough/steps.ts';
import type { AppState } from './app-state.ts';
import { Menu } from './components/menu.tsx';
import { bodyRows, ScreenFrame } from './components/screen-frame.tsx';
import { Lines, type ScreenLine, textLines } from './components/wrapped-text.tsx';
import { homeChoices } from './home-state.ts';
import type { Theme } from './theme.ts';

/** Where everything begins: start or go on, train, triage, and how far each step is. */
export function Home({ state, theme }: { readonly state: AppState; readonly theme: Theme }): JSX.Element {
  const { terminal, walkthrough } = state;
  const choices = homeChoices(state);
  const { stagingServer } = walkthrough.facts;
  const said = introduction(state);
  const steps = stepLines(state);
  // A line stands between each two; the menu is always whole, and the steps are shown where all of them have room.
  const room = bodyRows(terminal) - choices.length - 1;
  const withSteps = said.length + 1 + steps.length <= room;
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
      <Lines lines={firstOf(said, room)} theme={theme} width={terminal.columns} />
      <Text> </Text>
      <Menu
        theme={theme}
        width={terminal.columns}
        lines={choices.map(({ label }) => label)}
        cursor={Math.min(state.homeCursor, choices.length - 1)}
      />
      {withSteps ? <Text> </Text> : null}
      {withSteps ? <Lines lines={steps} theme={theme} width={terminal.columns} /> : null}
    </ScreenFrame>
  );
}

function introduction({ terminal, walkthrough, training, notice, openedAt }: AppState): ScreenLine[] {
  const { columns } = terminal;
  return [
    ...(notice === null ? [] : textLines(notice, columns, 'warning')),
    ...planWarnings(walkthrough, openedAt).flatMap((warning) => textLines(warning, columns, 'warning')),
    ...(walkthrough.training === null
      ? textLines(
          'Verify a server in staging mode and make it the active one. stagewalk never exports and never ' +
            'changes staging mode: it says how, and you do it.',
          columns,
        )
      : [
          ...textLines(training?.title ?? walkthrough.training, columns, 'heading'),
          ...textLines(training?.story ?? '', columns),
        ]),
  ];
}

function firstOf(lines: readonly ScreenLine[], room: number): readonly ScreenLine[] {
  if (lines.length <= room) return lines;
  const rest = { text: '(The whole story: stagewalk train --plain)', meaning: 'muted' } as const;
  return [...lines.slice(0, Math.max(0, room - 1)), rest];
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
