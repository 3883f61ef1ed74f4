import type { Heading } from './difference.ts';
import { direction, type PartDifference } from './rule-parts.ts';
import { isDefaultRule, type SyncRule } from './server-configuration.ts';

/** What is known around a rule when its differences are explained. */
export interface RuleCase {
  readonly connector: string;
  readonly builds: { readonly active: string | null; readonly staging: string | null };
  /** All custom rules that both servers have. */
  readonly custom: readonly { readonly active: SyncRule; readonly staging: SyncRule }[];
}

interface BothRules {
  readonly active: SyncRule;
  readonly staging: SyncRule;
}

const NAMED = 5;
const AFTERWARDS =
  'Then say in the walkthrough that rules changed: a full synchronization is needed before the next look at the pending exports.';

/** What a part of a rule that differs does to exports. */
export function effectOfPart(
  heading: Heading,
  part: PartDifference,
  rules: BothRules,
  known: RuleCase,
): string {
  if (heading === 'ignored') return 'None.';
  if (heading === 'versionNoise') return versionEffect(part, rules, known);
  return editedByHand(part, rules) + plainEffect(part, rules, known);
}

function editedByHand(part: PartDifference, { active, staging }: BothRules): string {
  const both = isDefaultRule(active) && isDefaultRule(staging);
  if (!both || part.part === 'disabled' || active.tag !== staging.tag) return '';
  return `A default rule of the same version (${active.tag}) on both servers: one of them was edited by hand. `;
}

function versionEffect(part: PartDifference, { active, staging }: BothRules, known: RuleCase): string {
  const versions = `${active.tag} (build ${known.builds.active ?? 'unknown'}) on the active server, ${staging.tag} (build ${known.builds.staging ?? 'unknown'}) on the staging server`;
  if (part.part === 'precedence') {
    return `None by itself: default rules keep their order among each other. ${versions}.`;
  }
  return `The product changed this default rule: ${versions}. A new build may stage a wave of updates for its attributes.`;
}

function plainEffect(part: PartDifference, { active, staging }: BothRules, known: RuleCase): string {
  const objects = `${active.connectorType} objects of ${known.connector}`;
  switch (part.part) {
    case 'disabled':
      return staging.disabled
        ? `The rule does nothing on the staging server: ${withoutRule(staging)}`
        : `The rule works on the staging server only: ${withRule(staging)}`;
    case 'scope':
      return `Other ${objects} are in the scope of the rule: what leaves the scope loses ${flowsOf(staging)}, and is staged as a delete where no other rule keeps it.`;
    case 'join':
      return `${objects} find their partners in another way: some join another object, or none, and are staged as adds, deletes or errors.`;
    case 'flow':
      return flowEffect(part, staging, known);
    case 'precedence':
      return precedenceEffect({ active, staging }, known);
    case 'type':
      return `The rule works on other objects, or provisions where it only joined: adds and deletes are staged.`;
    case 'tag':
      return 'On one server it is a rule of the product, on the other one a rule of your own: an upgrade treats them differently.';
    default:
      return `The rule works in another way: look at what it stages for ${objects}.`;
  }
}

function flowEffect(part: PartDifference, rule: SyncRule, known: RuleCase): string {
  const attribute = part.setting.replace(/^flow to /, '');
  const where = rule.inbound
    ? 'in the metaverse, and in each target that it flows to'
    : `in ${known.connector}`;
  if (part.staging === null)
    return `${attribute} no longer comes from this rule: it is emptied ${where}, or another rule fills it.`;
  if (part.active === null)
    return `${attribute} comes from this rule on the staging server only: it changes ${where}.`;
  return `${attribute} gets another value ${where}, for every object in the scope of the rule.`;
}

