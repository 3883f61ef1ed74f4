/** A question of disaster recovery, with the answers it takes. Each can be answered by "don't know". */
export interface Question {
  readonly id: QuestionId;
  readonly question: string;
  readonly why: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export type QuestionId = 'downtime' | 'old-passwords' | 'real-time' | 'sql';

/** The answer that every question takes. */
export const UNKNOWN = 'unknown';
const DONT_KNOW = { id: UNKNOWN, label: "Don't know" };

/** The article's three questions, and which SQL Server holds the database. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'downtime',
    question: 'The server is lost. How long may changes to objects wait before they reach the cloud?',
    why: 'New people, leavers, groups and addresses made on-premises stay unknown to Microsoft Entra ID until a server synchronizes again.',
    options: [
      { id: 'day', label: 'A day: a server can be rebuilt in that time' },
      { id: 'hours', label: 'A few hours' },
      { id: 'hour', label: 'An hour at most' },
      DONT_KNOW,
    ],
  },
  {
    id: 'old-passwords',
    question:
      'With password hash synchronization: may people keep using the old password in the cloud after they change it on-premises?',
    why: 'While no server runs, a password changed on-premises does not reach the cloud. The old one goes on working there.',
    options: [
      { id: 'not-used', label: 'Password hash synchronization is not used' },
      { id: 'accepted', label: 'Yes, for that time' },
      { id: 'not-accepted', label: 'No' },
      DONT_KNOW,
    ],
  },
  {
    id: 'real-time',
    question: 'Does anything depend on real-time operations, such as password writeback?',
    why: 'Writeback works only while an active server runs: people who reset a password in the cloud cannot sign in on-premises, or cannot reset it at all.',
    options: [{ id: 'no', label: 'No' }, { id: 'yes', label: 'Yes' }, DONT_KNOW],
  },
  {
    id: 'sql',
    question: 'Which SQL Server holds the database of the sync engine?',
    why: 'The built-in SQL Server Express is lost and rebuilt with the server. A SQL Server of your own needs availability of its own.',
    options: [
      { id: 'express', label: 'The built-in SQL Server Express (LocalDB)' },
      { id: 'own', label: 'A SQL Server of our own' },
      DONT_KNOW,
    ],
  },
];
