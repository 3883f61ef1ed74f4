import { type ConnectorPair, type HandPair, pairConnectors } from './pair-connectors.ts';
import { pairRules, rulesByConnector } from './pair-rules.ts';
import { mappingText } from './rule-parts.ts';
import type { Mapping, ServerConfiguration, SyncRule } from './server-configuration.ts';

/** What one server's rule does with an attribute. */
export interface FlowSide {
  readonly precedence: number | null;
  readonly disabled: boolean;
  readonly flow: string;
  /** The groups of the scoping filter; empty for every object. */
  readonly scope: readonly string[];
}

/** One step of an attribute's way, on both servers; null where that server's rule has no such flow. */
export interface FlowStep {
  readonly inbound: boolean;
  readonly connector: string;
  readonly rule: string;
  /** The attribute in the metaverse, or, outbound, in the connector. */
  readonly target: string;
  readonly active: FlowSide | null;
  readonly staging: FlowSide | null;
  /** False where the flow, its scope or whether it works differ, or whether another rule comes before it. */
  readonly same: boolean;
}

/** The way of an attribute from end to end: into the metaverse, then out of it; the rule that wins comes first. */
export interface AttributeFlows {
  readonly attribute: string;
  /** Attributes of the metaverse that it goes through. */
  readonly metaverse: readonly string[];
  readonly steps: readonly FlowStep[];
}

/** Gives the flows of an attribute of the metaverse or of a connector; without steps where no rule has it. */
export type FlowsOf = (attribute: string) => AttributeFlows;

interface Flow {
  readonly inbound: boolean;
  readonly connector: string;
  readonly rule: string;
  readonly target: string;
  readonly sources: ReadonlySet<string>;
  readonly active: FlowSide | null;
  readonly staging: FlowSide | null;
}

/** Prepares the question for the flows of attributes on two servers. */
export function attributeFlows(
  active: ServerConfiguration,
  staging: ServerConfiguration,
  byHand: readonly HandPair[] = [],
): FlowsOf {
  const connectors = pairConnectors(active.connectors, staging.connectors, byHand);
  const left = rulesByConnector(active.rules);
  const right = rulesByConnector(staging.rules);
  const flows = connectors.flatMap((connector) =>
    pairRules(connector, left, right).flatMap((rules) => flowsOfRule(connector, rules.active, rules.staging)),
  );
  return (attribute) => flowsThrough(flows, attribute);
}

function flowsThrough(flows: readonly Flow[], attribute: string): AttributeFlows {
  const name = attribute.trim().toLowerCase();
  const outbound = flows.filter(({ inbound }) => !inbound);
  const toTarget = outbound.filter(({ target }) => target.toLowerCase() === name);
  const inMetaverse = flows.some((flow) => flow.inbound && flow.target.toLowerCase() === name);
  const from = outbound.filter(({ sources }) => sources.has(name));
  const metaverse = new Set(toTarget.flatMap(({ sources }) => [...sources]));
  if (inMetaverse || from.length > 0) metaverse.add(name);
  const into = flows.filter((flow) => flow.inbound && metaverse.has(flow.target.toLowerCase()));
  const out = new Set([...toTarget, ...(inMetaverse ? from : [])]);
  return {
    attribute: attribute.trim(),
    metaverse: [...metaverse],
    steps: [...stepsOf(into), ...stepsOf([...out])],
  };
}

/** Flows in the order in which they win, with whether both servers agree on each. */
function stepsOf(flows: readonly Flow[]): readonly FlowStep[] {
  const groups = Map.groupBy(flows, ({ inbound, connector, target }) =>
    `${inbound ? '' : connector}\0${target}`.toLowerCase(),
  );
  return [...groups.values()].flatMap((group) => {
    const rankActive = ranks(group, 'active');
    const rankStaging = ranks(group, 'staging');
    return group
      .toSorted((a, b) => first(a) - first(b))
      .map(({ sources: _, ...flow }) => ({
        ...flow,
        same: sameFlow(flow) && rankActive.indexOf(flow.rule) === rankStaging.indexOf(flow.rule),
      }));
  });
}

function ranks(group: readonly Flow[], side: 'active' | 'staging'): readonly string[] {
  const onBoth = group.filter(({ active, staging }) => active !== null && staging !== null);
  return onBoth
    .toSorted((a, b) => (a[side]?.precedence ?? 0) - (b[side]?.precedence ?? 0))
    .map(({ rule }) => rule);
}

function first({ active, staging }: Flow): number {
  return Math.min(active?.precedence ?? Number.MAX_VALUE, staging?.precedence ?? Number.MAX_VALUE);
}

function sameFlow({ active, staging }: Pick<Flow, 'active' | 'staging'>): boolean {
  if (active === null || staging === null) return false;
  const scope = (side: FlowSide): string => side.scope.toSorted().join('\0');
  return (
    active.flow === staging.flow && active.disabled === staging.disabled && scope(active) === scope(staging)
  );
}

function flowsOfRule(
  { name }: ConnectorPair,
  active: SyncRule | null,
  staging: SyncRule | null,
): readonly Flow[] {
  const rule = active ?? staging;
  if (rule === null) return [];
  const left = mappingsByTarget(active);
  const right = mappingsByTarget(staging);
  return [...new Set([...left.keys(), ...right.keys()])].map((target) => {
    const one = left.get(target);
    const other = right.get(target);
    return {
      inbound: rule.inbound,
      connector: name,
      rule: rule.name,
      target: one?.target ?? other?.target ?? target,
      sources: new Set([...sourcesOf(one), ...sourcesOf(other)]),
      active: sideOf(active, one),
      staging: sideOf(staging, other),
    };
  });
}

function mappingsByTarget(rule: SyncRule | null): ReadonlyMap<string, Mapping> {
  return new Map(rule?.mappings.map((mapping) => [mapping.target.toLowerCase(), mapping]));
}

/** Attributes that a flow takes from: those it names, and those in brackets in its expression. */
function sourcesOf(mapping: Mapping | undefined): readonly string[] {
  const inExpression = mapping?.expression?.matchAll(/\[([A-Za-z][\w-]*)\]/g) ?? [];
  return [...(mapping?.sources ?? []), ...Array.from(inExpression, ([, name = '']) => name)].map((name) =>
    name.toLowerCase(),
  );
}

function sideOf(rule: SyncRule | null, mapping: Mapping | undefined): FlowSide | null {
  if (rule === null || mapping === undefined) return null;
  const { precedence, disabled, scope } = rule;
  return { precedence, disabled, flow: mappingText(mapping), scope };
}
