import type { Advice } from './advice.ts';
import { IGNORED, IMPORT_AGAIN } from './advice.ts';
import { compareFacts } from './compare-facts.ts';
import { compareRules } from './compare-rules.ts';
import { compareSchemas } from './compare-schemas.ts';
import { connectorAdvice } from './connector-advice.ts';
import { type Comparison, countsOf, type Difference, inOrder } from './difference.ts';
import { globalAdvice } from './global-advice.ts';
import { type ConnectorPair, type HandPair, pairConnectors } from './pair-connectors.ts';
import {
  AAD_ID,
  type ConnectorConfiguration,
  isDefaultRule,
  type ServerConfiguration,
} from './server-configuration.ts';

/** What differs between the configuration of the active server and that of the staging server. */
export function compareConfigurations(
  active: ServerConfiguration,
  staging: ServerConfiguration,
  byHand: readonly HandPair[] = [],
): Comparison {
  const connectors = pairConnectors(active.connectors, staging.connectors, byHand);
  const without = new Set([...active.missing, ...staging.missing]);
  const sameBuild = active.build === staging.build;
  const used = usedAttributes(active, staging);
  const differences = inOrder([
    ...(without.has('global settings') ? [] : serverDifferences(active, staging, sameBuild)),
    ...(without.has('connectors')
      ? []
      : connectors.flatMap((pair) => connectorDifferences(pair, active, staging, sameBuild, used))),
    ...(without.has('rules') ? [] : compareRules(active, staging, connectors)),
  ]);
  return {
    active: sideOf(active),
    staging: sideOf(staging),
    counts: countsOf(differences),
    differences,
    faults: [...active.faults, ...staging.faults],
    notCompared: [
      ...absences(active, 'active'),
      ...absences(staging, 'staging'),
      ...(without.has('connectors') ? [] : withoutFile(connectors)),
    ],
  };
}

function sideOf({ path, server, build }: ServerConfiguration): Comparison['active'] {
  return { path, server, build };
}

function absences({ missing, path }: ServerConfiguration, side: string): readonly string[] {
  return missing.map(
    (part) => `The ${part} were not compared: ${path} (${side} server) has none that can be read.`,
  );
}

/** Connectors of which one side's file is missing or broken: only their rules are compared. */
function withoutFile(connectors: readonly ConnectorPair[]): readonly string[] {
  return connectors
    .filter(({ active, staging }) => active?.category === null || staging?.category === null)
    .map(({ active, staging }) => {
      const known = [active, staging].find((one) => one != null && one.category !== null)?.name;
      return `A connector${known === undefined ? '' : ` (${known})`} was not compared: its file is missing or broken on one side. Its rules were.`;
    });
}

function serverDifferences(
  active: ServerConfiguration,
  staging: ServerConfiguration,
  sameBuild: boolean,
): readonly Difference[] {
  const around = { sameBuild, toCloud: false, knownOnBoth: () => true };
  return [
    ...compareFacts(active.facts, staging.facts, {
      connector: null,
      around,
      advise: (found) =>
        found.fact.area === 'Metaverse schema'
          ? metaverseAdvice(found.fact.item, sameBuild)
          : globalAdvice(found),
    }),
    ...compareSchemas(active.metaverse, staging.metaverse, {
      area: 'Metaverse schema',
      connector: null,
      advise: () => metaverseAdvice('schema', sameBuild),
    }),
  ];
}

function metaverseAdvice(item: string, sameBuild: boolean): Advice {
  if (/(?:^|\/)(?:format-)?version$/.test(item)) return IGNORED;
  if (!sameBuild) {
    return {
      heading: 'versionNoise',
      effect: 'None by itself: the metaverse grows with the builds.',
      remedy: 'Bring both servers to the same build.',
    };
  }
  return {
    heading: 'matters',
    effect:
      'Rules cannot flow what the metaverse does not have; a deletion rule that differs keeps objects, or deletes them.',
    remedy: `Synchronization Service, Metaverse Designer, on both servers. ${IMPORT_AGAIN}`,
  };
}

function connectorDifferences(
  pair: ConnectorPair,
  activeServer: ServerConfiguration,
  stagingServer: ServerConfiguration,
  sameBuild: boolean,
  used: ReadonlySet<string>,
): readonly Difference[] {
  const { active, staging, name } = pair;
  if (active?.category === null || staging?.category === null) return [];
  if (active === null || staging === null) {
    const one = active === null ? null : summary(active, activeServer);
    const other = staging === null ? null : summary(staging, stagingServer);
    return [connectorDifference(name, 'connector', one, other)];
  }
  const toCloud = active.id === AAD_ID;
  const knownOnBoth = (attribute: string) =>
    active.schema.attributes.has(attribute) && staging.schema.attributes.has(attribute);
  return [
    ...(active.name.toLowerCase() === staging.name.toLowerCase()
      ? []
      : [connectorDifference(name, 'name', active.name, staging.name)]),
    ...compareFacts(active.facts, staging.facts, {
      connector: name,
      around: { sameBuild, toCloud, knownOnBoth },
      advise: connectorAdvice,
    }),
    ...compareSchemas(active.schema, staging.schema, {
      area: 'Connector schema',
      connector: name,
      advise: (attributes) => schemaAdvice(attributes, used, toCloud && !sameBuild),
    }),
  ];
}

function summary({ id }: ConnectorConfiguration, { rules }: ServerConfiguration): string {
  const own = rules.filter(({ connectorId }) => connectorId === id);
  const defaults = own.filter(isDefaultRule).length;
  return `there, with ${own.length === 1 ? '1 rule' : `${own.length} rules`} (${defaults} of them default rules, not listed one by one)`;
}

function connectorDifference(
  connector: string,
  item: 'connector' | 'name',
  active: string | null,
  staging: string | null,
): Difference {
  const value = { text: '', compared: '' };
  const { heading, effect, remedy } = connectorAdvice({
    fact: { area: 'Connector', item, setting: '', value },
    active,
    staging,
    sameBuild: true,
    toCloud: false,
    knownOnBoth: () => true,
  });
  return { heading, area: 'Connector', connector, item, setting: '', active, staging, effect, remedy };
}

function schemaAdvice(attributes: readonly string[], used: ReadonlySet<string>, ofABuild: boolean): Advice {
  if (ofABuild) {
    return {
      heading: 'versionNoise',
      effect: 'None by itself: the schema of the connector grows with the builds.',
      remedy: 'Bring both servers to the same build.',
    };
  }
  if (!attributes.some((name) => used.has(name.toLowerCase()))) {
    return { ...IGNORED, effect: 'None: no rule uses it and nothing selects it.' };
  }
  return {
    heading: 'matters',
    effect: 'A rule uses this attribute: where the connector does not know it, the flow gives nothing.',
    remedy:
      'Wizard on the staging server, Refresh directory schema; or Synchronization Service, tab Connectors, the connector, Refresh Schema.',
  };
}

/** Names of the attributes, folded, that a rule of either server flows, joins or scopes by. */
function usedAttributes(...servers: readonly ServerConfiguration[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { rules } of servers) {
    for (const { mappings, scope, joins } of rules) {
      for (const { target, sources } of mappings)
        for (const name of [target, ...sources]) used.add(name.toLowerCase());
      for (const group of [...scope, ...joins]) {
        for (const condition of group.split(' AND ')) used.add(condition.split(' ')[0]?.toLowerCase() ?? '');
      }
    }
  }
  return used;
}
