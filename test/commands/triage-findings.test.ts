import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ANA, ExportFolder, NOTHING, UNCONFIRMED } from './export-folder.ts';
import { deletes } from './export-xml.ts';
import { type TestIo, testIo } from './test-io.ts';

let folder: ExportFolder;
let state: string;
let io: TestIo;
beforeEach(() => {
  folder = new ExportFolder();
  state = `${folder.path}-state`;
  io = testIo(folder.path, { env: { STAGEWALK_STATE: state } });
});
afterEach(() => {
  folder.remove();
  rmSync(state, { recursive: true, force: true });
});

const json = () => JSON.parse(io.stdout.text);
const triage = (...args: readonly string[]) => run(['triage', ...args], io);

describe('triage --format json', () => {
  it('prints counts and findings in the promised form, and nothing else', async () => {
    await folder.give([ANA, ...deletes(2), NOTHING, UNCONFIRMED]);
    expect(await triage('export.xml', '--format', 'json')).toBe(0);
    const result = json();
    expect(Object.keys(result)).toEqual(['summary', 'findings']);
    expect(result.summary).toEqual({
      total: 3,
      byOperation: {
        add: 1,
        update: 0,
        rename: 0,
        delete: 2,
        'delete-add': 0,
        replace: 0,
        obsolete: 0,
        other: 0,
      },
      byType: { user: 3 },
      complete: true,
    });
    expect(result.findings[0]).toEqual({
      id: expect.stringMatching(/^delete-user-[0-9a-f]{10}$/),
      rule: 'delete-user',
      severity: 'high',
      title: '2 deletes (users)',
      why: expect.stringMatching(/^These people lose sign-in/),
      count: 2,
      objects: ['{d1}', '{d2}'],
    });
    expect(Object.keys(result.findings[0])).toEqual('id rule severity title why count objects'.split(' '));
    expect(io.stderr.text).toBe('');
  });

  it('says that nothing is staged', async () => {
    await folder.give([]);
    expect(await triage('export.xml', '--format', 'json')).toBe(0);
    expect(json()).toMatchObject({ summary: { total: 0, byType: {}, complete: true }, findings: [] });
  });

  it('takes several files together', async () => {
    await folder.give(deletes(2));
    await folder.give([ANA], 'other.xml');
    expect(await triage('export.xml', 'other.xml', '--format', 'json')).toBe(0);
    expect(json().summary.total).toBe(3);
  });

  it('is not complete after a fault, which it says; what was read counts', async () => {
    await folder.giveBroken(deletes(2));
    expect(await triage('broken.xml', 'missing.xml', '--format', 'json')).toBe(3);
    expect(json().summary).toMatchObject({ total: 2, complete: false });
    expect(io.stderr.text).toMatch(/broken\.xml, line 1, byte \d+: /);
    expect(io.stderr.text).toMatch(/missing\.xml: /);
  });

  it('writes to a file, and replaces none without --force', async () => {
    await folder.give(deletes(2));
    const args = ['export.xml', '--format', 'json', '--out', 'found.json'];
    expect(await triage(...args)).toBe(0);
    expect(JSON.parse(await folder.text('found.json')).findings).toHaveLength(1);
    expect(io.stdout.text).toMatch(/Wrote .*found\.json: 1 finding\.\n$/);
    expect(await triage(...args)).toBe(2);
    expect(io.stderr.text).toContain('is there already');
    expect(await triage(...args, '--force')).toBe(0);
  });

  it('names a file of a broken export partial', async () => {
    await folder.giveBroken(deletes(2));
    expect(await triage('broken.xml', '--format', 'json', '--out', 'found.json')).toBe(3);
    expect(await folder.outputs()).toEqual(['found.partial.json']);
    expect(JSON.parse(await folder.text('found.partial.json')).summary.complete).toBe(false);
  });

  it('ends with 1 above a limit', async () => {
    await folder.give(deletes(3));
    expect(await triage('export.xml', '--format', 'json', '--fail-on', 'op:delete>3')).toBe(0);
    expect(await triage('export.xml', '--format', 'json', '--fail-on', 'op:delete>2')).toBe(1);
    expect(io.stderr.text).toContain('Above the limit: 3 pending exports fit --fail-on "op:delete>2".');
  });
});