function precedenceEffect({ active, staging }: BothRules, known: RuleCase): string {
  const turned = known.custom.filter(
    (other) =>
      other.active !== active &&
      active.inbound === other.active.inbound &&
      order(active, other.active) !== order(staging, other.staging),
  );
  if (turned.length === 0)
    return 'None as it stands: the order among the custom rules is the same on both servers.';
  const names = listed(turned.map((other) => `"${other.active.name}"`));
  const attributes = turned.flatMap((other) => shared(staging, other.staging));
  const contested = [...new Set(attributes)];
  return contested.length === 0
    ? `The order against ${names} is turned round; they fill no attribute in common.`
    : `The order against ${names} is turned round: another rule wins for ${listed(contested)}.`;
}

function order(one: SyncRule, other: SyncRule): number {
  return Math.sign((one.precedence ?? 0) - (other.precedence ?? 0));
}

function shared(one: SyncRule, other: SyncRule): readonly string[] {
  const targets = new Set(other.mappings.map(({ target }) => target.toLowerCase()));
  return one.mappings.map(({ target }) => target).filter((target) => targets.has(target.toLowerCase()));
}

/** What a rule that only one server has does to exports. */
export function effectOfOneSided(
  heading: Heading,
  rule: SyncRule,
  side: 'active' | 'staging',
  known: RuleCase,
): string {
  if (heading === 'versionNoise') {
    return `A default rule of one build only: active server ${known.builds.active ?? 'unknown'}, staging server ${known.builds.staging ?? 'unknown'}.`;
  }
  if (rule.disabled) return 'None: the rule is disabled.';
  return side === 'active' ? `Missing here: ${withoutRule(rule)}` : `Only here: ${withRule(rule)}`;
}

function withoutRule(rule: SyncRule): string {
  const flows = flowsOf(rule);
  return rule.link === 'Provision'
    ? `objects that it creates are staged as deletes, and ${flows} are emptied or come from another rule.`
    : `${flows} are emptied or come from another rule.`;
}

function withRule(rule: SyncRule): string {
  const flows = flowsOf(rule);
  return rule.link === 'Provision' ? `it creates objects, and fills ${flows}.` : `it fills ${flows}.`;
}

function flowsOf(rule: SyncRule): string {
  return rule.mappings.length === 0 ? 'no attributes' : listed(rule.mappings.map(({ target }) => target));
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const PAGES: Readonly<Partial<Record<PartDifference['part'], string>>> = {
  scope: 'page Scoping filter',
  join: 'page Join rules',
  flow: 'page Transformations',
};

/** Where to see a part of a rule, and how to make it the same. */
export function remedyOfPart(heading: Heading, part: PartDifference, { active, staging }: BothRules): string {
  if (heading === 'ignored') return 'Nothing to do.';
  if (heading === 'versionNoise') {
    return 'Nothing to do for the rule. To have no such differences, bring both servers to the same build.';
  }
  const open = `${editor(staging)}, Edit, ${PAGES[part.part] ?? 'page Description'}`;
  const how =
    isDefaultRule(active) && isDefaultRule(staging) && part.part !== 'disabled'
      ? 'Do not edit the default rule: the next upgrade takes the edit away. Make the change in a custom rule, the same one on both servers.'
      : 'Make it as it is on the active server.';
  return `${open}. ${how} ${AFTERWARDS}`;
}

/** How to make a rule that one server lacks, or to take away one that is too many. */
export function remedyOfOneSided(heading: Heading, rule: SyncRule, side: 'active' | 'staging'): string {
  if (heading === 'versionNoise') return 'Nothing to do for the rule. Bring both servers to the same build.';
  if (side === 'staging') {
    return `${editor(rule)}: delete or disable it on the staging server, or make it on the active server too. ${AFTERWARDS}`;
  }
  return `${editor(rule)} on the active server, Export: it gives the cmdlets (New-ADSyncRule … Add-ADSyncRule). Put the ids of the staging server's connectors into them (Get-ADSyncConnector), read them, run them on the staging server. ${AFTERWARDS}`;
}

function editor(rule: SyncRule): string {
  return `Synchronization Rules Editor, direction ${direction(rule)}, rule "${rule.name}"`;
}
