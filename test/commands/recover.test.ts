import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { runbookWritten } from '../../src/commands/write-runbook.ts';
import { newWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { readScenario } from '../../src/walkthrough/scenarios.ts';
import { openStore } from '../../src/walkthrough/store.ts';
import { type TestIo, testIo } from './test-io.ts';

let folder: string;
let io: TestIo;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recover-'));
  io = testIo(folder, { env: { STAGEWALK_STATE: join(folder, 'state') } });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function answered(content: string | Buffer, ...args: string[]): Promise<number> {
  await writeFile(join(folder, 'answers.json'), content);
  return run(['recover', '--answers', 'answers.json', ...args], io);
}

test('the questions are printed in the form that is promised', async () => {
  expect(await run(['recover', '--questions', '--format', 'json'], io)).toBe(0);
  const questions = JSON.parse(io.stdout.text);
  expect(questions).toHaveLength(11);
  for (const question of questions) {
    expect(Object.keys(question)).toEqual(['id', 'question', 'why', 'options']);
    for (const option of question.options) expect(Object.keys(option)).toEqual(['id', 'label']);
  }
  io = testIo(folder);
  expect(await run(['recover', '--questions'], io)).toBe(0);
  expect(io.stdout.text).toMatch(/^1\. The server is lost/);
  expect(io.stdout.text).not.toContain('Recommended');
});

describe('a file of answers', () => {
  test('gives the strategy in the form that is promised', async () => {
    const answers = {
      downtime: 'hours',
      'old-passwords': 'not-used',
      'real-time': 'no',
      complexity: 'simple',
    };
    expect(await answered(JSON.stringify(answers), '--format', 'json')).toBe(0);
    const record = JSON.parse(io.stdout.text);
    expect(Object.keys(record)).toEqual(['recommended', 'reasons', 'rejected', 'findOut', 'sql']);
    expect(record.recommended).toBe('rebuild');
    expect(record.rejected.map((one: object) => Object.keys(one))).toEqual([
      ['strategy', 'why'],
      ['strategy', 'why'],
    ]);
    expect(record.findOut).toHaveLength(7);
  });

  test('may be empty: nothing is known then', async () => {
    expect(await answered('{}', '--format', 'json')).toBe(0);
    expect(JSON.parse(io.stdout.text)).toMatchObject({ recommended: 'staging' });
  });

  test('may be what PowerShell 5.1 writes', async () => {
    expect(await answered(Buffer.from('\ufeff{"downtime":"hour"}\r\n', 'utf16le'))).toBe(0);
    expect(io.stdout.text).toContain('An hour at most (downtime=hour), your answer');
  });

  test.each([
    ['{"nothing":"yes"}', /"nothing" is the id of no question\. There are: downtime/],
    ['{"sql":"maybe"}', /"maybe" is the id of no answer to "sql"\. There are: express, own, unknown/],
    ['{"sql":true}', /true is the id of no answer to "sql"/],
    ['{"__proto__":"x"}', /"__proto__" is the id of no question/],
  ])('with an unknown id ends with 2: %s', async (content, words) => {
    expect(await answered(content)).toBe(2);
    expect(io.stderr.text).toMatch(words);
    expect(io.stdout.text).toBe('');
  });

  test.each([
    ['[]', /no object/],
    ['{"sql":', /no JSON/],
  ])('that is no JSON object ends with 3: %s', async (content, words) => {
    expect(await answered(content)).toBe(3);
    expect(io.stderr.text).toMatch(words);
  });

  test('that is not there, or a folder, ends with 3', async () => {
    expect(await run(['recover', '--answers', 'missing.json'], io)).toBe(3);
    expect(await run(['recover', '--answers', '.'], io)).toBe(3);
    expect(io.stderr.text).toMatch(/missing\.json: There is no such file[\s\S]*is a folder/);
  });
});

describe('the runbook', () => {
  test('of a training scenario is written in both forms, and no plan is kept of it', async () => {
    for (const name of ['plan.md', 'plan.html']) {
      expect(await run(['recover', '--runbook', name, '--training', 'contoso'], io)).toBe(0);
      expect(await readFile(join(folder, name), 'utf8')).toContain('TRAINING: these servers are not real');
    }
    expect(io.stdout.text).toContain(`Wrote ${join(folder, 'plan.md')}`);
    expect(openStore(join(folder, 'state')).load().walkthrough).toBeNull();
  });

  test('of this server is written from what was entered, and its plan is kept', async () => {
    const facts = { ...readScenario('contoso').facts, activeServer: 'AADC-OLD' };
    openStore(join(folder, 'state')).save(newWalkthrough(io.now(), null, facts));
    expect(await answered('{"downtime":"hour"}', '--runbook', 'plan.md')).toBe(0);
    const text = await readFile(join(folder, 'plan.md'), 'utf8');
    expect(text).toMatch(/^# Recovery of the synchronization server AADC-OLD$/m);
    expect(text).not.toContain('TRAINING');
    expect(openStore(join(folder, 'state')).load().walkthrough?.plan).toMatchObject({
      at: '2026-11-22T20:00:00.000Z',
      recommended: 'staging',
      answers: { downtime: 'hour' },
    });
  });

  test('and status says what becomes of the plan', async () => {
    openStore(join(folder, 'state')).save(newWalkthrough(io.now(), null, readScenario('contoso').facts));
    await run(['status'], io);
    expect(io.stdout.text).toContain('No recovery plan is kept. Make one: stagewalk recover');
    await run(['recover', '--runbook', 'plan.md'], io);
    const later = { ...io, now: () => new Date('2027-03-01T20:00:00Z') };
    await run(['status'], later);
    expect(io.stdout.text).toContain(
      'Recovery plan of 2026-11-22: A standby server in staging mode\n- The recovery plan is 99 days old: look at it again.',
    );
    io = testIo(folder, { env: io.env });
    await run(['status', '--json'], { ...io, now: later.now });
    expect(JSON.parse(io.stdout.text).recoveryPlan).toEqual({
      madeAt: '2026-11-22T20:00:00.000Z',
      recommended: 'staging',
      warnings: ['The recovery plan is 99 days old: look at it again.'],
    });
  });

  test('says which names are missing, and writes nothing', async () => {
    expect(await run(['recover', '--runbook', 'plan.html'], io)).toBe(1);
    expect(io.stderr.text).toMatch(/No runbook is written[\s\S]*- The name of the active server/);
    expect(await readdir(folder)).not.toContain('plan.html');
  });

  test('never replaces a file without --force, and ends with .md or .html', async () => {
    await writeFile(join(folder, 'plan.md'), 'mine');
    const args = ['recover', '--training', 'contoso', '--runbook'];
    expect(await run([...args, 'plan.md'], io)).toBe(2);
    expect(await readFile(join(folder, 'plan.md'), 'utf8')).toBe('mine');
    expect(await run([...args, 'plan.md', '--force'], io)).toBe(0);
    expect(await run([...args, 'plan.docx'], io)).toBe(2);
    expect(io.stderr.text).toMatch(/is there already[\s\S]*end the name with \.md or \.html/);
  });
});

test('a screen writes the runbook too, and is told in a line what stands in its way', async () => {
  const begun = newWalkthrough(io.now(), 'contoso', readScenario('contoso').facts);
  const first = await runbookWritten(begun, 'plan.html', false, io);
  expect(first).toEqual({ ok: true, said: `Wrote ${join(folder, 'plan.html')}` });
  expect(await runbookWritten(begun, 'plan.html', false, io)).toMatchObject({ ok: false, exists: true });
  expect(await runbookWritten(begun, 'plan.html', true, io)).toMatchObject({ ok: true });
  expect(await runbookWritten(begun, '.', false, io)).toMatchObject({
    said: expect.stringContaining('is a folder'),
  });
  expect(await runbookWritten(begun, 'plan.txt', false, io)).toMatchObject({ ok: false });
  const nameless = newWalkthrough(io.now(), null);
  expect((await runbookWritten(nameless, 'b.md', false, io)).said).toMatch(/^Enter first: The name of/);
});
