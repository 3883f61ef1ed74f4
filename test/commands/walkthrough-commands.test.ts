import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScreenOptions } from '../../screens/open-screens.tsx';
import { run } from '../../src/cli.ts';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { readScenario } from '../../src/walkthrough/scenarios.ts';
import { openStore } from '../../src/walkthrough/store.ts';
import type { Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { attr, deletes, exportXml } from './export-xml.ts';
import { type TestIo, testIo } from './test-io.ts';

const shown: ScreenOptions[] = [];
vi.mock('../../screens/open-screens.tsx', () => ({
  openScreens: async (options: ScreenOptions) => {
    shown.push(options);
    return 0;
  },
}));

const NOW = new Date('2026-11-22T20:00:00Z');
let folder: string;
let state: string;
let io: TestIo;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
  state = join(folder, 'state');
  io = testIo(folder, { env: { STAGEWALK_STATE: state } });
  shown.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const save = (walkthrough: Walkthrough) => openStore(state).save(walkthrough);

/** A walkthrough in which the operator named the staging server, and went to Verify. */
function atVerify(): Walkthrough {
  const started = newWalkthrough(NOW, null);
  const facts = { stagingServer: 'STAGE07', deletionThreshold: 2 };
  const named = reduceWalkthrough(started, { type: 'set-facts', facts, at: NOW });
  return reduceWalkthrough(named, { type: 'go', screen: 'verify', at: NOW });
}

function onTerminal(env: CommandIo['env'] = {}): TestIo {
  return testIo(folder, {
    tty: true,
    stdin: { isTTY: true, setRawMode: () => undefined },
    env: { STAGEWALK_STATE: state, ...env },
  });
}

const longLines = (text: string) =>
  text.split('\n').filter((line) => line.length > 80 && !/^ {6}/.test(line));

describe('without a terminal', () => {
  test('stagewalk prints the steps as they stand', async () => {
    save(atVerify());
    expect(await run([], io)).toBe(0);
    expect(io.stdout.text).toMatch(/^Step 1: Prepare/);
    expect(io.stdout.text).toContain('Step 6:');
    expect(io.stdout.text).toContain('STAGE07');
    expect(longLines(io.stdout.text)).toEqual([]);
  });

  test('train prints every step, the counts and the first rows, and saves nothing', async () => {
    expect(await run(['train'], io)).toBe(0);
    const { text } = io.stdout;
    expect(text).toMatch(/^TRAINING: /);
    for (const step of [1, 2, 3, 4, 5, 6]) expect(text).toMatch(new RegExp(`^Step ${step}: `, 'm'));
    expect(text).toMatch(/^Pending exports: \d+ \(\d+ adds, \d+ updates, \d+ renames?, \d+ deletes\)$/m);
    expect(text).toMatch(/^To Entra ID: \d+ deletes, below the deletion threshold of 500$/m);
    const [table = '', end = ''] = text.slice(text.indexOf('The first 20 of ')).split('\n\n');
    expect(table.split('\n')).toHaveLength(23);
    expect(end).toBe('End of the training: nothing real was touched.\n');
    expect(longLines(text)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    expect(io.stderr.text).toBe('');
  });

  test('triage prints counts and rows, and warns at the threshold that was entered', async () => {
    save(atVerify());
    await writeFile(join(folder, 'a.xml'), exportXml([...deletes(2), { name: 'x', unconfirmed: 'add' }]));
    expect(await run(['triage', 'a.xml'], io)).toBe(0);
    expect(io.stdout.text).toContain('Pending exports: 2 (0 adds, 0 updates, 0 renames, 2 deletes)');
    expect(io.stdout.text).toContain('Sent already: 0 escrowed, 1 unconfirmed');
    expect(io.stdout.text).toContain(
      'DANGER: 2 deletes to Entra ID, and the deletion threshold is 2:\n  nothing at all is exported',
    );
    expect(io.stdout.text).toMatch(/^delete +user +Person 1 /m);
    expect(io.stdout.text).toMatch(/^add \(unconfirmed\) +user +CN=x /m);
  });

  test('triage of a broken file ends with 3 after what was read, marked partial', async () => {
    const whole = exportXml([{ name: 'y', operation: 'add', after: attr('displayName', 'Y\u009b[31m') }]);
    await writeFile(join(folder, 'a.xml'), exportXml(deletes(1)));
    await writeFile(join(folder, 'b.xml'), `${whole.slice(0, -'</cs-objects>'.length)}<cs-obj`);
    expect(await run(['triage', 'b.xml', 'a.xml', 'missing.xml'], io)).toBe(3);
    expect(io.stdout.text).toContain('b.xml: 1 object (PARTIAL: the rest cannot be read)');
    expect(io.stdout.text).toContain('missing.xml: NOT READ');
    expect(io.stdout.text).toContain(
      'Pending exports, PARTIAL: 2 (1 add, 0 updates, 0 renames, 1 delete)\n' +
        'To Entra ID: 1 delete in what was read; the deletion threshold is ',
    );
    expect(io.stdout.text).not.toContain('below');
    expect(io.stdout.text).toContain('Y\\x9b[31m');
    expect(io.stderr.text).toContain('b.xml, line 1, byte ');
    expect(io.stderr.text).toContain('missing.xml: ');
  });

  test('triage of what cannot be read counts nothing: 0 deletes would be no answer', async () => {
    expect(await run(['triage', 'missing.xml'], io)).toBe(3);
    expect(io.stdout.text).toBe(`${join(folder, 'missing.xml')}: NOT READ\n`);
  });

  test('recover prints the questions, and the strategy for the answers that are saved', async () => {
    const answered = { type: 'answer', question: 'downtime', option: 'day', at: NOW } as const;
    save(reduceWalkthrough(atVerify(), answered));
    expect(await run(['recover'], io)).toBe(0);
    expect(io.stdout.text).toContain(
      '- A day: a server can be rebuilt in that time (downtime=day), your answer',
    );
    expect(io.stdout.text).toContain('Recommended: A standby server in staging mode');
    expect(io.stdout.text).toMatch(/^What it asks for: A standby server in staging mode\n {2}1\. /m);
    expect(longLines(io.stdout.text)).toEqual([]);
  });

  test('status says where the walkthrough stands, for people and for programs', async () => {
    expect(await run(['status'], io)).toBe(0);
    expect(await run(['status', '--json'], io)).toBe(0);
    expect(io.stdout.text).toBe('No walkthrough has been started. Start one: stagewalk\nnull\n');
    save(atVerify());
    io = testIo(folder, { env: {} });
    expect(await run(['status', '--state', 'state'], io)).toBe(0);
    expect(io.stdout.text).toContain('Staging server: STAGE07\nActive server: not entered\n');
    expect(io.stdout.text).toContain('At: Verify, round 1');
    expect(longLines(io.stdout.text)).toEqual([]);
    expect(io.stdout.text).toMatch(/^Prepare: \d+ of \d+ done$/m);
    io = testIo(folder, { env: { STAGEWALK_STATE: state } });
    await run(['status', '--json'], io);
    const status = JSON.parse(io.stdout.text);
    expect(status).toMatchObject({
      stagingServer: 'STAGE07',
      startedAt: NOW.toISOString(),
      screen: 'verify',
      round: 1,
    });
    expect(status.steps).toHaveLength(6);
    expect(status.openBeforeSwitch.length).toBeGreaterThan(0);
  });

  test('a damaged state file is set aside with a word', async () => {
    save(atVerify());
    await writeFile(join(state, 'walkthrough.json'), '{"version":');
    expect(await run(['status'], io)).toBe(0);
    expect(io.stderr.text).toContain('cannot be used');
    expect(io.stdout.text).toContain('No walkthrough has been started');
  });
});

describe('on a terminal', () => {
  test('the screens begin where the operator left the walkthrough, and save it there', async () => {
    save(atVerify());
    io = onTerminal();
    expect(await run([], io)).toBe(0);
    const [options] = shown;
    expect(options).toMatchObject({
      start: { kind: 'walkthrough' },
      walkthrough: { screen: 'verify' },
      setAside: null,
      terminal: { columns: 80, rows: 24, color: true, unicode: true },
      training: { walkthrough: { training: 'contoso' } },
    });
    expect(options?.services.save(newWalkthrough(NOW, null)).ok).toBe(true);
    expect(openStore(state).load().walkthrough?.screen).toBe('home');
  });

  test('triage begins with the table of these files', async () => {
    save(atVerify());
    io = onTerminal();
    expect(await run(['triage', 'a.xml', 'a.xml', 'b.xml'], io)).toBe(0);
    const files = [join(folder, 'a.xml'), join(folder, 'b.xml')];
    expect(shown).toMatchObject([{ start: { kind: 'triage', files }, deletionThreshold: 2 }]);
  });

  test('train begins with the training and its story, never with the real walkthrough', async () => {
    save(atVerify());
    io = onTerminal();
    expect(await run(['train', 'Contoso'], io)).toBe(0);
    expect(shown).toMatchObject([
      {
        start: { kind: 'train' },
        walkthrough: { training: 'contoso' },
        training: { story: expect.stringContaining('STAGE01'), facts: { stagingServer: 'STAGE01' } },
      },
    ]);
    expect(io.stdout.text).toBe(
      'Training left: nothing real was touched. To go on with it:\n  stagewalk train\n',
    );
  });

  test('a rehearsal ends with its debrief', async () => {
    const begun = newWalkthrough(NOW, 'server-gone', readScenario('server-gone').facts);
    const at = new Date(NOW.getTime() + 65_000);
    save(reduceWalkthrough(begun, { type: 'tick', key: 'disable-staging-mode', at }));
    io = onTerminal();
    expect(await run(['train', 'server-gone'], io)).toBe(0);
    expect(shown).toMatchObject([
      { walkthrough: { training: 'server-gone' }, training: { rehearsal: true } },
    ]);
    expect(io.stdout.text).toMatch(/^Debrief: 1 min 05 s from the beginning to the last tick$/m);
    expect(io.stdout.text).toMatch(/^DANGER, done in this order: 3$/m);
    expect(io.stdout.text).toContain('To go on with it:\n  stagewalk train server-gone\n');
    expect(longLines(io.stdout.text)).toEqual([]);
  });

  test('a training that was begun is resumed, and one that is damaged is said at the start', async () => {
    const begun = newWalkthrough(NOW, 'contoso');
    save(reduceWalkthrough(begun, { type: 'tick', key: 'sign-off-and-on', at: NOW }));
    io = onTerminal();
    await run(['train'], io);
    expect(Object.keys(shown[0]?.walkthrough.done ?? {})).toEqual(['sign-off-and-on']);
    await writeFile(join(state, 'training.json'), 'damaged');
    await run([], io);
    expect(shown[1]?.setAside).toMatch(/^The saved training cannot be used \(.*training-damaged-/);
  });

  test('recover begins with disaster recovery', async () => {
    io = onTerminal();
    expect(await run(['recover'], io)).toBe(0);
    expect(shown).toMatchObject([{ walkthrough: { screen: 'disaster-recovery' } }]);
  });

  test.each([
    [['--no-color'], {}, false],
    [[], { NO_COLOR: '1' }, false],
    [[], { NO_COLOR: '' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { NO_COLOR: '1', FORCE_COLOR: '3' }, false],
    [[], { FORCE_COLOR: '1' }, true],
  ])('colour with %j and %j: %s', async (args, env, color) => {
    io = onTerminal(env);
    await run(args, io);
    expect(shown[0]?.terminal.color).toBe(color);
    expect(io.env['FORCE_COLOR'] === '0').toBe(!color);
    expect(io.env['NODE_ENV']).toBe('production');
  });

  test('--ascii is heard before and after the command', async () => {
    io = onTerminal();
    await run(['--ascii', 'recover'], io);
    await run(['recover', '--ascii'], io);
    expect(shown.map(({ terminal }) => terminal.unicode)).toEqual([false, false]);
  });

  test.each([
    [['--plain'], {}],
    [[], { TERM: 'dumb' }],
  ])('no screen with %j and %j', async (args, env) => {
    io = onTerminal(env);
    expect(await run(args, io)).toBe(0);
    expect(shown).toEqual([]);
    expect(io.stdout.text).toMatch(/^Step 1: /);
  });
});

describe('what the screens can do', () => {
  async function services() {
    io = onTerminal();
    await run([], io);
    const [options] = shown;
    if (options === undefined) throw new Error('no screen was opened');
    return options.services;
  }

  test('the xml files of a folder, newest first', async () => {
    const { exportFilesIn } = await services();
    expect(await exportFilesIn('nowhere')).toEqual([]);
    expect(await exportFilesIn('%NOWHERE%')).toEqual([]);
    await writeFile(join(folder, 'old.XML'), '');
    await writeFile(join(folder, 'note.txt'), '');
    await writeFile(join(folder, 'new.xml'), '');
    const { utimes } = await import('node:fs/promises');
    await utimes(join(folder, 'old.XML'), 1, 1);
    expect(await exportFilesIn('.')).toEqual([join(folder, 'new.xml'), join(folder, 'old.XML')]);
  });

  test('a proposed path is free', async () => {
    const { proposeExportPath } = await services();
    const first = proposeExportPath();
    expect(first).toBe(join(folder, 'pending-exports-20261122-200000.csv'));
    await writeFile(first, '');
    expect(proposeExportPath()).toBe(join(folder, 'pending-exports-20261122-200000-2.csv'));
  });

  test('a copy goes to the terminal, and a long one into a file', async () => {
    const { copy } = await services();
    expect((await copy('Añ')).ok).toBe(true);
    expect(io.stdout.text).toBe(`\x1b]52;c;${Buffer.from('Añ').toString('base64')}\x07`);
    const long = await copy('x'.repeat(200_000));
    expect(long).toEqual({
      ok: true,
      said: `Too long for the clipboard; it is in ${join(state, 'copied.txt')}`,
    });
    expect(await readFile(join(state, 'copied.txt'), 'utf8')).toHaveLength(200_000);
  });
});