describe('triage --format text', () => {
  it('says in words and marks what is wrong, why, and with whom', async () => {
    await folder.give(deletes(7));
    expect(await triage('export.xml', '--format', 'text')).toBe(0);
    const text = io.stdout.text;
    expect(text).toContain('Pending exports: 7 (0 adds, 0 updates, 0 renames, 7 deletes)');
    expect(text).toContain('\nFindings: 1 high\n');
    expect(text).toContain('\n!  HIGH     7 deletes (users)\n');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Objects: Person 1, Person 2, Person 3, Person 4, Person 5 and 2 more',
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('is marked partial after a fault', async () => {
    await folder.giveBroken(deletes(1));
    expect(await triage('broken.xml', '--format', 'text')).toBe(3);
    expect(io.stdout.text).toContain('\nFindings, PARTIAL: 1 high\n');
  });

  it('lets no name move the cursor', async () => {
    await folder.give([{ name: 'x\u009b2J', operation: 'delete' }]);
    await triage('export.xml', '--format', 'text');
    expect(io.stdout.text).toContain('CN=x\\x9b2J');
  });
});

describe('triage --rules', () => {
  const RULES = '[limits]\ndeletion-threshold = 2\n';

  it('takes limits from the file, in any encoding that Windows saves', async () => {
    await folder.give(deletes(2));
    await writeFile(join(folder.path, 'our.rules'), `\ufeff${RULES}`, 'utf16le');
    expect(await triage('export.xml', '--format', 'json', '--rules', 'our.rules')).toBe(0);
    expect(json().findings[0].rule).toBe('deletion-threshold');
  });

  it('ends with 2 and says file and line of each mistake', async () => {
    await folder.give(deletes(2));
    await writeFile(
      join(folder.path, 'our.rules'),
      `${RULES}[rule a]\nquery = (x:\nseverity = no\nwhy = b\n`,
    );
    expect(await triage('export.xml', '--format', 'json', '--rules', 'our.rules')).toBe(2);
    expect(io.stdout.text).toBe('');
    expect(io.stderr.text).toMatch(/our\.rules, line 5: severity is one of critical, /);
  });

  it('ends with 2 where the file cannot be read, or is no text', async () => {
    await folder.give(deletes(2));
    await writeFile(join(folder.path, 'bytes.rules'), Buffer.from([0x5b, 0xff, 0xff]));
    expect(await triage('export.xml', '--format', 'json', '--rules', 'none.rules')).toBe(2);
    expect(await triage('export.xml', '--format', 'json', '--rules', '.')).toBe(2);
    expect(await triage('export.xml', '--format', 'json', '--rules', 'bytes.rules')).toBe(2);
    expect(io.stderr.text).toMatch(
      /none\.rules: .* does not exist.*\n.* is a folder.*\n.*bytes\.rules: .* UTF-8/,
    );
  });

  it('never writes over the rules', async () => {
    await folder.give(deletes(1));
    const path = join(folder.path, 'our.rules');
    await writeFile(path, RULES);
    const args = ['export.xml', '--format', 'json', '--rules', 'our.rules', '--out', 'our.rules', '--force'];
    expect(await triage(...args)).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(RULES);
  });

  it.each([['--rules', 'a'], ['--out', 'a'], ['--force'], ['--fail-on', 'op:delete>1']])(
    'asks for a format with %s',
    async (...option) => {
      await folder.give(deletes(1));
      expect(await triage('export.xml', ...option)).toBe(2);
      expect(io.stderr.text).toContain(
        `${option[0]} is for the findings: add --format json or --format text.`,
      );
    },
  );
});

it('triage without a format prints the counts and the first rows as before', async () => {
  await folder.give(deletes(2));
  expect(await triage('export.xml')).toBe(0);
  expect(io.stdout.text).toContain('Operation');
  expect(io.stdout.text).not.toContain('Findings');
});

it('triage --format stops when it is told to, and writes nothing', async () => {
  await folder.give(deletes(2));
  const interrupted = testIo(folder.path, {
    env: { STAGEWALK_STATE: state },
    onInterrupt: (listener) => {
      listener();
      return () => undefined;
    },
  });
  const args = ['triage', 'export.xml', '--format', 'json', '--out', 'found.json'];
  expect(await run(args, interrupted)).toBe(130);
  expect(interrupted.stderr.text).toContain('Nothing was written.');
  expect(await folder.outputs()).toEqual([]);
});
