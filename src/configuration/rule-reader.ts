import { childOf, isTrue, spoken, trimmedChild, type XmlElement } from '../csexport/xml-element.ts';
import { flatten } from './flatten.ts';
import { foldedId, type Mapping, type SyncRule } from './server-configuration.ts';
import type { Strings } from './strings.ts';

// Each has its own place in a rule.
const PLACED = new Set([
  'name',
  'immutable-tag',
  'direction',
  'disabled',
  'connector',
  'sourceObjectType',
  'targetObjectType',
  'linkType',
  'precedence',
  'attribute-mappings',
  'relationshipCriteria',
  'synchronizationCriteria',
]);

/** A rule from its element `synchronizationRule`. */
export function ruleOf(element: XmlElement, strings: Strings): SyncRule {
  const said = (name: string): string => strings.kept(trimmedChild(element, name) ?? '');
  const kept = (text: string): string => strings.kept(text);
  const inbound = said('direction').toLowerCase() !== 'outbound';
  const precedence = Number.parseInt(said('precedence'), 10);
  const source = said('sourceObjectType');
  const target = said('targetObjectType');
  return {
    name: said('name'),
    connectorId: strings.kept(foldedId(said('connector'))),
    inbound,
    tag: said('immutable-tag'),
    disabled: isTrue(said('disabled')),
    precedence: Number.isNaN(precedence) ? null : precedence,
    connectorType: inbound ? source : target,
    metaverseType: inbound ? target : source,
    link: said('linkType'),
    mappings: (childOf(element, 'attribute-mappings')?.children ?? []).map((mapping) =>
      mappingOf(mapping, strings),
    ),
    joins: groups(childOf(element, 'relationshipCriteria'), joinText, (texts) => texts).map(kept),
    // All conditions of a group must be met: their order says nothing.
    scope: groups(childOf(element, 'synchronizationCriteria'), scopeText, (texts) => texts.toSorted()).map(
      kept,
    ),
    others: othersOf(element, strings),
  };
}

function mappingOf(mapping: XmlElement, strings: Strings): Mapping {
  const source = childOf(mapping, 'src');
  const named = (source?.children ?? [])
    .map(({ text }) => strings.kept(text.trim()))
    .filter((name) => name !== '');
  const constant = named.length === 0 ? spoken(source?.text) : null;
  const written =
    spoken(childOf(mapping, 'expression')?.text) ?? (constant === null ? null : `"${constant}"`);
  return {
    target: strings.kept(trimmedChild(mapping, 'dest') ?? ''),
    sources: named,
    expression: written === null ? null : strings.kept(written),
    merge: strings.kept(trimmedChild(mapping, 'valueMergeType') ?? 'Update'),
    once: isTrue(mapping.attributes.get('execute-once')),
  };
}

function groups(
  criteria: XmlElement | null,
  textOf: (condition: XmlElement) => string,
  ordered: (texts: string[]) => string[],
): readonly string[] {
  return (criteria?.children ?? [])
    .filter(({ children }) => children.length > 0)
    .map(({ children }) => ordered(children.map(textOf)).join(' AND '));
}

function scopeText(scope: XmlElement): string {
  const said = (name: string): string => trimmedChild(scope, name) ?? '';
  return `${said('csAttribute')} ${said('csOperator')} ${said('csValue')}`.trim();
}

function joinText(condition: XmlElement): string {
  const said = (name: string): string => trimmedChild(condition, name) ?? '';
  const exact = isTrue(said('caseSensitive')) ? ' (upper and lower case differ)' : '';
  return `${said('csAttribute')} = ${said('ilmAttribute')}${exact}`;
}

function othersOf(element: XmlElement, strings: Strings): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const child of element.children) {
    if (!PLACED.has(child.name))
      flatten(child, (path, text) => others.set(strings.kept(path), strings.kept(text.trim())));
  }
  return others;
}
