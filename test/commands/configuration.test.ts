import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { changed, SMALL_CONFIGURATION as SMALL } from '../../fixtures/configuration-spec.ts';
import { type ConfigurationSpec, writeConfiguration } from '../../fixtures/configuration-writer.ts';
import { run } from '../../src/cli.ts';
import { freshFolder } from '../configuration/compared.ts';
import { testIo } from './test-io.ts';

const RULE = 'In from AD - User Department';
const EVIL = '=HYPERLINK("x")|`<script>alert(1)</script>`\u001b[31m';
const STAGING = changed(SMALL, {
  settings: { 'Microsoft.Synchronize.StagingMode': 'True', 'Microsoft.Synchronize.NextStartTime': 'later' },
  rule: [RULE, { flows: [['department', [], EVIL]] }],
});
// XML allows no escape character; a reference to one is refused too.
const EVIL_IN_XML: ConfigurationSpec = JSON.parse(JSON.stringify(STAGING).replaceAll('\\u001b', '\\u202e'));

function servers(staging: ConfigurationSpec): string {
  const folder = freshFolder();
  writeConfiguration(join(folder, 'active'), SMALL);
  writeConfiguration(join(folder, 'staging'), staging);
  return folder;
}

async function ran(folder: string, args: readonly string[], tty = false) {
  const io = testIo(folder, { tty });
  const code = await run(['configuration', 'active', 'staging', ...args], io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

test('json: the counts and the differences, their keys in the promised order, ignored ones counted', async () => {
  const { code, out, err } = await ran(servers(EVIL_IN_XML), ['--format', 'json']);
  expect([code, err]).toEqual([1, '']);
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual(['counts', 'differences']);
  expect(report.counts).toEqual({ matters: 1, expected: 1, versionNoise: 0, ignored: 1 });
  expect(report.differences.map(Object.keys)).toEqual(
    Array(2).fill([
      'heading',
      'area',
      'connector',
      'item',
      'setting',
      'active',
      'staging',
      'effect',
      'remedy',
    ]),
  );
  expect(report.differences[0]).toMatchObject({
    heading: 'matters',
    area: 'Synchronization rules',
    connector: 'contoso.com',
    item: RULE,
    setting: 'flow to department',
    active: 'UCase([department])',
  });
  const all = JSON.parse((await ran(servers(EVIL_IN_XML), ['--format', 'json', '--all'])).out);
  expect(all.differences.map(({ heading }: { heading: string }) => heading)).toEqual([
    'matters',
    'expected',
    'ignored',
  ]);
});

test('0 where nothing that matters differs, also where something else does', async () => {
  const folder = servers(changed(SMALL, { settings: { 'Microsoft.Synchronize.StagingMode': 'True' } }));
  const { code, out } = await ran(folder, []);
  expect(code).toBe(0);
  expect(out).toContain('Differences: 0 matter, 1 expected, 0 because the builds differ, 0 ignored');
  expect(out).toContain(
    'Staging mode, Microsoft.Synchronize.StagingMode\n      active:  False\n      staging: True',
  );
});

test('text on a terminal: what differs, its effect, what to do, and nothing that moves the cursor', async () => {
  const { code, out } = await ran(servers(EVIL_IN_XML), [], true);
  expect(code).toBe(1);
  expect(out).toContain(`- ${RULE}, flow to department`);
  expect(out).toContain('Effect: department gets another value');
  expect(out).toContain('To do: Synchronization Rules Editor, direction Inbound');
  expect(out).toContain('\\u202e');
  expect(out).not.toContain('\u202e');
});

test('csv: one line a difference, and no formula', async () => {
  const { out } = await ran(servers(EVIL_IN_XML), ['--format', 'csv']);
  const rows: Record<string, string>[] = parse(out, { columns: true, bom: true });
  expect(rows.map((row) => row['heading'])).toEqual(['matters', 'expected']);
  expect(rows[0]?.['staging']).toMatch(/^'=HYPERLINK/);
});

test('html: no tag and no script of the input, and nothing is loaded', async () => {
  const { out } = await ran(servers(EVIL_IN_XML), ['--format', 'html', '--all']);
  expect(out).toMatch(/^<!DOCTYPE html>/);
  expect(out).not.toMatch(/<script|src=|href=|@import/);
  expect(out).toContain('&lt;script&gt;');
  expect(out).toContain('<h2>Ignored: ids, times, cookies: 1</h2>');
});

test('markdown: a value cannot leave its fence', async () => {
  const { out } = await ran(servers(EVIL_IN_XML), ['--format', 'markdown']);
  expect(out).toMatch(/^# Configuration/);
  expect(out).toContain('``` =HYPERLINK'.slice(1));
  const [line = ''] = out.split('\n').filter((text) => text.includes('HYPERLINK'));
  expect(line.trim()).toMatch(/^- staging: `` .* ``$/);
});

test('--out writes one file, whole, and never over another one without --force', async () => {
  const folder = servers(EVIL_IN_XML);
  const first = await ran(folder, ['--format', 'html', '--out', 'report.html']);
  expect(first).toMatchObject({ code: 1, err: '' });
  expect(first.out).toContain('report.html: 1 difference that matters');
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/<\/html>\n$/);
  const again = await ran(folder, ['--format', 'json', '--out', 'report.html']);
  expect(again.code).toBe(2);
  expect(again.err).toContain('--force');
  expect((await ran(folder, ['--format', 'json', '--out', 'report.html', '--force'])).code).toBe(1);
  expect(JSON.parse(readFileSync(join(folder, 'report.html'), 'utf8')).counts.matters).toBe(1);
  expect(readdirSync(folder).toSorted()).toEqual(['active', 'report.html', 'staging']);
});

test('what could not be read is never said to be equal', async () => {
  const whole = servers(SMALL);
  expect((await ran(whole, [])).out).toContain('\nNothing that is listed here differs.\n');
  writeFileSync(join(whole, 'active', 'Connectors', 'Connector_cut.xml'), '<ma-data><na');
  const { code, out } = await ran(whole, []);
  expect(code).toBe(3);
  expect(out).not.toContain('Nothing');
  expect(out).toContain('NOT WHOLE: no difference in what was compared; the parts named above may differ.');
});

test('a part that cannot be read ends with 3, and the rest is written', async () => {
  const folder = servers(EVIL_IN_XML);
  writeFileSync(join(folder, 'staging', 'GlobalSettings', 'MV.xml'), '<mv-data>');
  const { code, out, err } = await ran(folder, ['--format', 'json']);
  expect(code).toBe(3);
  expect(err).toContain('MV.xml');
  expect(err).toContain('global settings were not compared');
  expect(JSON.parse(out).counts.matters).toBe(1);
});

test.each([
  [['active', 'nowhere'], 3, /nowhere.*no such file or folder/],
  [['active'], 2, /missing required argument 'staging'/],
  [['active', 'staging', '--out', 'staging/GlobalSettings/MV.xml', '--force'], 2, /lies among the files/],
  [['active', 'staging', '--format', 'xml'], 2, /Allowed choices are text, json/],
  [['active', 'staging', '--pair', 'contoso.com'], 2, /NAME ON THE ACTIVE SERVER=/],
  [['active', 'staging', '--pair', 'contoso.com=nobody'], 2, /No connector is called "nobody".*contoso\.com/],
])('%j ends with %i', async (args, expected, words) => {
  const folder = servers(SMALL);
  const io = testIo(folder);
  expect(await run(['configuration', ...args], io)).toBe(expected);
  expect(io.stderr.text).toMatch(words);
  expect(io.stdout.text).toBe('');
  expect(existsSync(join(folder, 'staging', 'GlobalSettings'))).toBe(true);
});
