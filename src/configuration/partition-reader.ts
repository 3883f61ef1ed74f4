import { isTrue, type XmlElement } from '../csexport/xml-element.ts';
import type { FactList } from './fact-list.ts';
import { flatten } from './flatten.ts';
import { type Area, foldedId } from './server-configuration.ts';

interface Told {
  readonly area: Area;
  readonly setting: string;
  readonly text: string;
  readonly type: string;
  /** True for what is no setting of the file but a word of ours. */
  readonly shown: boolean;
}

/** Reads the partitions of a connector: what is selected, the OUs, the object types. */
export class PartitionReader {
  readonly #list: FactList;
  readonly #names = new Map<string, string>();
  #told: Told[] = [];
  #name = '';
  #id = '';

  constructor(list: FactList) {
    this.#list = list;
  }

  /** The name of the partition with this id, else the id. */
  nameOf(id: string): string {
    return this.#names.get(foldedId(id)) ?? id;
  }

  begin(): void {
    this.#told = [];
    this.#name = '';
    this.#id = '';
  }

  /** Takes an element of the partition; `parent` is the path from the partition: `filter/containers`. */
  take(parent: string, element: XmlElement): void {
    const text = element.text.trim();
    if (parent === '' && element.name === 'name') this.#name = text;
    else if (parent === '' && element.name === 'id') this.#id = text;
    else if (parent === '' && element.name === 'selected')
      this.#say('Partitions and OUs', 'partition', isTrue(text) ? 'selected' : 'not selected');
    else if (parent.endsWith('/inclusions')) this.#container(text, 'included');
    else if (parent.endsWith('/exclusions')) this.#container(text, 'excluded');
    else if (element.name === 'object-classes') this.#objectTypes(element);
    else if (parent.endsWith('parameter-values')) this.#parameter(element);
    else this.#flatten(parent, element);
  }

  end(): void {
    const name = this.#name === '' ? '(without a name)' : this.#name;
    if (this.#id !== '') {
      this.#names.set(foldedId(this.#id), name);
      this.#list.addShown('Partitions and OUs', name, 'id', this.#id);
    }
    for (const { area, setting, text, type, shown } of this.#told) {
      if (shown) this.#list.addShown(area, name, setting, text);
      else this.#list.add(area, name, setting, text, type);
    }
    this.#told = [];
  }

  #container(dn: string, how: string): void {
    if (dn !== '') this.#say('Partitions and OUs', `OU ${dn}`, how);
  }

  #objectTypes(element: XmlElement): void {
    for (const type of element.children) {
      if (type.text.trim() !== '') this.#say('Object types', type.text.trim(), 'selected');
    }
  }

  #parameter(element: XmlElement): void {
    const name = element.attributes.get('name') ?? element.name;
    const type = `${element.attributes.get('type') ?? ''} ${element.attributes.get('dataType') ?? ''}`;
    this.#tell(`parameter ${name}`, element.text, type);
  }

  #flatten(parent: string, element: XmlElement): void {
    const before = parent === '' ? '' : `${parent}/`;
    flatten(element, (path, text, type) => this.#tell(before + path, text, type));
  }

  #say(area: Area, setting: string, text: string): void {
    this.#told.push({ area, setting, text, type: '', shown: true });
  }

  #tell(setting: string, text: string, type: string): void {
    this.#told.push({ area: 'Partitions and OUs', setting, text, type, shown: false });
  }
}
