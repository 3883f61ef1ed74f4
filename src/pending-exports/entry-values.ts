import type { Attribute, CsObject, Delta, Entry } from '../csexport/cs-object.ts';
import { valueText } from '../csexport/values/value-text.ts';

/** The values of a hologram's attributes by name. An attribute that stands twice has the values of both. */
export class EntryValues {
  readonly #entry: Entry | null;
  #byName: Map<string, Attribute[]> | null = null;

  constructor(entry: Entry | null) {
    this.#entry = entry;
  }

  /** The names of the attributes, each once, in the order of the file. */
  names(): readonly string[] {
    return [...this.#attributes().keys()];
  }

  /** The first attribute of that name, for its type. */
  attribute(name: string): Attribute | undefined {
    return this.#attributes().get(name)?.[0];
  }

  /** The values as text; none where the entry has no such attribute. */
  texts(name: string): readonly string[] {
    const same = this.#attributes().get(name) ?? [];
    return same.flatMap((attribute) => attribute.values.map((value) => valueText(attribute, value)));
  }

  /** Most entries of a large export are never asked: they are indexed when they are. */
  #attributes(): Map<string, Attribute[]> {
    if (this.#byName === null) {
      this.#byName = new Map();
      for (const attribute of this.#entry?.attributes ?? []) {
        const same = this.#byName.get(attribute.name);
        if (same === undefined) this.#byName.set(attribute.name, [attribute]);
        else same.push(attribute);
      }
    }
    return this.#byName;
  }
}

/**
 * The values that an attribute has before a delta: the synchronized hologram's. Where that has no entry nobody can
 * say, which is null, but an add starts from none.
 */
export function valuesBefore(
  object: CsObject,
  delta: Delta,
  synchronized: EntryValues,
  name: string,
): readonly string[] | null {
  if (object.holograms.synchronized !== null) return synchronized.texts(name);
  return delta.operation === 'add' ? [] : null;
}
