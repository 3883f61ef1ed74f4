import { compareStrategies } from '../src/recovery/compare.ts';
import { planLine, planWarnings } from '../src/recovery/plan.ts';
import { answerTo, QUESTIONS, type QuestionId } from '../src/recovery/questions.ts';
import { decidingQuestions, recommend, whatWouldChange } from '../src/recovery/recommend.ts';
import { ADVICES } from '../src/recovery/strategies.ts';
import type { AppState } from './app-state.ts';
import { bodyRows } from './components/screen-frame.tsx';
import { type ScreenLine, textLines } from './components/wrapped-text.tsx';

/** A title, a line for each strategy, a line between each two, and the frame. */
export const TABLE_LINES = 2 * ADVICES.length + 3;
/** Below this the table would leave too few lines to read the reasons in. */
const ROWS_FOR_BOTH = 36;

/** Whether the window is high enough for the table and the reasons at once. */
export function showsBoth({ terminal }: Pick<AppState, 'terminal'>): boolean {
  return terminal.rows >= ROWS_FOR_BOTH;
}

/** How many lines of the reasons are seen at once. */
export function strategyRoom(state: Pick<AppState, 'terminal' | 'recovery'>): number {
  const taken = showsBoth(state) || state.recovery.table ? TABLE_LINES : 0;
  return Math.max(1, bodyRows(state.terminal) - taken);
}

/** The strategy for the answers and why, as lines that fit the window; under the table, each strategy in a sentence. */
export function strategyLines({
  walkthrough,
  terminal,
  recovery,
  openedAt,
}: Pick<AppState, 'walkthrough' | 'terminal' | 'recovery' | 'openedAt'>): readonly ScreenLine[] {
  const { answers } = walkthrough;
  const width = terminal.columns;
  const compared = bullets(
    compareStrategies(answers).map(({ sentence }) => sentence),
    width,
  );
  if (recovery.table) return compared;
  const { title, reasons, rejected, findOut, sql, runbooks } = recommend(answers);
  const line = planLine(walkthrough);
  return [
    ...textLines(`Strategy: ${title}`, width, 'heading'),
    ...bullets(reasons, width),
    ...planWarnings(walkthrough, openedAt).flatMap((warning) => textLines(warning, width, 'warning')),
    ...part(
      'What decided',
      bullets(
        decidingQuestions(answers).map((id) => `${shortQuestion(id)} ${labelOf(id, answers)}`),
        width,
      ),
    ),
    ...part(
      'Another answer would change it',
      bullets(
        whatWouldChange(answers).map(
          (other) => `${shortQuestion(other.question)} ${other.label}: then ${other.title}`,
        ),
        width,
      ),
    ),
    ...part('Find out, then answer again', bullets(findOut, width)),
    ...runbooks.flatMap((runbook) => part(`What to do: ${runbook.title}`, numbered(runbook.steps, width))),
    ...part(
      'Why not',
      rejected.flatMap((other) => textLines(`${other.title}: ${other.why}`, width, 'plain', '  - ')),
    ),
    ...part('All strategies for your answers', compared),
    ...part('The database', [
      ...textLines(sql.advice, width, 'plain', '  '),
      ...textLines(`Supported: ${sql.supported.join('; ')}.`, width, 'plain', '  '),
      ...textLines(`Not supported: ${sql.unsupported.join('; ')}.`, width, 'plain', '  '),
      ...textLines(sql.formerly, width, 'plain', '  '),
    ]),
    ...(line === null
      ? []
      : part('The plan', textLines(`${line}. Its runbook: key w.`, width, 'plain', '  '))),
  ];
}

const SHORT: Readonly<Record<QuestionId, string>> = {
  downtime: 'Changes may wait:',
  'old-passwords': 'Old passwords accepted meanwhile:',
  'real-time': 'Real-time operations:',
  complexity: 'Complexity:',
  objects: 'Objects:',
  sql: 'SQL Server:',
  'second-site': 'Second site:',
  'spare-server': 'Spare machine:',
  hypervisor: 'Virtual machine:',
  night: 'Wizard at night:',
  'sign-in': 'Sign-in:',
};

function shortQuestion(id: QuestionId): string {
  return SHORT[id];
}

function labelOf(id: QuestionId, answers: Readonly<Record<string, string>>): string {
  const answer = answerTo(answers, id);
  const options = QUESTIONS.find((question) => question.id === id)?.options;
  return options?.find((option) => option.id === answer)?.label ?? answer;
}

function part(title: string, lines: readonly ScreenLine[]): ScreenLine[] {
  return lines.length === 0
    ? []
    : [{ text: '', meaning: 'plain' }, { text: title, meaning: 'heading' }, ...lines];
}

function bullets(texts: readonly string[], width: number): ScreenLine[] {
  return texts.flatMap((text) => textLines(text, width, 'plain', '  - '));
}

function numbered(texts: readonly string[], width: number): ScreenLine[] {
  return texts.flatMap((text, index) => textLines(text, width, 'plain', `  ${index + 1}. `));
}
