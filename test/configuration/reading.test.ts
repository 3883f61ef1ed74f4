import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_CONFIGURATION as SMALL } from '../../fixtures/configuration-spec.ts';
import { configurationFiles, writeConfiguration } from '../../fixtures/configuration-writer.ts';
import { compareServers } from '../../src/configuration/compare-servers.ts';
import { readConfiguration } from '../../src/configuration/read-configuration.ts';
import { freshFolder } from './compared.ts';

const CUSTOM = 'SynchronizationRules/SynchronizationRule_{22222222-bbbb-4bbb-8bbb-000000000004}.xml';
const CLOUD = 'Connectors/Connector_{b891884f-051e-4a83-95af-2544101c9083}.xml';

function bothFolders(): { folder: string; active: string; staging: string } {
  const folder = freshFolder();
  return {
    folder,
    active: writeConfiguration(join(folder, 'active'), SMALL),
    staging: writeConfiguration(join(folder, 'staging'), SMALL),
  };
}

test('finds the parts at any depth below the folder', async () => {
  const folder = freshFolder();
  writeConfiguration(join(folder, 'backup', '2026-11', 'SYNC01'), SMALL);
  const read = await readConfiguration(folder);
  expect([read.server, read.build, read.connectors.length, read.rules.length]).toEqual([
    'SYNC01',
    '2.4.21.0',
    2,
    5,
  ]);
});

test.each([
  ['with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['in UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  [
    'with CR LF and a declaration',
    (text: string) => Buffer.from(`<?xml version="1.0"?>\r\n${text.replaceAll('\n', '\r\n')}`),
  ],
])('a file %s is the same file', async (_, encode) => {
  const { active, staging } = bothFolders();
  for (const [path, text] of Object.entries(configurationFiles(SMALL)))
    writeFileSync(join(staging, path), encode(text));
  const { differences, faults } = (await compareServers(active, staging)).comparison;
  expect([differences, faults]).toEqual([[], []]);
});

test('a broken file is named with its place, and the rest is compared', async () => {
  const { active, staging } = bothFolders();
  writeFileSync(join(staging, CUSTOM), '<synchronizationRule>\n  <name>cut');
  const { faults, differences } = (await compareServers(active, staging)).comparison;
  expect(faults).toMatchObject([{ kind: 'cut-off', file: join(staging, CUSTOM), place: { line: 2 } }]);
  expect(faults[0]?.next).toContain('Get-ADSyncServerConfiguration');
  expect(differences.map(({ item, setting }) => [item, setting])).toEqual([
    ['In from AD - User Department', 'rule'],
  ]);
});

test('a connector whose file is broken is not told to be missing; its rules are compared', async () => {
  const { active, staging } = bothFolders();
  writeFileSync(join(staging, CLOUD), '<ma-data><id>{1}</id>');
  const { faults, differences, notCompared } = (await compareServers(active, staging)).comparison;
  expect(faults).toHaveLength(1);
  expect(differences).toEqual([]);
  expect(notCompared.join()).toContain('contoso.onmicrosoft.com - AAD');
});

test.each([
  ['GlobalSettings', /global settings were not compared/],
  ['Connectors', /connectors were not compared/],
  ['SynchronizationRules', /rules were not compared/],
])('where one side has no %s, that is said and not taken for a difference', async (part, words) => {
  const { active, staging } = bothFolders();
  rmSync(join(staging, part), { recursive: true });
  const { differences, notCompared } = (await compareServers(active, staging)).comparison;
  expect(differences).toEqual([]);
  expect(notCompared.join('\n')).toMatch(words);
});

test.each([
  ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><synchronizationRule/>', 'doctype'],
  ['no XML', 'Name : x', 'not-xml'],
  ['an empty file', '', 'empty'],
  ['another root', '<cs-objects/>', 'other-root'],
  ['a byte that is no UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]), 'bad-bytes'],
])('%s is a fault of that file alone', async (_, content, kind) => {
  const { active, staging } = bothFolders();
  writeFileSync(join(staging, 'GlobalSettings', 'More.xml'), content);
  const { faults, differences } = (await compareServers(active, staging)).comparison;
  expect(faults).toMatchObject([{ kind, file: join(staging, 'GlobalSettings', 'More.xml') }]);
  expect(differences).toEqual([]);
});

test('a folder with two configurations is refused, and both are named', async () => {
  const { folder, active, staging } = bothFolders();
  await expect(readConfiguration(folder)).rejects.toThrow(`${active}, ${staging}`);
});

test('a folder without any file, a missing one, and a folder against a file are refused', async () => {
  const { folder, active } = bothFolders();
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  await expect(compareServers(active, empty)).rejects.toThrow(/no XML file/);
  await expect(compareServers(active, join(folder, 'nowhere'))).rejects.toThrow(/no such file or folder/);
  await expect(compareServers(active, join(active, 'GlobalSettings', 'MV.xml'))).rejects.toThrow(
    /folder and the other one a file/,
  );
});

test('attributes are told by their names: their ids and their order in the schema say nothing', async () => {
  const { active, staging } = bothFolders();
  const path = Object.keys(configurationFiles(SMALL)).find((name) => name.includes('11111111')) ?? '';
  const text = configurationFiles(SMALL)[path] ?? '';
  writeFileSync(join(staging, path), text.replaceAll('Adepartment', 'A9z').replaceAll('Amail', 'A0a'));
  expect((await compareServers(active, staging)).comparison.differences).toEqual([]);
});
