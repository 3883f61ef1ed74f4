import { createHash } from 'node:crypto';
import type { InputFault } from '../csexport/input-fault.ts';
import { AREAS, type Area } from './server-configuration.ts';

/** What a difference means, the most important first. */
export const HEADINGS = ['matters', 'expected', 'versionNoise', 'ignored'] as const;
export type Heading = (typeof HEADINGS)[number];

/** The headings in an operator's words. */
export const HEADING_TITLES: Readonly<Record<Heading, string>> = {
  matters: 'Differs and matters',
  expected: 'Expected to differ',
  versionNoise: 'Because the builds differ',
  ignored: 'Ignored: ids, times, cookies',
};

/** One difference between two servers; names and order are those of the JSON, which is a promise. */
export interface Difference {
  readonly heading: Heading;
  readonly area: Area;
  /** The connector's name on the active server, else on the staging server; null for what belongs to none. */
  readonly connector: string | null;
  /** The thing that differs: a rule, a partition, a parameter. */
  readonly item: string;
  /** What of it differs; '' where the thing itself is the value. */
  readonly setting: string;
  /** null where that server has none. */
  readonly active: string | null;
  readonly staging: string | null;
  /** What it does to exports once the staging server is the active one. */
  readonly effect: string;
  /** Where to see it, and how to bring the staging server in line. */
  readonly remedy: string;
}

export type Counts = Readonly<Record<Heading, number>>;

/** Who was compared. */
export interface ComparedSide {
  readonly path: string;
  readonly server: string | null;
  readonly build: string | null;
}

/** Two servers side by side. */
export interface Comparison {
  readonly active: ComparedSide;
  readonly staging: ComparedSide;
  readonly counts: Counts;
  /** All of them, also the ignored ones, the most important first. */
  readonly differences: readonly Difference[];
  /** What could not be read, on either side. */
  readonly faults: readonly InputFault[];
  /** What was not compared because one side does not have it, a sentence each. */
  readonly notCompared: readonly string[];
}

// Asked for at every key that is pressed.
const KEYS = new WeakMap<Difference, string>();

/** Tells a difference from any other: the same one has the same key in the next comparison, another value another key. */
export function differenceKey(difference: Difference): string {
  const known = KEYS.get(difference);
  if (known !== undefined) return known;
  const { area, connector, item, setting, active, staging } = difference;
  const parts = JSON.stringify([area, connector, item, setting, active, staging]);
  const key = createHash('sha256').update(parts).digest('base64url').slice(0, 16);
  KEYS.set(difference, key);
  return key;
}

/** How many differences there are under each heading. */
export function countsOf(differences: readonly Difference[]): Counts {
  const counts = { matters: 0, expected: 0, versionNoise: 0, ignored: 0 };
  for (const { heading } of differences) counts[heading]++;
  return counts;
}

/** The differences in the order in which they are read: by heading, area, connector, item. */
export function inOrder(differences: readonly Difference[]): readonly Difference[] {
  return differences.toSorted(
    (a, b) =>
      HEADINGS.indexOf(a.heading) - HEADINGS.indexOf(b.heading) ||
      AREAS.indexOf(a.area) - AREAS.indexOf(b.area) ||
      byText(a.connector ?? '', b.connector ?? '') ||
      byText(a.item, b.item) ||
      byText(a.setting, b.setting),
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
