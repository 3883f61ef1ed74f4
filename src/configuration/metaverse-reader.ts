import type { XmlElement } from '../csexport/xml-element.ts';
import { FactList } from './fact-list.ts';
import { flatten } from './flatten.ts';
import { SchemaReader } from './schema-reader.ts';
import type { Facts, Schema } from './server-configuration.ts';
import type { Strings } from './strings.ts';
import type { PartReader } from './subtrees.ts';

/** What `GlobalSettings/MV.xml` says. */
export interface MetaversePart {
  readonly server: string | null;
  readonly build: string | null;
  readonly facts: Facts;
  readonly schema: Schema;
}

const BUILD = 'Microsoft.Synchronize.ServerConfigurationVersion';

/** Reads the global settings and the metaverse's schema. */
export class MetaverseReader implements PartReader {
  readonly #list: FactList;
  readonly #schema: SchemaReader;
  #server: string | null = null;
  #build: string | null = null;

  constructor(strings: Strings) {
    this.#list = new FactList(strings);
    this.#schema = new SchemaReader(strings);
  }

  opened(_path: string, attributes: ReadonlyMap<string, string>): void {
    const server = attributes.get('server');
    if (server === undefined) return;
    this.#server = server;
    this.#list.addShown('Global settings', 'server name', '', server);
    const exported = attributes.get('export-date');
    if (exported !== undefined) this.#list.addShown('Global settings', 'export-date', '', exported);
  }

  element(parent: string, element: XmlElement): void {
    const inSchema = /(?:^|\/)schema(?:\/|$)/.test(parent);
    if (parent.endsWith('parameter-values')) this.#takeParameter(element);
    else if (!inSchema || !this.#schema.take(element)) {
      flatten(element, (path, text, type) => this.#list.add('Metaverse schema', path, '', text, type));
    }
  }

  /** What was read. */
  part(): MetaversePart {
    return {
      server: this.#server,
      build: this.#build,
      facts: this.#list.facts,
      schema: this.#schema.schema(),
    };
  }

  #takeParameter(element: XmlElement): void {
    const name = element.attributes.get('name') ?? element.name;
    const type = `${element.attributes.get('type') ?? ''} ${element.attributes.get('dataType') ?? ''}`;
    if (name === BUILD) this.#build = element.text.trim();
    this.#list.add('Global settings', name, '', element.text, type);
  }
}
