import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { reportFailure } from '../../src/commands/report-failure.ts';
import { testIo } from './test-io.ts';

const ROOT = join(import.meta.dirname, '../..');

async function ran(...args: readonly string[]) {
  const io = testIo(ROOT);
  const code = await run(args, io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(await ran('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('--help names each command that exists, the exit codes, and nothing on standard error', async () => {
  const { code, out, err } = await ran('--help');
  expect([code, err]).toEqual([0, '']);
  const commands = out.slice(out.indexOf('Commands:'), out.indexOf('Examples:'));
  expect([...commands.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name)).toEqual([
    'train',
    'triage',
    'analyze',
    'compare',
    'configuration',
    'recover',
    'status',
    'help',
  ]);
  expect(out).toMatch(/^Exit codes:\n {2}0 {2}fine\n {2}1 .*\n {2}2 .*\n {2}3 /m);
});

test.each(['train', 'triage', 'analyze', 'compare', 'configuration', 'recover', 'status'])(
  'the help of %s fits 80 columns but for its examples, and examples use double quotes',
  async (name) => {
    const { code, out } = await ran(name, '--help');
    expect(code).toBe(0);
    const [text = '', examples = ''] = out.split(/^Examples?:$/m);
    expect(examples).not.toContain("'");
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  },
);

test.each(['/?', '-?'])('%s asks for help, as in cmd and PowerShell', async (question) => {
  expect((await ran(question)).out).toBe((await ran('--help')).out);
  expect(await ran('analyze', question)).toEqual(await ran('analyze', '--help'));
});

describe('what is not understood ends with 2 and a hint', () => {
  test.each([
    [['analyse'], /unknown command 'analyse'\n\(Did you mean analyze\?\)/],
    [['compare', 'a'], /missing required argument 'b'/],
    [['--plian'], /unknown option '--plian'\n\(Did you mean --plain\?\)/],
    [['status', '--jsno'], /Did you mean --json/],
    [['triage'], /missing required argument 'file'/],
    [['train', 'nowhere'], /no training scenario "nowhere"\. There is: contoso/],
    [['recover', '--answer', 'sql=own'], /unknown option '--answer'\n\(Did you mean --answers\?\)/],
    [['recover', '--format', 'yaml'], /Allowed choices are text, json/],
    [['\u001b[31m'], /unknown command '\\x1b\[31m'/],
  ])('%j', async (args, words) => {
    const { code, out, err } = await ran(...args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(out).toBe('');
  });
});

test('an unexpected error is one line without a stack, unless it is asked for', () => {
  const io = testIo(ROOT);
  expect(reportFailure(new Error('bad\nthing \u001b[31m'), io)).toBe(3);
  expect(io.stderr.text.split('\n')[0]).toBe('A fault in stagewalk: bad thing \\x1b[31m');
  expect(io.stderr.text).not.toMatch(/^ +at /m);
  const debug = testIo(ROOT, { env: { STAGEWALK_DEBUG: '1' } });
  reportFailure(new Error('bad'), debug);
  expect(debug.stderr.text).toMatch(/^ +at /m);
});

test('a start loads no screen, reader or store before a command needs it', () => {
  const loaded = new Map<string, string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    const text = path.endsWith('.ts') ? readFileSync(path, 'utf8') : '';
    loaded.set(path, text);
    for (const [, from = ''] of text.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gm)) {
      load(from.startsWith('.') ? join(path, '..', from) : from);
    }
  };
  load(join(ROOT, 'src/cli.ts'));
  expect(loaded.size).toBeGreaterThan(5);
  const packages = [...loaded.keys()].filter((path) => !path.startsWith('/') && !path.startsWith('node:'));
  expect(packages).toEqual(['commander']);
});
