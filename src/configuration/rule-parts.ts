import type { Mapping, SyncRule } from './server-configuration.ts';

/** What of a rule differs, by what it does. */
type RulePart =
  | 'disabled'
  | 'precedence'
  | 'scope'
  | 'join'
  | 'flow'
  | 'type'
  | 'tag'
  | 'text'
  | 'identity'
  | 'other';

/** One part of a rule on both servers. */
export interface PartDifference {
  readonly part: RulePart;
  readonly setting: string;
  readonly active: string | null;
  readonly staging: string | null;
}

const IDENTITY = /^(?:id|internal-id|version|precedence-after|precedence-before)$|time|date/i;

/** What differs between two rules, part by part; connectors and names are known to fit. */
export function differingParts(active: SyncRule, staging: SyncRule): readonly PartDifference[] {
  return [
    ...unequal('disabled', 'disabled', yesNo(active.disabled), yesNo(staging.disabled)),
    ...unequal('type', 'direction', direction(active), direction(staging)),
    ...unequal('type', 'object type in the connector', active.connectorType, staging.connectorType),
    ...unequal('type', 'object type in the metaverse', active.metaverseType, staging.metaverseType),
    ...unequal('type', 'link type', active.link, staging.link),
    ...unequal('precedence', 'precedence', numberText(active), numberText(staging)),
    ...unequal('tag', 'immutable tag', active.tag, staging.tag),
    ...groupParts('scope', 'scoping filter', active.scope, staging.scope),
    ...groupParts('join', 'join rules', active.joins, staging.joins),
    ...mappingParts(active.mappings, staging.mappings),
    ...otherParts(active.others, staging.others),
  ];
}

/** `Inbound` or `Outbound`, as the rules editor calls it. */
export function direction({ inbound }: Pick<SyncRule, 'inbound'>): string {
  return inbound ? 'Inbound' : 'Outbound';
}

/** One attribute flow in a line: its expression, or the attribute that is taken over. */
export function mappingText({ expression, sources, merge, once }: Mapping): string {
  const named = sources.join(', ');
  const unnamed = sources.filter(
    (source) => !expression?.toLowerCase().includes(`[${source.toLowerCase()}]`),
  );
  const from = unnamed.length === 0 ? '' : ` (source: ${unnamed.join(', ')})`;
  const flow = expression === null ? `directly from ${named === '' ? 'nothing' : named}` : expression + from;
  const extras = [...(merge === 'Update' ? [] : [merge]), ...(once ? ['applied once'] : [])];
  return extras.length === 0 ? flow : `${flow} [${extras.join(', ')}]`;
}

function unequal(
  part: RulePart,
  setting: string,
  active: string | null,
  staging: string | null,
): readonly PartDifference[] {
  return (active ?? '') === (staging ?? '') ? [] : [{ part, setting, active, staging }];
}

/** Groups by their content: those that both have are taken out, what is left is shown side by side. */
function groupParts(
  part: RulePart,
  setting: string,
  active: readonly string[],
  staging: readonly string[],
): readonly PartDifference[] {
  const right = [...staging];
  const left = active.filter((group) => {
    const at = right.indexOf(group);
    if (at >= 0) right.splice(at, 1);
    return at < 0;
  });
  const count = Math.max(left.length, right.length);
  // The groups of a join are tried in their order.
  if (count === 0 && part === 'join' && active.some((group, index) => staging[index] !== group)) {
    return [
      {
        part,
        setting: 'order of the join rules',
        active: active.join(' OR '),
        staging: staging.join(' OR '),
      },
    ];
  }
  return Array.from({ length: count }, (_, index) => ({
    part,
    setting,
    active: left[index] ?? null,
    staging: right[index] ?? null,
  }));
}

function mappingParts(active: readonly Mapping[], staging: readonly Mapping[]): readonly PartDifference[] {
  const left = byTarget(active);
  const right = byTarget(staging);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const one = left.get(key);
    const other = right.get(key);
    const target = one?.target ?? other?.target ?? '';
    return unequal(
      'flow',
      `flow to ${target}`,
      one === undefined ? null : mappingText(one),
      other === undefined ? null : mappingText(other),
    );
  });
}

function byTarget(mappings: readonly Mapping[]): Map<string, Mapping> {
  const map = new Map<string, Mapping>();
  for (const mapping of mappings) {
    let key = mapping.target.toLowerCase();
    while (map.has(key)) key += '\0';
    map.set(key, mapping);
  }
  return map;
}

function otherParts(
  active: ReadonlyMap<string, string>,
  staging: ReadonlyMap<string, string>,
): readonly PartDifference[] {
  return [...new Set([...active.keys(), ...staging.keys()])].flatMap((name) => {
    const part = IDENTITY.test(name) ? 'identity' : name === 'description' ? 'text' : 'other';
    return unequal(part, name, active.get(name) ?? null, staging.get(name) ?? null);
  });
}

function yesNo(flag: boolean): string {
  return flag ? 'yes' : 'no';
}

function numberText({ precedence }: SyncRule): string | null {
  return precedence === null ? null : String(precedence);
}
