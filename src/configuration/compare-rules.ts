import type { Difference, Heading } from './difference.ts';
import type { ConnectorPair } from './pair-connectors.ts';
import { pairRules, type RulePair, rulesByConnector } from './pair-rules.ts';
import {
  effectOfOneSided,
  effectOfPart,
  type RuleCase,
  remedyOfOneSided,
  remedyOfPart,
} from './rule-advice.ts';
import { differingParts, direction, type PartDifference } from './rule-parts.ts';
import { isDefaultRule, type ServerConfiguration, type SyncRule } from './server-configuration.ts';

/** Every difference between the rules of two servers. */
export function compareRules(
  active: ServerConfiguration,
  staging: ServerConfiguration,
  connectors: readonly ConnectorPair[],
): readonly Difference[] {
  const left = rulesByConnector(active.rules);
  const right = rulesByConnector(staging.rules);
  const pairs = connectors.flatMap((connector) =>
    pairRules(connector, left, right).map((rules) => ({ connector, rules })),
  );
  const custom = pairs.map(({ rules }) => rules).filter(bothCustom);
  const builds = { active: active.build, staging: staging.build };
  return pairs.flatMap(({ connector, rules }) => {
    const known: RuleCase = { connector: connector.name, builds, custom };
    if (rules.active === null || rules.staging === null) {
      const whole = connector.active === null || connector.staging === null;
      return oneSided(rules, known, whole);
    }
    const both = { active: rules.active, staging: rules.staging };
    return differingParts(rules.active, rules.staging).map((part) => partDifference(part, both, known));
  });
}

type BothRules = RuleCase['custom'][number];

function bothCustom(pair: RulePair): pair is BothRules {
  const { active, staging } = pair;
  return active !== null && staging !== null && !isDefaultRule(active) && !isDefaultRule(staging);
}

function partDifference(part: PartDifference, rules: BothRules, known: RuleCase): Difference {
  const heading = headingOf(part, rules);
  return {
    heading,
    area: 'Synchronization rules',
    connector: known.connector,
    item: rules.active.name,
    setting: part.setting,
    active: part.active,
    staging: part.staging,
    effect: effectOfPart(heading, part, rules, known),
    remedy: remedyOfPart(heading, part, rules),
  };
}

/**
 * A default rule with the same tag on both sides is the same rule of the product: where its content differs, somebody has
 * edited it. With another tag it is the rule of another build.
 */
function headingOf({ part }: PartDifference, { active, staging }: BothRules): Heading {
  if (part === 'identity') return 'ignored';
  if (part === 'disabled') return 'matters';
  const bothDefault = isDefaultRule(active) && isDefaultRule(staging);
  if (!bothDefault) return part === 'text' ? 'ignored' : 'matters';
  if (part === 'precedence' || active.tag !== staging.tag) return 'versionNoise';
  return part === 'text' ? 'ignored' : 'matters';
}

/** `whole`: the connector itself is missing, which tells of its default rules. */
function oneSided({ active, staging }: RulePair, known: RuleCase, whole: boolean): readonly Difference[] {
  const rule = active ?? staging;
  if (rule === null || (whole && isDefaultRule(rule))) return [];
  const { builds } = known;
  const otherBuild = builds.active !== builds.staging;
  const heading: Heading = isDefaultRule(rule) && otherBuild ? 'versionNoise' : 'matters';
  const side = active === null ? 'staging' : 'active';
  return [
    {
      heading,
      area: 'Synchronization rules',
      connector: known.connector,
      item: rule.name,
      setting: 'rule',
      active: active === null ? null : oneLine(active),
      staging: staging === null ? null : oneLine(staging),
      effect: effectOfOneSided(heading, rule, side, known),
      remedy: remedyOfOneSided(heading, rule, side),
    },
  ];
}

function oneLine(rule: SyncRule): string {
  const flows = rule.mappings.length === 1 ? '1 flow' : `${rule.mappings.length} flows`;
  const kind = isDefaultRule(rule) ? 'default rule' : 'custom rule';
  const state = rule.disabled ? ', disabled' : '';
  return `${direction(rule)} ${kind}, precedence ${rule.precedence ?? 'not said'}, ${rule.link}, ${flows}${state}`;
}
