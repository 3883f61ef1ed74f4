import { spoken, type XmlElement } from './xml-element.ts';

/** Children of a cs-object that are kept elsewhere. */
const KEPT_ELSEWHERE = new Set([
  'unapplied-export',
  'escrowed-export',
  'unconfirmed-export',
  'pending-import',
  'synchronized-hologram',
  'unapplied-export-hologram',
  'escrowed-export-hologram',
  'unconfirmed-export-hologram',
  'pending-import-hologram',
  'ma-id',
  'ma-name',
  'import-errordetail',
  'export-errordetail',
  'mv-link',
  'cs-mv-links',
  'transient-details',
]);

/**
 * Everything else that an object says about itself, by the path of the element: `connector-state`,
 * `sequencers/current/batch-number`; an attribute of such an element as `path@name`; the second of one name as `path[2]`.
 */
export function systemValuesOf(object: XmlElement): Record<string, string> {
  const said = new SaidValues();
  for (const child of object.children) {
    if (!KEPT_ELSEWHERE.has(child.name)) said.gather(child, child.name);
  }
  return said.values;
}

class SaidValues {
  readonly values: Record<string, string> = Object.create(null);
  readonly #timesSaid = new Map<string, number>();

  gather(element: XmlElement, path: string): void {
    for (const [name, value] of element.attributes) this.#keep(`${path}@${name}`, value.trim());
    for (const child of element.children) this.gather(child, `${path}/${child.name}`);
    const text = element.children.length === 0 ? spoken(element.text) : null;
    if (text !== null) this.#keep(path, text);
  }

  #keep(path: string, text: string): void {
    const times = (this.#timesSaid.get(path) ?? 0) + 1;
    this.#timesSaid.set(path, times);
    this.values[times === 1 ? path : `${path}[${times}]`] = text;
  }
}
