import { Box, Text } from 'ink';
import { Table } from 'ink-table';
import type { JSX, PropsWithChildren } from 'react';
import { compareStrategies } from '../src/recovery/compare.ts';
import { QUESTIONS, type Question } from '../src/recovery/questions.ts';
import type { AppState } from './app-state.ts';
import { Menu } from './components/menu.tsx';
import { ScreenFrame } from './components/screen-frame.tsx';
import { Lines, textLines } from './components/wrapped-text.tsx';
import { openQuestion } from './recovery-state.ts';
import { showsBoth, strategyLines, strategyRoom, TABLE_LINES } from './strategy-lines.ts';
import type { Theme } from './theme.ts';

/** Disaster recovery: one question after the other, then the strategy and why. */
export function DisasterRecovery({
  state,
  theme,
}: {
  readonly state: AppState;
  readonly theme: Theme;
}): JSX.Element {
  const question = openQuestion(state);
  const place = question
    ? `question ${state.recovery.question + 1} of ${QUESTIONS.length}`
    : 'all questions answered';
  return (
    <ScreenFrame
      terminal={state.terminal}
      theme={theme}
      title="Disaster recovery"
      place={place}
      training={state.walkthrough.training !== null}
      scope="questions"
      status={state.status}
      leftOut={question ? ON_QUESTION : ON_STRATEGY}
    >
      {question ? (
        <Asked state={state} question={question} theme={theme} />
      ) : (
        <Answered state={state} theme={theme} />
      )}
    </ScreenFrame>
  );
}

const ON_QUESTION: ReadonlySet<string> = new Set(['questions.table', 'questions.runbook']);
const ON_STRATEGY: ReadonlySet<string> = new Set([
  'questions.choose',
  'questions.choose-number',
  'questions.next',
]);

function Asked({
  state,
  question,
  theme,
}: {
  readonly state: AppState;
  readonly question: Question;
  readonly theme: Theme;
}): JSX.Element {
  const { columns } = state.terminal;
  const answer = state.walkthrough.answers[question.id];
  const lines = [
    ...textLines(question.question, columns, 'heading'),
    ...textLines(question.why, columns, 'muted'),
    { text: '', meaning: 'plain' as const },
  ];
  const options = question.options.map(({ id, label }) => (id === answer ? `${label} (your answer)` : label));
  return (
    <>
      <Lines lines={lines} theme={theme} width={columns} />
      <Menu theme={theme} width={columns} lines={options} cursor={state.recovery.cursor} />
    </>
  );
}

function Answered({ state, theme }: { readonly state: AppState; readonly theme: Theme }): JSX.Element {
  const { terminal, walkthrough, recovery } = state;
  const height = strategyRoom(state);
  const lines = strategyLines(state);
  const top = Math.min(recovery.top, Math.max(0, lines.length - height));
  return (
    <>
      {showsBoth(state) || recovery.table ? (
        <Comparison answers={walkthrough.answers} unicode={terminal.unicode} />
      ) : null}
      <Lines lines={lines} theme={theme} width={terminal.columns} top={top} height={height} />
    </>
  );
}

function Comparison({
  answers,
  unicode,
}: {
  readonly answers: Readonly<Record<string, string>>;
  readonly unicode: boolean;
}): JSX.Element {
  const data = compareStrategies(answers).map(({ name, back, waits, cost, ready, verdict }) => ({
    Strategy: name,
    Back: back,
    Waits: waits,
    Cost: cost,
    'Keep ready': ready,
    You: verdict,
  }));
  return (
    <Box flexDirection="column" height={TABLE_LINES} flexShrink={0}>
      <Table data={data} skeleton={unicode ? Drawn : DrawnInAscii} />
    </Box>
  );
}

function Drawn({ children }: PropsWithChildren): JSX.Element {
  return <Text>{children}</Text>;
}

function DrawnInAscii({ children }: PropsWithChildren): JSX.Element {
  return (
    <Text>
      {String(children)
        .replaceAll('│', '|')
        .replaceAll('─', '-')
        .replace(/[┌┐└┘├┤┬┴┼]/g, '+')}
    </Text>
  );
}
