import { type ConnectorPair, type HandPair, pairConnectors } from './pair-connectors.ts';
import { pairRules, rulesByConnector } from './pair-rules.ts';
import { differingParts, direction } from './rule-parts.ts';
import type { Area, Facts, ServerConfiguration } from './server-configuration.ts';

/** Something that both servers have in the same way. */
export interface Unchanged {
  readonly area: Area;
  readonly connector: string | null;
  readonly item: string;
  readonly setting: string;
  readonly value: string;
}

/** Everything that is the same on both servers, but for the schemas. */
export function unchangedThings(
  active: ServerConfiguration,
  staging: ServerConfiguration,
  byHand: readonly HandPair[] = [],
): readonly Unchanged[] {
  const connectors = pairConnectors(active.connectors, staging.connectors, byHand);
  const left = rulesByConnector(active.rules);
  const right = rulesByConnector(staging.rules);
  return [
    ...unchangedFacts(active.facts, staging.facts, null),
    ...connectors.flatMap((pair) =>
      unchangedFacts(pair.active?.facts ?? new Map(), pair.staging?.facts ?? new Map(), pair.name),
    ),
    ...connectors.flatMap((pair) => unchangedRules(pair, left, right)),
  ];
}

function unchangedFacts(active: Facts, staging: Facts, connector: string | null): readonly Unchanged[] {
  const unchanged: Unchanged[] = [];
  for (const [key, { area, item, setting, value }] of active) {
    if (staging.get(key)?.value.compared !== value.compared) continue;
    unchanged.push({ area, connector, item, setting, value: value.text });
  }
  return unchanged;
}

function unchangedRules(
  pair: ConnectorPair,
  left: ReturnType<typeof rulesByConnector>,
  right: ReturnType<typeof rulesByConnector>,
): readonly Unchanged[] {
  return pairRules(pair, left, right).flatMap(({ active, staging }) => {
    if (active === null || staging === null) return [];
    if (differingParts(active, staging).some(({ part }) => part !== 'identity')) return [];
    const value = `${direction(active)}, precedence ${active.precedence ?? 'not said'}, ${active.mappings.length} flows`;
    return [
      {
        area: 'Synchronization rules',
        connector: pair.name,
        item: active.name,
        setting: 'rule',
        value,
      } as const,
    ];
  });
}
