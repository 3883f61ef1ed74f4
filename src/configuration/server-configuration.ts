import type { InputFault } from '../csexport/input-fault.ts';

/** Where in a configuration a setting stands; the tree of the screen has them in this order. */
export const AREAS = [
  'Global settings',
  'Wizard settings',
  'Connector',
  'Partitions and OUs',
  'Object types',
  'Attributes',
  'Anchor',
  'Run profiles',
  'Synchronization rules',
  'Connector schema',
  'Metaverse schema',
] as const;
export type Area = (typeof AREAS)[number];

/** A value: what may be shown of it, and what tells it from another. They are the same but for secrets. */
export interface Value {
  readonly text: string;
  readonly compared: string;
}

/** One setting of one thing. */
export interface Fact {
  readonly area: Area;
  /** The thing that has the setting: a partition, a run profile, a parameter. */
  readonly item: string;
  readonly setting: string;
  readonly value: Value;
}

/** Facts by what they are about: two servers are matched by these keys, which hold names and never ids. */
export type Facts = ReadonlyMap<string, Fact>;

/** Object types and attributes that a connector, or the metaverse, knows. */
export interface Schema {
  /** By the attribute's name: its syntax, and whether it has one value. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By the object type's name: the names of its attributes. */
  readonly types: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One connector. */
export interface ConnectorConfiguration {
  /** As {@link foldedId} gives it. */
  readonly id: string;
  readonly name: string;
  /** `AD`, `Extensible2` …; null where only rules speak of the connector. */
  readonly category: string | null;
  /** The forest of an AD connector. */
  readonly forest: string | null;
  readonly facts: Facts;
  readonly schema: Schema;
}

/** One attribute flow of a rule. */
export interface Mapping {
  readonly target: string;
  readonly sources: readonly string[];
  /** null where the value is taken over as it is. */
  readonly expression: string | null;
  /** `Update`, `MergeCaseInsensitive` … */
  readonly merge: string;
  readonly once: boolean;
}

/** One synchronization rule. */
export interface SyncRule {
  readonly name: string;
  /** Of its connector, as {@link foldedId} gives it. */
  readonly connectorId: string;
  readonly inbound: boolean;
  /** `Microsoft.InfromADUserJoin.003` for a rule of the product; '' for one of the customer. */
  readonly tag: string;
  readonly disabled: boolean;
  /** null where it is no number. */
  readonly precedence: number | null;
  /** Type in the connector space, and type in the metaverse. */
  readonly connectorType: string;
  readonly metaverseType: string;
  /** `Provision`, `Join`, `StickyJoin`. */
  readonly link: string;
  readonly mappings: readonly Mapping[];
  /** Groups, one text each; an object is in scope where one group fits. */
  readonly scope: readonly string[];
  /** Groups, one text each, in the order in which they are tried. */
  readonly joins: readonly string[];
  /** Everything else, by its element's name: description, version, ids … */
  readonly others: ReadonlyMap<string, string>;
}

/** What one server is set up to do, as far as its files could be read. */
export interface ServerConfiguration {
  /** Whole path of the folder or file. */
  readonly path: string;
  /** The server's name; null where no file says it. */
  readonly server: string | null;
  /** `1.1.130.0`; null where no file says it. */
  readonly build: string | null;
  readonly connectors: readonly ConnectorConfiguration[];
  readonly rules: readonly SyncRule[];
  /** Global settings and the metaverse's own. */
  readonly facts: Facts;
  readonly metaverse: Schema;
  /** Parts that could not be read, or not to their end; nothing of them is compared. */
  readonly faults: readonly InputFault[];
  /** Kinds of parts of which nothing was read: they are not compared. */
  readonly missing: readonly ('connectors' | 'rules' | 'global settings')[];
}

/** The id of the connector to Entra ID, the same on every server. */
export const AAD_ID = 'b891884f-051e-4a83-95af-2544101c9083';

/** An id without braces, in lower case: files write the same one in several ways. */
export function foldedId(id: string): string {
  return id
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
}

/** True for a rule that came with the product. */
export function isDefaultRule(rule: Pick<SyncRule, 'tag'>): boolean {
  return rule.tag.startsWith('Microsoft.');
}
