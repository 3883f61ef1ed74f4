import { isDone } from './progress.ts';
import { stepsFor } from './steps.ts';
import type { Step, Walkthrough } from './walkthrough.ts';

/** How a rehearsal went: what took how long, what was left out, what was done in a dangerous order. */
export interface Debrief {
  /** From the beginning to the last tick, in seconds. */
  readonly seconds: number;
  /** Steps in which something was ticked, in their order. */
  readonly steps: readonly { readonly title: string; readonly seconds: number; readonly ticks: number }[];
  /** The items that took longest, longest first; three at most. */
  readonly slowest: readonly { readonly title: string; readonly seconds: number }[];
  /** Required items without a tick, a sentence each. */
  readonly skipped: readonly string[];
  /** A sentence each. */
  readonly dangerous: readonly string[];
}

/** That nothing of `later` is ticked before everything of `first` is. */
interface Order {
  readonly first: RegExp;
  readonly later: RegExp;
  readonly why: string;
}

const ORDERS: readonly Order[] = [
  {
    first: /^see-old-server-gone$/,
    later: /^disable-staging-mode$/,
    why: 'Staging mode was disabled before the lost server was isolated: it could have come back as a second active server.',
  },
  {
    first: /^decide$/,
    later: /^disable-staging-mode$/,
    why: 'Staging mode was disabled before it was decided that all changes are expected: they were exported unseen.',
  },
  {
    first: /^explain-deletes$/,
    later: /^(decide|disable-staging-mode)$/,
    why: 'It was decided before every delete was explained.',
  },
  {
    first: /^(csexport-.*|open-table)$/,
    later: /^decide$/,
    why: 'It was decided before every pending export was looked at.',
  },
  {
    first: /^runs-succeeded$/,
    later: /^csexport-/,
    why: 'Pending exports were written before every run was known to have succeeded: the files may not hold all of them.',
  },
  {
    first: /^full-import-/,
    later: /^(delta|full)-synchronization-/,
    why: 'A synchronization ran before every import: it worked on old data.',
  },
  {
    first: /^disable-staging-mode$/,
    later: /^see-exports$/,
    why: 'Exports were ticked as seen before staging mode was disabled: what exported then was another server, or somebody forced it.',
  },
];

interface Ticked {
  /** The item's id, without its round. */
  readonly id: string;
  readonly at: number;
  /** Seconds since the tick before it, or since the beginning. */
  readonly seconds: number;
}

/** The debrief of a walkthrough that was rehearsed. A tick's time runs from the tick before it, pauses and all. */
export function debriefOf(walkthrough: Walkthrough): Debrief {
  const steps = stepsFor(walkthrough.facts, walkthrough).filter(({ id }) => id !== 'disaster-recovery');
  const ticks = ticksOf(walkthrough);
  const began = Date.parse(walkthrough.startedAt);
  return {
    seconds: Math.round(((ticks.at(-1)?.at ?? began) - began) / 1000),
    steps: timesOf(steps, ticks),
    slowest: ticks
      .toSorted((one, other) => other.seconds - one.seconds)
      .slice(0, 3)
      .map(({ id, seconds }) => ({ title: titleOf(steps, id), seconds })),
    skipped: steps.flatMap((step) =>
      step.items
        .filter((item) => item.required && !isDone(walkthrough, item))
        .map((item) => `${step.title}: ${item.title}`),
    ),
    dangerous: dangersOf(walkthrough, steps, ticks),
  };
}

function ticksOf({ done, startedAt }: Walkthrough): Ticked[] {
  const ordered = Object.entries(done)
    .map(([key, { at }]) => ({ id: key.replace(/#\d+$/, ''), at: Date.parse(at) }))
    .toSorted((one, other) => one.at - other.at);
  return ordered.map((tick, index) => {
    const before = ordered[index - 1]?.at ?? Date.parse(startedAt);
    return { ...tick, seconds: Math.max(0, Math.round((tick.at - before) / 1000)) };
  });
}

function timesOf(steps: readonly Step[], ticks: readonly Ticked[]): Debrief['steps'] {
  return steps
    .map(({ title, items }) => {
      const own = ticks.filter(({ id }) => items.some((item) => item.id === id));
      return { title, seconds: own.reduce((sum, { seconds }) => sum + seconds, 0), ticks: own.length };
    })
    .filter((step) => step.ticks > 0);
}

function titleOf(steps: readonly Step[], id: string): string {
  const found = steps.flatMap(({ items }) => items).find((item) => item.id === id);
  return found?.title ?? id;
}

function dangersOf(
  { switchedWith }: Walkthrough,
  steps: readonly Step[],
  ticks: readonly Ticked[],
): string[] {
  const items = steps.flatMap((step) => step.items.filter(({ required }) => required).map(({ id }) => id));
  const firstTick = new Map(ticks.toReversed().map(({ id, at }) => [id, at]));
  const wrong = ORDERS.filter(({ first, later }) => {
    const begun = Math.min(...ticks.filter(({ id }) => later.test(id)).map(({ at }) => at));
    return items
      .filter((id) => first.test(id))
      .some((id) => (firstTick.get(id) ?? Number.POSITIVE_INFINITY) > begun && Number.isFinite(begun));
  });
  const open = switchedWith?.open.length ?? 0;
  return [
    ...wrong.map(({ why }) => why),
    ...(open === 0
      ? []
      : [`Switch was opened with ${open} ${open === 1 ? 'point' : 'points'} still open before it.`]),
  ];
}
