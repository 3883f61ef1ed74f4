import type { Advice, SettingCase } from './advice.ts';
import type { Difference } from './difference.ts';
import type { Area, Fact, Facts } from './server-configuration.ts';

/** How facts of one connector, or of the server, are compared and explained. */
export interface FactsCase {
  readonly connector: string | null;
  readonly around: Pick<SettingCase, 'sameBuild' | 'toCloud' | 'knownOnBoth'>;
  readonly advise: (found: SettingCase) => Advice;
}

// What a thing has is told once by the thing itself, where only one server has it.
const PRESENCE: Readonly<Partial<Record<Area, string>>> = {
  'Partitions and OUs': 'partition',
  'Object types': 'partition',
  'Run profiles': '',
};

/** Every fact that differs. A setting that is empty is the same as one that is not there. */
export function compareFacts(active: Facts, staging: Facts, known: FactsCase): readonly Difference[] {
  const keys = new Set([...active.keys(), ...staging.keys()]);
  const alone = oneSidedThings(active, staging);
  const differences: Difference[] = [];
  for (const key of keys) {
    const one = active.get(key);
    const other = staging.get(key);
    const fact = one ?? other;
    if (fact === undefined || (one?.value.compared ?? '') === (other?.value.compared ?? '')) continue;
    if (alone.has(thingOf(fact)) && !isPresence(fact)) continue;
    differences.push(difference(fact, one ?? null, other ?? null, known));
  }
  return differences;
}

function difference(fact: Fact, one: Fact | null, other: Fact | null, known: FactsCase): Difference {
  const active = one?.value.text ?? null;
  const staging = other?.value.text ?? null;
  const advice = known.advise({ fact, active, staging, ...known.around });
  const setting = advice.title === undefined ? fact.setting : fact.item;
  return {
    heading: advice.heading,
    area: fact.area,
    connector: known.connector,
    item: advice.title ?? fact.item,
    setting,
    active,
    staging,
    effect: advice.effect,
    remedy: advice.remedy,
  };
}

/** Partitions and run profiles that only one server has. */
function oneSidedThings(active: Facts, staging: Facts): ReadonlySet<string> {
  const things = (facts: Facts): Set<string> => new Set([...facts.values()].filter(isPresence).map(thingOf));
  const [left, right] = [things(active), things(staging)];
  return new Set([...left, ...right].filter((thing) => !left.has(thing) || !right.has(thing)));
}

function isPresence({ area, setting }: Fact): boolean {
  return area !== 'Object types' && PRESENCE[area] === setting;
}

function thingOf({ area, item }: Fact): string {
  return `${area === 'Run profiles' ? area : 'partition'}\0${item}`.toLowerCase();
}
