/** A question of disaster recovery, with the answers it takes. Each can be answered by "don't know". */
export interface Question {
  readonly id: QuestionId;
  readonly question: string;
  readonly why: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export type QuestionId =
  | 'downtime'
  | 'old-passwords'
  | 'real-time'
  | 'complexity'
  | 'objects'
  | 'sql'
  | 'second-site'
  | 'spare-server'
  | 'hypervisor'
  | 'night'
  | 'sign-in';

/** Option id by question id. What is missing, or no option of the question, counts as not known. */
export type Answers = Readonly<Record<string, string>>;

/** The answer that every question takes. */
export const UNKNOWN = 'unknown';
const DONT_KNOW = { id: UNKNOWN, label: "Don't know" };

/** The article's three questions first, then what else decides or shapes a plan. */
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
    id: 'complexity',
    question: 'How complex is it: forests, connectors, custom rules, filters?',
    why: 'Objects come back from the two directories, the configuration does not: filters and rules must be applied again before the first synchronization, and each is a chance to get it wrong at night.',
    options: [
      { id: 'simple', label: 'One forest, and little or nothing is customized' },
      { id: 'some', label: 'A few forests, or some filters and rules' },
      { id: 'complex', label: 'Many connectors, or many custom rules and filters' },
      DONT_KNOW,
    ],
  },
  {
    id: 'objects',
    question: 'How many objects are synchronized?',
    why: 'A first import and synchronization takes longer with each object, and the built-in SQL Server Express ends at 10 GB: some 100,000 objects.',
    options: [
      { id: 'under-100000', label: 'Up to some 100,000' },
      { id: 'over-100000', label: 'More than that' },
      DONT_KNOW,
    ],
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
  {
    id: 'second-site',
    question: 'Is there a second site, with domain controllers and a way out to the internet?',
    why: 'What stands in one site is lost with it: a host cluster, its backups, and a standby beside the active server.',
    options: [{ id: 'no', label: 'No: one site' }, { id: 'yes', label: 'Yes' }, DONT_KNOW],
  },
  {
    id: 'spare-server',
    question: 'Is there spare hardware, or can a virtual machine be made within an hour?',
    why: 'A rebuild begins with a machine, and a standby needs one all the time.',
    options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }, DONT_KNOW],
  },
  {
    id: 'hypervisor',
    question: 'Does the sync server run, or could it run, as a virtual machine?',
    why: 'A virtual machine that moves by itself to another host needs nobody at night. One that is restored from a backup needs a person, and comes back with old data.',
    options: [
      { id: 'none', label: 'No virtual machines' },
      { id: 'restore', label: 'Yes, and it can be restored from a backup or a replica' },
      { id: 'migration', label: 'Yes, and it moves to another host when its host fails' },
      DONT_KNOW,
    ],
  },
  {
    id: 'night',
    question: 'Who may run the installation wizard at night?',
    why: 'Only the wizard disables staging mode, and it asks for a Hybrid Identity Administrator. A standby that nobody may switch waits until the morning.',
    options: [
      { id: 'several', label: 'Two people or more, one of them always reachable' },
      { id: 'one', label: 'One person' },
      { id: 'nobody', label: 'Nobody before the morning' },
      DONT_KNOW,
    ],
  },
  {
    id: 'sign-in',
    question: 'How do people sign in to the cloud?',
    why: 'Each way stops at another place when the server stops: some people notice nothing, with others nobody signs in.',
    options: [
      { id: 'hash-sync', label: 'Password hash synchronization' },
      { id: 'pass-through', label: 'Pass-through authentication' },
      { id: 'federation', label: 'Federation (AD FS or another)' },
      DONT_KNOW,
    ],
  },
];

/** The answer to a question; {@link UNKNOWN} where it is missing or no option of the question. */
export function answerTo(answers: Answers, id: QuestionId): string {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const question = QUESTIONS.find((one) => one.id === id);
  return question?.options.some((option) => option.id === answer) && answer !== undefined ? answer : UNKNOWN;
}
