import { compareStrategies } from '../recovery/compare.ts';
import { type Answers, answerTo, QUESTIONS } from '../recovery/questions.ts';
import { decidingQuestions, recommend, whatWouldChange } from '../recovery/recommend.ts';

/** The questions of disaster recovery, with these answers: plain text, a paragraph a line. */
export function plainQuestions(answers: Answers): string[] {
  return QUESTIONS.flatMap(({ id, question, why, options }, index) => [
    `${index + 1}. ${question}`,
    `  Why: ${why}`,
    ...options.map((option) => {
      const chosen = answers[id] === option.id ? ', your answer' : '';
      return `  - ${option.label} (${id}=${option.id})${chosen}`;
    }),
    '',
  ]);
}

/** The strategy for these answers, and why: plain text, a paragraph a line. */
export function plainStrategy(answers: Answers): string[] {
  const { title, reasons, rejected, findOut, sql, runbooks } = recommend(answers);
  const changes = whatWouldChange(answers).map(
    (other) => `  - ${other.question}: ${other.label} -> ${other.title}`,
  );
  return [
    `Recommended: ${title}`,
    ...reasons.map((reason) => `  - ${reason}`),
    ...rejected.map((other) => `  - Why not "${other.title}": ${other.why}`),
    '',
    'What decided:',
    ...decidingQuestions(answers).map((id) => `  - ${id}=${answerTo(answers, id)}`),
    ...(changes.length === 0 ? [] : ['', 'Another answer would change the advice:', ...changes]),
    '',
    'All strategies for these answers:',
    ...compareStrategies(answers).map(
      (one) =>
        `  - ${one.verdict === 'ADVISED' ? 'ADVISED. ' : ''}${one.verdict === 'no' ? 'No. ' : ''}${one.sentence}`,
    ),
    ...(findOut.length === 0 ? [] : ['', 'Find out:', ...findOut.map((what) => `  - ${what}`)]),
    '',
    `SQL Server: ${sql.advice}`,
    ...sql.supported.map((what) => `  Supported: ${what}`),
    ...sql.unsupported.map((what) => `  Not supported: ${what}`),
    `  Formerly: ${sql.formerly}`,
    ...runbooks.flatMap((runbook) => [
      '',
      `What it asks for: ${runbook.title}`,
      ...runbook.steps.map((step, index) => `  ${index + 1}. ${step}`),
    ]),
  ];
}
