import type { InputFault } from '../csexport/input-fault.ts';
import type { XmlElement } from '../csexport/xml-element.ts';
import { ConnectorReader } from './connector-reader.ts';
import { findParts } from './find-parts.ts';
import { type MetaversePart, MetaverseReader } from './metaverse-reader.ts';
import { configurationFault } from './part-fault.ts';
import { readPart } from './read-part.ts';
import { ruleOf } from './rule-reader.ts';
import type { ConnectorConfiguration, ServerConfiguration, SyncRule } from './server-configuration.ts';
import { Strings } from './strings.ts';
import { type PartReader, Subtrees } from './subtrees.ts';

/**
 * Reads the configuration that `Get-ADSyncServerConfiguration -Path` wrote into this folder, or below it. A part that
 * cannot be read is among the faults, and the rest is there. `strings` are those of the other server: most are the same. Throws an InputFaultError where nothing can be read.
 */
export async function readConfiguration(
  folder: string,
  strings: Strings = new Strings(),
): Promise<ServerConfiguration> {
  const connectors: ConnectorConfiguration[] = [];
  const rules: SyncRule[] = [];
  const faults: InputFault[] = [];
  let metaverse: MetaversePart | null = null;
  for (const file of await findParts(folder)) {
    const part = new Part(strings);
    const fault = await readPart(file, new Subtrees(part));
    if (fault !== null) faults.push(fault);
    else if (part.reader instanceof ConnectorReader) connectors.push(part.reader.connector());
    else if (part.reader instanceof MetaverseReader) metaverse = part.reader.part();
    else if (part.rules.length > 0) rules.push(...part.rules.map((rule) => ruleOf(rule, strings)));
    else faults.push(unknownPart(file, part.root));
  }
  return {
    path: folder,
    server: metaverse?.server ?? null,
    build: metaverse?.build ?? null,
    connectors: [...connectors, ...connectorsOfRules(rules, connectors)],
    rules,
    facts: metaverse?.facts ?? new Map(),
    metaverse: metaverse?.schema ?? { attributes: new Map(), types: new Map() },
    faults,
    missing: [
      ...(connectors.length === 0 ? (['connectors'] as const) : []),
      ...(rules.length === 0 ? (['rules'] as const) : []),
      ...(metaverse === null ? (['global settings'] as const) : []),
    ],
  };
}

/** A file of a configuration, whatever it holds: its first element says. */
class Part implements PartReader {
  root = '';
  reader: PartReader | null = null;
  readonly rules: XmlElement[] = [];
  readonly #strings: Strings;

  constructor(strings: Strings) {
    this.#strings = strings;
  }

  opened(path: string, attributes: ReadonlyMap<string, string>): void {
    if (this.root === '') {
      this.root = path;
      if (path === 'ma-data') this.reader = new ConnectorReader(this.#strings);
      if (path === 'saved-mv-configuration' || path === 'mv-data')
        this.reader = new MetaverseReader(this.#strings);
    }
    this.reader?.opened?.(path, attributes);
  }

  element(parent: string, element: XmlElement): void {
    if (this.root === '') this.root = element.name;
    if (this.reader !== null) this.reader.element(parent, element);
    else if (element.name === 'synchronizationRule') this.rules.push(element);
  }

  closed(path: string): void {
    this.reader?.closed?.(path);
  }
}

function unknownPart(file: string, root: string): InputFault {
  return configurationFault(
    'other-root',
    file,
    `Its first element is <${root.slice(0, 60)}>: no connector, no rule, no global settings.`,
    'It was left out. Where it is a part of the configuration, compare it by eye.',
  );
}

/** Connectors that rules belong to and whose own file is not there. */
function connectorsOfRules(
  rules: readonly SyncRule[],
  known: readonly ConnectorConfiguration[],
): readonly ConnectorConfiguration[] {
  const ids = new Set(rules.map(({ connectorId }) => connectorId));
  for (const { id } of known) ids.delete(id);
  return [...ids].map((id) => ({
    id,
    name: '(a connector without a file)',
    category: null,
    forest: null,
    facts: new Map(),
    schema: { attributes: new Map(), types: new Map() },
  }));
}
