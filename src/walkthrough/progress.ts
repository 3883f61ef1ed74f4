import { isKnown } from './facts.ts';
import { stepsFor } from './steps.ts';
import type { Item, Step, StepId, Walkthrough } from './walkthrough.ts';
import { STEP_IDS } from './walkthrough.ts';

/** The key under which an item is ticked: its id, and the round where it belongs to one: `import-aad#2`. */
export function itemKey(item: Pick<Item, 'id' | 'everyRound'>, round: number): string {
  return item.everyRound ? `${item.id}#${round}` : item.id;
}

/** Whether an item is done: ticked in this round, or, where it asks for facts, all of them known. */
export function isDone(state: Walkthrough, item: Item): boolean {
  return item.asks.length > 0
    ? item.asks.every((fact) => isKnown(state.facts, fact))
    : Object.hasOwn(state.done, itemKey(item, state.round));
}

/** How far a step is: counts of its required items. */
export interface StepProgress {
  readonly done: number;
  readonly required: number;
}

/** How far each step is, in this round. */
export function progress(state: Walkthrough): Readonly<Record<StepId, StepProgress>> {
  const counts = stepsFor(state.facts, state).map((step) => [step.id, progressOf(state, step)] as const);
  return Object.fromEntries(counts) as Record<StepId, StepProgress>;
}

function progressOf(state: Walkthrough, step: Step): StepProgress {
  const required = step.items.filter((item) => item.required);
  return { done: required.filter((item) => isDone(state, item)).length, required: required.length };
}

/** Something that is still to do before the switch. */
export interface OpenPoint {
  /** As {@link itemKey} gives it. */
  readonly key: string;
  readonly step: StepId;
  /** One line for the operator. */
  readonly sentence: string;
}

/** What is still open before the switch, in the order of the steps: every required item of the steps before it. */
export function openBeforeSwitch(state: Walkthrough): readonly OpenPoint[] {
  const before = STEP_IDS.slice(0, STEP_IDS.indexOf('switch'));
  const items = stepsFor(state.facts, state)
    .filter((step) => before.includes(step.id))
    .flatMap((step) =>
      step.items
        .filter((item) => item.required && !isDone(state, item))
        .map((item) => ({
          key: itemKey(item, state.round),
          step: step.id,
          sentence: `${step.title}: ${item.title}${item.asks.length > 0 ? ' (not said yet)' : ' (not ticked)'}`,
        })),
    );
  const compared = openDifferences(state);
  if (compared === null) return items;
  // In the place of its step: what comes after it waits for it.
  const at = items.findLastIndex(({ step }) => STEP_IDS.indexOf(step) <= STEP_IDS.indexOf('configuration'));
  return items.toSpliced(at + 1, 0, compared);
}

/** The keys of the differences that matter and that nobody has waived. */
export function leftDifferences({ comparison }: Walkthrough): readonly string[] {
  return comparison?.matters.filter((key) => !Object.hasOwn(comparison.waived, key)) ?? [];
}

function openDifferences(state: Walkthrough): OpenPoint | null {
  const { comparison } = state;
  if (comparison === null) return null;
  const left = leftDifferences(state).length;
  if (left === 0 && comparison.complete) return null;
  const waivers = comparison.matters.flatMap((key) => comparison.waived[key]?.why ?? []);
  const found = [
    ...(left === 0
      ? []
      : [left === 1 ? '1 difference that matters is left' : `${left} differences that matter are left`]),
    ...(waivers.length === 0 ? [] : [`${waivers.length} waived (${[...new Set(waivers)].join('; ')})`]),
    ...(comparison.complete ? [] : ['not everything was compared']),
  ];
  return {
    // Another comparison is another point: what was accepted with the former one is not accepted with this.
    key: `configuration-differences@${comparison.at}#${left}`,
    step: 'configuration',
    sentence: `Configuration: compared ${comparison.at.slice(0, 16).replace('T', ' ')} UTC: ${found.join(', ')}`,
  };
}

/** Whether what was typed is the staging server's name. Never true while no name has been entered. */
export function confirmsSwitch(state: Walkthrough, typed: string): boolean {
  const name = state.facts.stagingServer;
  return name !== '' && typed.trim().toLowerCase() === name.toLowerCase();
}

/** Whether Switch may be shown: nothing is open, or the operator typed the server's name knowing all that is open. */
export function guardPassed(state: Walkthrough): boolean {
  const known = new Set(state.switchedWith?.open);
  return openBeforeSwitch(state).every((point) => known.has(point.key));
}
