import type { Facts, Plan, Walkthrough } from '../walkthrough/walkthrough.ts';
import { recommend } from './recommend.ts';
import { ADVICES, type Strategy, titleOf } from './strategies.ts';

/** Days after which a plan is looked at again. */
export const PLAN_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/** What a plan rests on: a change of one of these makes it another plan. */
const PLANNED_FACTS = {
  activeServerKind: 'what runs on the active server',
  activeServer: 'the active server',
  stagingServer: 'the staging server',
  adConnectors: 'the connectors to Active Directory',
  aadConnector: 'the connector to Microsoft Entra ID',
  exportFolder: 'the folder for export files',
  passwordHashSync: 'password hash synchronization',
  passwordWriteback: 'password writeback',
  passThroughAuthentication: 'pass-through authentication',
  deletionThreshold: 'the deletion threshold',
} as const satisfies Partial<Record<keyof Facts, string>>;

/** The plan as it is kept, for the answers and facts of now. */
export function planOf({ answers, facts }: Pick<Walkthrough, 'answers' | 'facts'>, now: Date): Plan {
  return { at: now.toISOString(), answers, facts, recommended: recommend(answers).recommended };
}

/**
 * Why the recovery plan should be looked at again, a sentence each: it is old, or what it rests on has changed since.
 * Empty where it holds, and where there is none.
 */
export function planWarnings({ plan, facts, answers }: Walkthrough, now: Date): string[] {
  if (plan === null) return [];
  const days = Math.floor((now.getTime() - Date.parse(plan.at)) / DAY);
  const changed = Object.entries(PLANNED_FACTS)
    .filter(([fact]) => !same(plan.facts[fact as keyof Facts], facts[fact as keyof Facts]))
    .map(([, name]) => name);
  const { recommended, title } = recommend(answers);
  return [
    ...(days >= PLAN_DAYS ? [`The recovery plan is ${days} days old: look at it again.`] : []),
    ...(changed.length === 0
      ? []
      : [`Changed since the recovery plan was made: ${changed.join(', ')}. Write its runbook again.`]),
    ...(recommended === plan.recommended
      ? []
      : [`With the answers of now the recovery strategy is another one: ${title}.`]),
  ];
}

/** The plan in a line: when it was made, and its strategy. Null where there is none. */
export function planLine({ plan }: Walkthrough): string | null {
  if (plan === null) return null;
  // The file may be of a version that knew other strategies.
  const known = ADVICES.find((advice) => advice === plan.recommended)?.split('+') as Strategy[] | undefined;
  return `Recovery plan of ${plan.at.slice(0, 10)}: ${known ? titleOf(known) : plan.recommended}`;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
