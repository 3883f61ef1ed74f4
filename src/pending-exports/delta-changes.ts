import type { Attribute, CsObject, Delta } from '../csexport/cs-object.ts';
import { type AttributeEffect, effectOf } from './attribute-effect.ts';
import { type EntryValues, valuesBefore } from './entry-values.ts';
import { statesWholeObject } from './staged-deltas.ts';

/** One attribute that a delta changes, with what it does. `source` is the attribute as the file has it. */
export interface DeltaChange extends AttributeEffect {
  readonly attribute: string;
  readonly source: Attribute | undefined;
}

/**
 * What a delta does, attribute by attribute, in its order. A delta that states the whole new object also deletes what
 * the object has before (its synchronized hologram) and the delta does not list: those come last.
 */
export function changesOf(object: CsObject, delta: Delta, synchronized: EntryValues): DeltaChange[] {
  const changes: DeltaChange[] = delta.attributes.map((source) => ({
    attribute: source.name,
    source,
    ...effectOf(delta, source, () => valuesBefore(object, delta, synchronized, source.name)),
  }));
  if (!statesWholeObject(delta)) return changes;
  const listed = new Set(delta.attributes.map((attribute) => attribute.name));
  for (const attribute of synchronized.names()) {
    if (listed.has(attribute)) continue;
    changes.push({
      attribute,
      source: synchronized.attribute(attribute),
      operation: 'delete',
      added: [],
      deleted: synchronized.texts(attribute),
    });
  }
  return changes;
}
