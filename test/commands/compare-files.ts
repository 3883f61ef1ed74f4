import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aadDn } from '../../fixtures/aad-names.ts';
import type { ObjectSpec } from '../../fixtures/export-spec.ts';
import { exportText } from '../../fixtures/export-writer.ts';
import { type Attributes, stagedObject } from '../../fixtures/staged-object.ts';

/** A person of whom something is staged on a server. */
export interface PersonStaging {
  readonly before: Attributes | null;
  readonly after: Attributes | null;
  readonly newDn?: string;
}

/** A person of the AAD connector as `server` has it: each server has ids of its own. */
export function person(name: string, server: 1 | 2, staging: PersonStaging): ObjectSpec {
  const named = (attributes: Attributes | null) => attributes && { displayName: [name], ...attributes };
  const number = Buffer.from(name.slice(0, 6).padEnd(6)).toString('hex');
  return stagedObject({
    connector: {
      id: '{B891884F-051E-4A83-95AF-2544101C9083}',
      name: 'contoso.onmicrosoft.com - AAD',
      partitionId: '{0D6E2B5A-9C41-4F78-A3B2-E15D7C8F6094}',
      partitionName: 'default',
    },
    dn: aadDn(name),
    id: `0000000${server}-0000-0000-0000-${number}`,
    linkId: `0000000${server}-0000-0000-1111-${number}`,
    type: 'user',
    time: '2026-03-14 22:10:05.120',
    ...staging,
    before: named(staging.before),
    after: named(staging.after),
  });
}

/** A clerk who gets another title. */
export const titled = (name: string, title: string, server: 1 | 2 = 1) =>
  person(name, server, { before: { title: ['Clerk'] }, after: { title: [title] } });
export const added = (name: string, server: 1 | 2 = 1) =>
  person(name, server, { before: null, after: { mail: [name] } });
export const deleted = (name: string, server: 1 | 2 = 1) =>
  person(name, server, { before: { mail: [name] }, after: null });

/** A folder of its own for one test, with the exports that it compares and what the program writes. */
export class CompareFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'compare-'));

  /** Writes an export of these objects, and gives its name. */
  async give(name: string, objects: readonly ObjectSpec[]): Promise<string> {
    await writeFile(join(this.path, name), exportText(objects));
    return name;
  }

  /** Writes an export that breaks off inside one more object, and gives its name. */
  async giveBroken(name: string, objects: readonly ObjectSpec[]): Promise<string> {
    const more = person('Cut', 1, { before: {}, after: null });
    await writeFile(join(this.path, name), exportText([...objects, more]).slice(0, -300));
    return name;
  }

  /** Writes the export before and after, on one server, or the second on another, and gives their names. */
  async giveBoth(server: 1 | 2 = 1): Promise<[string, string]> {
    return [
      await this.give('a.xml', [titled('Ana', 'CEO'), deleted('Ben'), titled('Eva', 'Chief')]),
      await this.give('b.xml', [
        titled('Eva', 'Chief', server),
        added('Ida', server),
        deleted('Jon', server),
        titled('Ana', 'CFO', server),
      ]),
    ];
  }

  text(name: string): Promise<string> {
    return readFile(join(this.path, name), 'utf8');
  }

  /** Names of all that is there beside the exports. */
  async outputs(): Promise<string[]> {
    return (await readdir(this.path)).filter((name) => !name.endsWith('.xml')).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
