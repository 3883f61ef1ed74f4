import { NOTES } from './notes.ts';
import { type Answers, answerTo, QUESTIONS, type QuestionId, UNKNOWN } from './questions.ts';
import { holds, RULES, type Rule } from './rules.ts';
import { type SqlAdvice, sqlAdvice } from './sql-advice.ts';
import { type Recommended, RUNBOOKS, STRATEGY_NAMES, type Strategy, titleOf } from './strategies.ts';

/** A strategy for the loss of the server, with what speaks for it and against the others. */
export interface Recommendation {
  readonly recommended: Recommended;
  /** Its name, for people. */
  readonly title: string;
  /** One sentence each; what decided comes first. */
  readonly reasons: readonly string[];
  readonly rejected: readonly { readonly strategy: Strategy; readonly title: string; readonly why: string }[];
  /** What is not known, and what it would change, a sentence each. */
  readonly findOut: readonly string[];
  readonly sql: SqlAdvice;
  /** The rules that hold for these answers. */
  readonly rules: readonly Rule[];
  /** What it asks for, strategy by strategy, in order. */
  readonly runbooks: readonly { readonly title: string; readonly steps: readonly string[] }[];
}

const IF_KNOWN: Readonly<Record<QuestionId, string>> = {
  downtime:
    'How long changes may wait: ask the business. With a day or some hours a standby may not be needed.',
  'old-passwords':
    'Whether old passwords may go on working in the cloud, or whether password hash synchronization is used at all: ask who owns security. If so, a standby may not be needed.',
  'real-time':
    'Whether anything works in real time: look in the wizard, optional features, for password writeback. If nothing does, a standby may not be needed.',
  complexity:
    'How much is customized: count the connectors in Synchronization Service and the rules without a Microsoft tag in the rules editor. Much of it asks for a standby.',
  objects:
    'How many objects there are: the connector to Microsoft Entra ID in Synchronization Service counts them. Above some 100,000 a rebuild takes longer, and SQL Server Express ends.',
  sql: 'Which SQL Server is used: View or export current configuration in the wizard names it.',
  'second-site': 'Whether there is a second site: ask who runs the data centre. A standby belongs there.',
  'spare-server': 'Whether a machine can be had within an hour: ask who runs the servers.',
  hypervisor:
    'Whether the server can be a virtual machine that moves to another host: ask who runs the hypervisor. Then a rebuild may not be needed for the loss of a host.',
  night:
    'Who may run the wizard at night, and has a Hybrid Identity Administrator: ask who plans the on-call duty.',
  'sign-in':
    'How people sign in: the wizard, Change user sign-in, shows it. With pass-through authentication the agents need a look of their own.',
};

/** What to do for the loss of the server, given these answers. While one that decides is not known, the safe one. */
export function recommend(answers: Answers): Recommendation {
  const rules = RULES.filter((rule) => holds(rule.when, answers));
  const first = firstOf(rules);
  const beside = rules.filter((rule) => rule.effect === 'with' && rule.beside === first);
  const strategies = [first, ...new Set(beside.map(({ strategy }) => strategy))];
  return {
    recommended: strategies.join('+') as Recommended,
    title: titleOf(strategies),
    reasons: [...reasonsFor(first, rules), ...beside.map(({ why }) => why), ...notesFor(strategies, answers)],
    rejected: rejectedBeside(strategies, rules),
    findOut: QUESTIONS.filter(({ id }) => answerTo(answers, id) === UNKNOWN).map(({ id }) => IF_KNOWN[id]),
    sql: sqlAdvice(answers),
    rules,
    runbooks: strategies.map((strategy) => ({ title: STRATEGY_NAMES[strategy], steps: RUNBOOKS[strategy] })),
  };
}

/** The cheapest strategy that no rule refuses; a standby where one asks for it, or where nothing else is left. */
function firstOf(rules: readonly Rule[]): Strategy {
  if (rules.some(({ effect }) => effect === 'first')) return 'staging';
  const refused = refusedBy(rules);
  if (!refused.has('virtual-machine')) return 'virtual-machine';
  return refused.has('rebuild') ? 'staging' : 'rebuild';
}

function refusedBy(rules: readonly Rule[]): ReadonlySet<Strategy> {
  return new Set(rules.filter(({ effect }) => effect === 'not-first').map(({ strategy }) => strategy));
}

function reasonsFor(first: Strategy, rules: readonly Rule[]): string[] {
  const asking = rules.filter(({ effect }) => effect === 'first').map(({ why }) => why);
  if (first !== 'staging' || asking.length > 0) return asking;
  // A standby that nothing asks for is what is left: why the others are not enough decides.
  return rules.filter(({ effect }) => effect === 'not-first').map(({ why }) => why);
}

function notesFor(strategies: readonly Strategy[], answers: Answers): string[] {
  return NOTES.filter(
    ({ strategy, when }) => (strategy === null || strategies.includes(strategy)) && holds(when, answers),
  ).map(({ sentence }) => sentence);
}

const NOT_NEEDED: Readonly<Record<Strategy, string>> = {
  rebuild:
    'Installation, first import and synchronization take a few hours, and need somebody who can do it. Keep what it needs all the same.',
  staging: 'A second server to pay, patch and keep alike, for a speed that nobody asks for.',
  'virtual-machine':
    'A machine that moves helps when its host fails, not when Windows, the database or the site is lost. Both servers may be virtual machines.',
};

function rejectedBeside(strategies: readonly Strategy[], rules: readonly Rule[]): Recommendation['rejected'] {
  return (Object.keys(STRATEGY_NAMES) as Strategy[])
    .filter((strategy) => !strategies.includes(strategy))
    .map((strategy) => {
      const against = rules.filter((rule) => rule.effect === 'not-first' && rule.strategy === strategy);
      const why = against.length > 0 ? against.map((rule) => rule.why).join(' ') : NOT_NEEDED[strategy];
      return { strategy, title: STRATEGY_NAMES[strategy], why };
    });
}

/** A change of one answer that would change the advice. */
export interface OtherAdvice {
  readonly question: QuestionId;
  readonly option: string;
  readonly label: string;
  readonly title: string;
}

/** Which other answer to one question would lead to another strategy: all of them, in the order of the questions. */
export function whatWouldChange(answers: Answers): readonly OtherAdvice[] {
  const now = recommend(answers).recommended;
  return QUESTIONS.flatMap(({ id, options }) =>
    options
      .filter((option) => option.id !== UNKNOWN && option.id !== answerTo(answers, id))
      .map((option) => ({ option, other: recommend({ ...answers, [id]: option.id }) }))
      .filter(({ other }) => other.recommended !== now)
      .map(({ option, other }) => ({
        question: id,
        option: option.id,
        label: option.label,
        title: other.title,
      })),
  );
}

/** The questions whose answers decided: those of the rules that hold, and those whose other answer would change it. */
export function decidingQuestions(answers: Answers): readonly QuestionId[] {
  const { recommended, rules } = recommend(answers);
  const asked = rules
    .filter(({ effect, beside }) => effect !== 'with' || recommended.startsWith(beside ?? ''))
    .flatMap(({ when }) => Object.keys(when));
  const decided = new Set([...asked, ...whatWouldChange(answers).map(({ question }) => question)]);
  return QUESTIONS.map(({ id }) => id).filter((id) => decided.has(id));
}
