import { childOf, trimmedChild, type XmlElement } from '../csexport/xml-element.ts';
import { FactList } from './fact-list.ts';
import { flatten } from './flatten.ts';
import { PartitionReader } from './partition-reader.ts';
import { runProfileSteps } from './run-profiles.ts';
import { SchemaReader } from './schema-reader.ts';
import { type Area, type ConnectorConfiguration, foldedId } from './server-configuration.ts';
import type { Strings } from './strings.ts';
import type { PartReader } from './subtrees.ts';

const SETTINGS = /^ma-data\/private-configuration\/(?:adma-configuration|MAConfig)$/;

/** Reads the file of one connector: `Connectors/Connector_{id}.xml`. */
export class ConnectorReader implements PartReader {
  readonly #list: FactList;
  readonly #schema: SchemaReader;
  readonly #partitions: PartitionReader;
  readonly #runProfiles: XmlElement[] = [];
  #id = '';
  #name = '';
  #category = '';
  #forest: string | null = null;

  constructor(strings: Strings) {
    this.#list = new FactList(strings);
    this.#schema = new SchemaReader(strings);
    this.#partitions = new PartitionReader(this.#list);
  }

  opened(path: string): void {
    if (path.endsWith('/partition')) this.#partitions.begin();
  }

  closed(path: string): void {
    if (path.endsWith('/partition')) this.#partitions.end();
  }

  element(parent: string, element: XmlElement): void {
    const partition = /^ma-data\/ma-partition-data\/partition(?:\/|$)(.*)/.exec(parent)?.[1];
    if (partition !== undefined) this.#partitions.take(partition, element);
    else if (parent === 'ma-data') this.#takeProperty(element);
    else if (element.name === 'run-configuration') this.#runProfiles.push(element);
    else if (parent === 'ma-data/attribute-inclusion') this.#takeAttribute(element);
    else if (parent.endsWith('/parameter-values')) this.#takeParameter(element);
    else if (SETTINGS.test(parent)) this.#takeSetting(element);
    else if (!parent.startsWith('ma-data/schema') || !this.#schema.take(element)) {
      const place = parent.replace(/^ma-data\/?/, '');
      this.#tellAll('Connector', element, place === '' ? '' : `${place}/`);
    }
  }

  /** The connector, once its file is read. */
  connector(): ConnectorConfiguration {
    for (const profile of this.#runProfiles) this.#takeRunProfile(profile);
    return {
      id: foldedId(this.#id),
      name: this.#name,
      category: this.#category,
      forest: this.#forest,
      facts: this.#list.facts,
      schema: this.#schema.schema(),
    };
  }

  #takeProperty(element: XmlElement): void {
    const text = element.text.trim();
    if (element.name === 'id') this.#id = text;
    else if (element.name === 'name') this.#name = text;
    else {
      if (element.name === 'category') this.#category = text;
      this.#tellAll('Connector', element);
    }
  }

  #takeSetting(element: XmlElement): void {
    if (element.name === 'forest-name') this.#forest = element.text.trim().toLowerCase();
    this.#tellAll(/^importing$/i.test(element.name) ? 'Anchor' : 'Connector', element);
  }

  #takeParameter(element: XmlElement): void {
    const name = element.attributes.get('name') ?? element.name;
    const type = `${element.attributes.get('type') ?? ''} ${element.attributes.get('dataType') ?? ''}`;
    this.#list.add('Connector', `parameter ${name}`, '', element.text, type);
  }

  #takeAttribute(element: XmlElement): void {
    const name = element.text.trim();
    if (name !== '') this.#list.addShown('Attributes', name, '', 'selected');
  }

  #takeRunProfile(profile: XmlElement): void {
    const name = trimmedChild(profile, 'name') ?? '(without a name)';
    const steps = childOf(profile, 'configuration')?.children ?? [];
    const texts = runProfileSteps(steps, (id) => this.#partitions.nameOf(id));
    this.#list.addShown('Run profiles', name, '', 'defined');
    for (const [index, text] of texts.entries()) {
      this.#list.addShown('Run profiles', name, `step ${index + 1}`, text);
    }
    for (const part of ['id', 'version']) {
      const text = trimmedChild(profile, part);
      if (text !== null) this.#list.addShown('Run profiles', name, part, text);
    }
  }

  #tellAll(area: Area, element: XmlElement, before = ''): void {
    flatten(element, (path, text, type) => this.#list.add(area, before + path, '', text, type));
  }
}
