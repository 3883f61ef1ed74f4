import { Box, Text } from 'ink';
import { Table } from 'ink-table';
import type { JSX, PropsWithChildren } from 'react';
import { QUESTIONS, type Question } from '../src/recovery/questions.ts';
import { recommend } from '../src/recovery/recommend.ts';
import { STRATEGY_NAMES } from '../src/recovery/strategies.ts';
import type { AppState } from './app-state.ts';
import { Menu } from './components/menu.tsx';
import { bodyRows, ScreenFrame } from './components/screen-frame.tsx';
import { Lines, textLines } from './components/wrapped-text.tsx';
import { openQuestion } from './recovery-state.ts';
import { strategyLines } from './strategy-lines.ts';
import type { Theme } from './theme.ts';

/** Three strategies, a line between each two, a frame and titles. */
const COMPARISON_LINES = 9;
/** Below this the comparison would leave too few lines to read the reasons in. */
const ROWS_FOR_COMPARISON = 30;

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
      leftOut={question ? NOTHING : ON_STRATEGY}
    >
      {question ? (
        <Asked state={state} question={question} theme={theme} />
      ) : (
        <Answered state={state} theme={theme} />
      )}
    </ScreenFrame>
  );
}

const NOTHING: ReadonlySet<string> = new Set();
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
  const compared = terminal.rows >= ROWS_FOR_COMPARISON;
  const height = bodyRows(terminal) - (compared ? COMPARISON_LINES : 0);
  const lines = strategyLines(walkthrough.answers, terminal.columns);
  const top = Math.min(recovery.top, Math.max(0, lines.length - height));
  return (
    <>
      {compared ? <Comparison answers={walkthrough.answers} unicode={terminal.unicode} /> : null}
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
  const [first, second] = recommend(answers).runbooks.map(({ title }) => title);
  const verdict = (strategy: string): string => {
    if (strategy === first) return 'recommended';
    return strategy === second ? 'behind it' : 'not needed';
  };
  const data = Object.values(STRATEGY_NAMES).map((strategy) => ({
    Strategy: strategy,
    'For your answers': verdict(strategy),
  }));
  return (
    <Box flexDirection="column" height={COMPARISON_LINES} flexShrink={0}>
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
