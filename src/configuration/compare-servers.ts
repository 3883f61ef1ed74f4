import { stat } from 'node:fs/promises';
import { inputFaultError } from '../csexport/byte-source.ts';
import { InputFaultError } from '../csexport/input-fault.ts';
import { attributeFlows, type FlowsOf } from './attribute-flows.ts';
import { compareConfigurations } from './compare-configurations.ts';
import { comparePolicies } from './compare-policies.ts';
import type { Comparison } from './difference.ts';
import { type HandPair, unknownNames } from './pair-connectors.ts';
import { asPartFault, configurationFault } from './part-fault.ts';
import { readConfiguration } from './read-configuration.ts';
import { readPolicy } from './read-policy.ts';
import { Strings } from './strings.ts';
import { type Unchanged, unchangedThings } from './unchanged.ts';

/** A pairing by hand that names a connector which is not there. */
export class UnknownConnector extends Error {
  override readonly name = 'UnknownConnector';
}

/** Two servers that were read: what differs, and the flows of any attribute; null where rules were not read. */
export interface ComparedServers {
  readonly comparison: Comparison;
  readonly flowsOf: FlowsOf | null;
  /** What is the same on both; found when it is asked for. */
  readonly unchanged: () => readonly Unchanged[];
}

/**
 * Reads and compares two servers: two folders of `Get-ADSyncServerConfiguration -Path`, or two settings files of the
 * wizard. Paths are whole. Throws an InputFaultError where a side cannot be read at all, and an {@link UnknownConnector}.
 */
export async function compareServers(
  activePath: string,
  stagingPath: string,
  byHand: readonly HandPair[] = [],
): Promise<ComparedServers> {
  const folders = [await isFolder(activePath), await isFolder(stagingPath)];
  if (folders[0] !== folders[1]) {
    throw new InputFaultError(
      configurationFault(
        'folder',
        stagingPath,
        'One is a folder and the other one a file: they cannot be compared.',
        'Name two folders of Get-ADSyncServerConfiguration, or two JSON files of the wizard.',
      ),
    );
  }
  if (folders[0] === false) {
    const policies = [await readPolicy(activePath), await readPolicy(stagingPath)] as const;
    return { comparison: comparePolicies(...policies), flowsOf: null, unchanged: () => [] };
  }
  const strings = new Strings();
  const active = await readConfiguration(activePath, strings);
  const staging = await readConfiguration(stagingPath, strings);
  const [unknown] = unknownNames(active.connectors, staging.connectors, byHand);
  if (unknown !== undefined) {
    const there = [...active.connectors, ...staging.connectors].map(({ name }) => name);
    throw new UnknownConnector(
      `No connector is called "${unknown}" on the side where --pair names it. There are: ${[...new Set(there)].join('; ')}`,
    );
  }
  return {
    comparison: compareConfigurations(active, staging, byHand),
    flowsOf: attributeFlows(active, staging, byHand),
    unchanged: () => unchangedThings(active, staging, byHand),
  };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new InputFaultError(asPartFault(inputFaultError(error, path).fault));
  }
}
