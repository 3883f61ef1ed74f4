import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type ConfigurationSpec, writeConfiguration } from '../../fixtures/configuration-writer.ts';
import { compareServers } from '../../src/configuration/compare-servers.ts';
import type { Comparison } from '../../src/configuration/difference.ts';
import type { HandPair } from '../../src/configuration/pair-connectors.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  made.push(folder);
  return folder;
}

/** What the program finds between these two servers. */
export async function compared(
  active: ConfigurationSpec,
  staging: ConfigurationSpec,
  byHand: readonly HandPair[] = [],
): Promise<Comparison> {
  const folder = freshFolder();
  const { comparison } = await compareServers(
    writeConfiguration(join(folder, 'active'), active),
    writeConfiguration(join(folder, 'staging'), staging),
    byHand,
  );
  return comparison;
}

/** The differences in short: `matters | item | setting | active | staging`. */
export function inShort({ differences }: Comparison): string[] {
  return differences.map(({ heading, item, setting, active, staging }) =>
    [heading, item, setting, active ?? '-', staging ?? '-'].join(' | '),
  );
}
