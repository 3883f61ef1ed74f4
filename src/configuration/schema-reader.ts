import { trimmedChild, type XmlElement } from '../csexport/xml-element.ts';
import type { Schema } from './server-configuration.ts';
import type { Strings } from './strings.ts';

/** Gathers a schema (DSML) from its elements. Attributes are told by their names: their ids differ from server to server. */
export class SchemaReader {
  readonly #strings: Strings;
  readonly #names = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  readonly #types = new Map<string, { name: string; attributes: string[] }>();

  constructor(strings: Strings) {
    this.#strings = strings;
  }

  /** Takes one element of `directory-schema`; gives false where it says nothing about a type or an attribute. */
  take(element: XmlElement): boolean {
    if (element.name === 'class' || element.name === 'dit-content-rule') this.#takeType(element);
    else if (element.name === 'attribute-type') this.#takeAttribute(element);
    else return false;
    return true;
  }

  /** The schema, once all of it was taken: a type may stand before its attributes. */
  schema(): Schema {
    const types = new Map<string, Set<string>>();
    for (const { name, attributes } of this.#types.values()) {
      types.set(name, new Set(attributes.map((id) => this.#names.get(id) ?? id)));
    }
    return { attributes: this.#attributes, types };
  }

  /** A `dit-content-rule` has the id of a class, and adds to its attributes. */
  #takeType(element: XmlElement): void {
    const id = this.#strings.kept(element.attributes.get('id') ?? trimmedChild(element, 'name') ?? '');
    const type = this.#types.get(id) ?? { name: id, attributes: [] };
    this.#types.set(id, type);
    const name = trimmedChild(element, 'name');
    if (name !== null) type.name = this.#strings.kept(name);
    for (const child of element.children) {
      if (child.name !== 'attribute') continue;
      type.attributes.push(this.#strings.kept((child.attributes.get('ref') ?? '').replace(/^#/, '')));
    }
  }

  #takeAttribute(element: XmlElement): void {
    const id = element.attributes.get('id') ?? '';
    const name = this.#strings.kept(trimmedChild(element, 'name') ?? id);
    this.#names.set(this.#strings.kept(id), name);
    const values = element.attributes.get('single-value') === 'true' ? 'one value' : 'several values';
    this.#attributes.set(
      name,
      this.#strings.kept(`${values}, syntax ${trimmedChild(element, 'syntax') ?? 'not said'}`),
    );
  }
}
