import type { Advice } from './advice.ts';
import type { Difference } from './difference.ts';
import type { Area, Schema } from './server-configuration.ts';

/** Whose schemas are compared, and how a difference about these attributes is explained. */
export interface SchemaCase {
  readonly area: Area;
  readonly connector: string | null;
  readonly advise: (attributes: readonly string[]) => Advice;
}

/** Attributes and object types that only one schema has, and those of another kind. */
export function compareSchemas(active: Schema, staging: Schema, known: SchemaCase): readonly Difference[] {
  return [...attributeDifferences(active, staging, known), ...typeDifferences(active, staging, known)];
}

function attributeDifferences(active: Schema, staging: Schema, known: SchemaCase): readonly Difference[] {
  const names = new Set([...active.attributes.keys(), ...staging.attributes.keys()]);
  return [...names].flatMap((name) => {
    const one = active.attributes.get(name) ?? null;
    const other = staging.attributes.get(name) ?? null;
    return one === other ? [] : [made(known, `attribute ${name}`, one, other, [name])];
  });
}

function typeDifferences(active: Schema, staging: Schema, known: SchemaCase): readonly Difference[] {
  const names = new Set([...active.types.keys(), ...staging.types.keys()]);
  return [...names].flatMap((name) => {
    const one = active.types.get(name);
    const other = staging.types.get(name);
    if (one === undefined || other === undefined) {
      return [
        made(known, `object type ${name}`, one && 'known', other && 'known', [...(one ?? other ?? [])]),
      ];
    }
    // An attribute that one server does not know at all is told of once, by itself.
    const left = onlyIn(one, other, staging);
    const right = onlyIn(other, one, active);
    if (left.length + right.length === 0) return [];
    const only = (attributes: readonly string[]): string | null =>
      attributes.length === 0 ? null : `only here: ${attributes.join(', ')}`;
    return [made(known, `object type ${name}`, only(left), only(right), [...left, ...right])];
  });
}

function onlyIn(one: ReadonlySet<string>, other: ReadonlySet<string>, schema: Schema): readonly string[] {
  return [...one].filter((name) => !other.has(name) && schema.attributes.has(name));
}

function made(
  { area, connector, advise }: SchemaCase,
  item: string,
  active: string | null | undefined,
  staging: string | null | undefined,
  attributes: readonly string[],
): Difference {
  const { heading, effect, remedy } = advise(attributes);
  return {
    heading,
    area,
    connector,
    item,
    setting: '',
    active: active ?? null,
    staging: staging ?? null,
    effect,
    remedy,
  };
}
