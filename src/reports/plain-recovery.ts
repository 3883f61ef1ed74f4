import { QUESTIONS } from '../recovery/questions.ts';
import { type Answers, recommend } from '../recovery/recommend.ts';

/** The questions of disaster recovery with these answers, and the strategy for them: plain text, a paragraph a line. */
export function plainRecovery(answers: Answers): string[] {
  const open = QUESTIONS.filter(({ id }) => !Object.hasOwn(answers, id));
  return [
    ...QUESTIONS.flatMap((_, index) => questionLines(index, answers)),
    ...(open.length === 0
      ? []
      : [
          'Answer one question or more, for example:',
          '      stagewalk recover --answer downtime=hours --answer real-time=no',
          '',
        ]),
    ...recommendationLines(answers),
  ];
}

function questionLines(index: number, answers: Answers): string[] {
  const question = QUESTIONS[index];
  if (question === undefined) return [];
  const { id, options } = question;
  return [
    `${index + 1}. ${question.question}`,
    `  Why: ${question.why}`,
    ...options.map((option) => {
      const chosen = answers[id] === option.id ? ', your answer' : '';
      return `  - ${option.label} (${id}=${option.id})${chosen}`;
    }),
    '',
  ];
}

function recommendationLines(answers: Answers): string[] {
  const { title, reasons, rejected, findOut, sql, runbooks } = recommend(answers);
  return [
    `Recommended: ${title}`,
    ...reasons.map((reason) => `  - ${reason}`),
    ...rejected.map((other) => `  - Why not "${other.title}": ${other.why}`),
    ...(findOut.length === 0 ? [] : ['', 'Find out:', ...findOut.map((what) => `  - ${what}`)]),
    '',
    `SQL Server: ${sql.advice}`,
    ...sql.supported.map((what) => `  Supported: ${what}`),
    ...sql.unsupported.map((what) => `  Not supported: ${what}`),
    ...runbooks.flatMap((runbook) => [
      '',
      `Runbook: ${runbook.title}`,
      ...runbook.steps.map((step, index) => `  ${index + 1}. ${step}`),
    ]),
  ];
}
