import { type Answers, answerTo } from './questions.ts';

/** What the database needs. */
export interface SqlAdvice {
  readonly advice: string;
  readonly supported: readonly string[];
  readonly unsupported: readonly string[];
  /** Where today's product differs from the article of 2017. */
  readonly formerly: string;
}

const NOT_KNOWN =
  'Find out which SQL Server is used. If it is one of your own, it needs high availability too.';
const ADVICE: Readonly<Record<string, string>> = {
  express:
    'Nothing to do: the built-in SQL Server Express is rebuilt with the server, and a standby has its own.',
  own: 'Your SQL Server needs high availability too: two sync servers on one SQL Server are lost together with it. Each server has a database of its own.',
};
const TOO_SMALL =
  'The built-in SQL Server Express ends at 10 GB, some 100,000 objects: with more of them use a full SQL Server, and plan its high availability.';

/** What these answers mean for the database, and what is supported for it whatever they are. */
export function sqlAdvice(answers: Answers): SqlAdvice {
  const sql = answerTo(answers, 'sql');
  const outgrown = sql === 'express' && answerTo(answers, 'objects') === 'over-100000';
  return {
    advice: outgrown ? TOO_SMALL : (ADVICE[sql] ?? NOT_KNOWN),
    supported: [
      'SQL Server failover clustering',
      'Always On availability groups, since version 1.1.524.0: ready before the installation, RegisterAllProvidersIP 0, no MultiSubnetFailover',
    ],
    unsupported: ['Database mirroring'],
    formerly:
      'The article of 2017 supports clustering only, and names mirroring and Always On as unsupported. Today Always On availability groups are supported; mirroring still is not.',
  };
}
