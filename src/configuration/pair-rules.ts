import type { ConnectorPair } from './pair-connectors.ts';
import type { SyncRule } from './server-configuration.ts';

/** One rule on both servers; null where a server has none of that connector and name. */
export interface RulePair {
  readonly active: SyncRule | null;
  readonly staging: SyncRule | null;
}

/** The rules of one connector by name. Of several that share a name the most alike are paired. */
export function pairRules(
  { active, staging }: ConnectorPair,
  activeRules: ReadonlyMap<string, readonly SyncRule[]>,
  stagingRules: ReadonlyMap<string, readonly SyncRule[]>,
): readonly RulePair[] {
  const left = byName(active === null ? [] : (activeRules.get(active.id) ?? []));
  const right = byName(staging === null ? [] : (stagingRules.get(staging.id) ?? []));
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].flatMap((name) => pairNamesakes(left.get(name) ?? [], right.get(name) ?? []));
}

/** Rules by the id of their connector. */
export function rulesByConnector(rules: readonly SyncRule[]): ReadonlyMap<string, readonly SyncRule[]> {
  return grouped(rules, ({ connectorId }) => connectorId);
}

const ALIKE: readonly ((a: SyncRule, b: SyncRule) => boolean)[] = [
  (a, b) => shape(a) === shape(b) && a.tag === b.tag && a.precedence === b.precedence,
  (a, b) => shape(a) === shape(b) && a.tag === b.tag,
  (a, b) => shape(a) === shape(b),
  (a, b) => a.inbound === b.inbound,
];

function pairNamesakes(left: readonly SyncRule[], right: readonly SyncRule[]): RulePair[] {
  const pairs: RulePair[] = [];
  const ones = new Set(left);
  const others = new Set(right);
  for (const alike of ALIKE) {
    for (const one of [...ones]) {
      const other = [...others].find((candidate) => alike(one, candidate));
      if (other === undefined) continue;
      pairs.push({ active: one, staging: other });
      ones.delete(one);
      others.delete(other);
    }
  }
  return [
    ...pairs,
    ...[...ones].map((active) => ({ active, staging: null })),
    ...[...others].map((staging) => ({ active: null, staging })),
  ];
}

function shape({ inbound, connectorType, metaverseType }: SyncRule): string {
  return `${inbound} ${connectorType} ${metaverseType}`.toLowerCase();
}

function byName(rules: readonly SyncRule[]): Map<string, SyncRule[]> {
  return grouped(rules, ({ name }) => name.trim().toLowerCase());
}

function grouped(rules: readonly SyncRule[], keyOf: (rule: SyncRule) => string): Map<string, SyncRule[]> {
  const groups = new Map<string, SyncRule[]>();
  for (const rule of rules) {
    const group = groups.get(keyOf(rule));
    if (group === undefined) groups.set(keyOf(rule), [rule]);
    else group.push(rule);
  }
  return groups;
}
