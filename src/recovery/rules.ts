import { type Answers, answerTo, type QuestionId } from './questions.ts';
import type { Strategy } from './strategies.ts';

/** Answers that a rule looks at: each question has one of these options. */
export type Condition = Readonly<Partial<Record<QuestionId, readonly string[]>>>;

/**
 * One rule of the advice. `first`: the strategy is the first answer to a loss. `not-first`: it cannot be the first one.
 * `with`: it stands beside or behind the first, where that is `beside`.
 */
export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly effect: 'first' | 'not-first' | 'with';
  readonly strategy: Strategy;
  /** For `with`: the first strategy that it stands beside. */
  readonly beside?: Strategy;
  /** Why, to the operator. */
  readonly why: string;
  readonly source: string;
}

const ARTICLE = 'Article, Disaster recovery';
const REBUILD = 'Article, Rebuild when needed';
const STANDBY = 'Article, Have a spare standby server';
const VIRTUAL = 'Article, Use virtual machines';
const SWITCH = 'Microsoft, Staging server and disaster recovery: only the wizard changes staging mode';
const JUDGEMENT = 'Our judgement, from how the product behaves';

/** Every rule. What decides stands in the order in which it is said. */
export const RULES: readonly Rule[] = [
  {
    id: 'hour-at-most',
    when: { downtime: ['hour'] },
    effect: 'first',
    strategy: 'staging',
    why: 'Changes may wait an hour at most: only a server that is already running takes over so fast.',
    source: ARTICLE,
  },
  {
    id: 'old-passwords-not-accepted',
    when: { 'old-passwords': ['not-accepted'] },
    effect: 'first',
    strategy: 'staging',
    why: 'Old passwords must not go on working in the cloud: password hashes must flow again soon.',
    source: ARTICLE,
  },
  {
    id: 'real-time',
    when: { 'real-time': ['yes'] },
    effect: 'first',
    strategy: 'staging',
    why: 'Something works in real time, such as password writeback: it stands still until a server is active.',
    source: ARTICLE,
  },
  {
    id: 'complex',
    when: { complexity: ['complex'] },
    effect: 'first',
    strategy: 'staging',
    why: 'Many connectors, rules or filters: in a complex environment one or more standby servers are recommended, because a rebuild would have to apply all of it again.',
    source: STANDBY,
  },
  {
    id: 'downtime-not-known',
    when: { downtime: ['unknown'] },
    effect: 'first',
    strategy: 'staging',
    why: 'How long changes may wait is not known: until it is, a standby is right whatever the answer is.',
    source: JUDGEMENT,
  },
  {
    id: 'old-passwords-not-known',
    when: { 'old-passwords': ['unknown'] },
    effect: 'first',
    strategy: 'staging',
    why: 'Whether old passwords may go on working is not known: until it is, a standby is right whatever the answer is.',
    source: JUDGEMENT,
  },
  {
    id: 'real-time-not-known',
    when: { 'real-time': ['unknown'] },
    effect: 'first',
    strategy: 'staging',
    why: 'Whether anything works in real time is not known: until it is, a standby is right whatever the answer is.',
    source: JUDGEMENT,
  },
  {
    id: 'no-virtual-machine',
    when: { hypervisor: ['none', 'unknown'] },
    effect: 'not-first',
    strategy: 'virtual-machine',
    why: 'There is no hypervisor, or it is not known whether there is one.',
    source: VIRTUAL,
  },
  {
    id: 'restore-of-a-simple-server',
    when: { hypervisor: ['restore'], complexity: ['simple'] },
    effect: 'not-first',
    strategy: 'virtual-machine',
    why: 'A restore from a backup takes as long as a rebuild of so simple a server, and brings old data back; a rebuild does not.',
    source: JUDGEMENT,
  },
  {
    id: 'restore-needs-a-person',
    when: { hypervisor: ['restore'], downtime: ['hours'], night: ['nobody'] },
    effect: 'not-first',
    strategy: 'virtual-machine',
    why: 'A restore needs a person, and before the morning there is nobody.',
    source: JUDGEMENT,
  },
  {
    id: 'rebuild-of-custom-configuration',
    when: { downtime: ['hours'], complexity: ['some'] },
    effect: 'not-first',
    strategy: 'rebuild',
    why: 'Filters and rules have to be applied again before the first synchronization: a few hours are not enough to do that with care.',
    source: REBUILD,
  },
  {
    id: 'rebuild-of-unknown-configuration',
    when: { complexity: ['unknown'] },
    effect: 'not-first',
    strategy: 'rebuild',
    why: 'Nobody has said what is customized: what is not written down cannot be rebuilt.',
    source: REBUILD,
  },
  {
    id: 'rebuild-of-many-objects',
    when: { downtime: ['hours'], objects: ['over-100000'] },
    effect: 'not-first',
    strategy: 'rebuild',
    why: 'With more than some 100,000 objects the first import and synchronization takes longer than a few hours.',
    source: JUDGEMENT,
  },
  {
    id: 'rebuild-needs-a-person',
    when: { downtime: ['hours'], night: ['nobody'] },
    effect: 'not-first',
    strategy: 'rebuild',
    why: 'A rebuild needs a person, and before the morning there is nobody.',
    source: JUDGEMENT,
  },
  {
    id: 'moves-without-a-person',
    when: { hypervisor: ['migration'], night: ['nobody'] },
    effect: 'with',
    strategy: 'virtual-machine',
    beside: 'staging',
    why: 'Nobody may run the wizard at night: a machine that moves by itself answers the loss of a host until somebody may switch to the standby.',
    source: SWITCH,
  },
  {
    id: 'rebuild-in-the-other-site',
    when: { 'second-site': ['yes', 'unknown'] },
    effect: 'with',
    strategy: 'rebuild',
    beside: 'virtual-machine',
    why: 'A machine that moves within one site is lost with it: keep what a rebuild in another site needs.',
    source: VIRTUAL,
  },
  {
    id: 'rebuild-behind-a-restore',
    when: { hypervisor: ['restore'] },
    effect: 'with',
    strategy: 'rebuild',
    beside: 'virtual-machine',
    why: 'A backup that cannot be restored is found out on the day: keep what a rebuild needs.',
    source: JUDGEMENT,
  },
];

/** Whether the answers are as a condition asks. */
export function holds(when: Condition, answers: Answers): boolean {
  return Object.entries(when).every(([id, options]) => options.includes(answerTo(answers, id as QuestionId)));
}
