import { QUESTIONS, type QuestionId, UNKNOWN } from './questions.ts';
import { type Recommended, RUNBOOKS, STRATEGY_NAMES, type Strategy } from './strategies.ts';

/** A strategy for the loss of the server, with what speaks for it and against the others. */
export interface Recommendation {
  readonly recommended: Recommended;
  /** Its name, for people. */
  readonly title: string;
  /** One sentence each. */
  readonly reasons: readonly string[];
  readonly rejected: readonly { readonly strategy: Strategy; readonly title: string; readonly why: string }[];
  /** What is not known, and what it would change. Not empty: the recommendation is the safe one until it is known. */
  readonly findOut: readonly string[];
  readonly sql: SqlAdvice;
  /** What it asks for, strategy by strategy, in order. */
  readonly runbooks: readonly { readonly title: string; readonly steps: readonly string[] }[];
}

/** What the database needs. */
interface SqlAdvice {
  readonly advice: string;
  readonly supported: readonly string[];
  readonly unsupported: readonly string[];
}

/** Option id by question id. What is missing, or no option of the question, counts as not known. */
export type Answers = Readonly<Record<string, string>>;

interface Need {
  readonly question: QuestionId;
  readonly answer: string;
  readonly sentence: string;
}

// What only a server that is already running can meet: a rebuild takes hours, and a moved machine only helps when the
// host was what failed.
const NEEDS_STANDBY: readonly Need[] = [
  {
    question: 'downtime',
    answer: 'hour',
    sentence: 'Changes may wait an hour at most: only a server that is already running takes over so fast.',
  },
  {
    question: 'old-passwords',
    answer: 'not-accepted',
    sentence: 'Old passwords must not go on working in the cloud: password hashes must flow again soon.',
  },
  {
    question: 'real-time',
    answer: 'yes',
    sentence:
      'Something works in real time, such as password writeback: it stands still until a server is active.',
  },
];

// A rebuild alone can take the day; a host that fails is the most frequent loss, and a machine that moves is back soon.
const NEEDS_MOVABLE_MACHINE: Need = {
  question: 'downtime',
  answer: 'hours',
  sentence:
    'Changes may wait a few hours: a virtual machine that moves to another host meets that when a host fails, and a rebuild behind it answers the rest.',
};

const IF_KNOWN: Readonly<Record<QuestionId, string>> = {
  downtime:
    'How long changes may wait: ask the business. With a day or some hours a standby may not be needed.',
  'old-passwords':
    'Whether old passwords may go on working in the cloud, or whether password hash synchronization is used at all: ask who owns security. If so, a standby may not be needed.',
  'real-time':
    'Whether anything works in real time: look in the wizard, optional features, for password writeback. If nothing does, a standby may not be needed.',
  sql: 'Which SQL Server is used: View or export current configuration in the wizard names it.',
};

/** What to do for the loss of the server, given these answers. While one is not known, the strategy that is right whatever it is. */
export function recommend(answers: Answers): Recommendation {
  const unknown = QUESTIONS.map(({ id }) => id).filter((id) => answerTo(answers, id) === UNKNOWN);
  const choice = choose(answers, unknown);
  const strategies = choice.recommended.split('+') as Strategy[];
  return {
    recommended: choice.recommended,
    title: strategies.map((strategy) => STRATEGY_NAMES[strategy]).join(', and behind it: '),
    reasons: choice.reasons,
    rejected: choice.rejected.map((one) => ({ ...one, title: STRATEGY_NAMES[one.strategy] })),
    findOut: unknown.map((id) => IF_KNOWN[id]),
    sql: sqlAdvice(answerTo(answers, 'sql')),
    runbooks: strategies.map((strategy) => ({ title: STRATEGY_NAMES[strategy], steps: RUNBOOKS[strategy] })),
  };
}

interface Choice {
  readonly recommended: Recommended;
  readonly reasons: readonly string[];
  readonly rejected: readonly { readonly strategy: Strategy; readonly why: string }[];
}

function choose(answers: Answers, unknown: readonly QuestionId[]): Choice {
  const needs = NEEDS_STANDBY.filter((need) => answerTo(answers, need.question) === need.answer);
  if (needs.length > 0) return standby(needs.map((need) => need.sentence));
  // Which SQL Server it is does not choose between the strategies.
  if (unknown.some((id) => id !== 'sql')) {
    return standby(['Not everything is known: a standby is right whatever the answers are.']);
  }
  const movable = answerTo(answers, NEEDS_MOVABLE_MACHINE.question) === NEEDS_MOVABLE_MACHINE.answer;
  return movable ? MOVABLE : REBUILD;
}

function answerTo(answers: Answers, id: QuestionId): string {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const known = QUESTIONS.find((question) => question.id === id)?.options.some(
    (option) => option.id === answer,
  );
  return known && answer !== undefined ? answer : UNKNOWN;
}

function standby(reasons: readonly string[]): Choice {
  return {
    recommended: 'staging',
    reasons: [...reasons, 'A server in staging mode has the latest changes and takes over after one switch.'],
    rejected: [
      {
        strategy: 'rebuild',
        why: 'Installation, first import and synchronization take a few hours, and need somebody who can do it. Keep what it needs all the same.',
      },
      {
        strategy: 'virtual-machine',
        why: 'A machine that moves helps when its host fails, not when Windows, the database or the site is lost. Both servers may be virtual machines.',
      },
    ],
  };
}

const REBUILD: Choice = {
  recommended: 'rebuild',
  reasons: [
    'Changes may wait a day, and nothing works in real time: a rebuild is done in that time.',
    'The server keeps no state about objects: everything comes back from the two directories, joined by sourceAnchor.',
  ],
  rejected: [
    {
      strategy: 'staging',
      why: 'A second server to pay, patch and keep alike, for a speed that nobody asks for.',
    },
    {
      strategy: 'virtual-machine',
      why: 'Not needed for the speed; use it if you have it, and keep the plan for a rebuild.',
    },
  ],
};

const MOVABLE: Choice = {
  recommended: 'virtual-machine+rebuild',
  reasons: [
    NEEDS_MOVABLE_MACHINE.sentence,
    'Running the sync engine in a virtual machine is common and supported.',
  ],
  rejected: [
    {
      strategy: 'staging',
      why: 'Not needed for some hours. Choose it if the environment is complex, or if a rebuild would take longer than you have.',
    },
  ],
};

function sqlAdvice(answer: string): SqlAdvice {
  return { advice: SQL_ADVICE[answer] ?? SQL_NOT_KNOWN, ...SQL_SUPPORT };
}

const SQL_NOT_KNOWN =
  'Find out which SQL Server is used. If it is one of your own, it needs high availability too.';
const SQL_ADVICE: Readonly<Record<string, string>> = {
  express:
    'Nothing to do: the built-in SQL Server Express is rebuilt with the server, and a standby has its own.',
  own: 'Your SQL Server needs high availability too: two sync servers on one SQL Server are lost together with it. Each server has a database of its own.',
};
const SQL_SUPPORT = {
  supported: [
    'SQL Server failover clustering',
    'Always On availability groups, since version 1.1.524.0 (the article of 2017 still says no): ready before the installation, RegisterAllProvidersIP 0, no MultiSubnetFailover',
  ],
  unsupported: ['Database mirroring'],
};
