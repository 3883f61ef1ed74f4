import { describe, expect, test } from 'vitest';
import { QUESTIONS } from '../../src/recovery/questions.ts';
import { ADVICES } from '../../src/recovery/strategies.ts';
import { FACTS, fakeServices, walkthroughWith } from './fake-services.ts';
import { openApp } from './open-app.tsx';

const AT_RECOVERY = { screen: 'disaster-recovery' } as const;

/** Answers that lead to a rebuild, as the first line of each question. */
const FIRST = Object.fromEntries(QUESTIONS.map(({ id, options }) => [id, options[0]?.id ?? '']));

const onStrategy = (changes: object = {}) =>
  walkthroughWith(FACTS, { ...AT_RECOVERY, answers: FIRST, ...changes });

describe('the questions of disaster recovery', () => {
  test('each says why it is asked, and takes "Don\'t know"', async () => {
    const app = await openApp({ walkthrough: walkthroughWith(FACTS, AT_RECOVERY) });
    for (const [place, { why, options }] of QUESTIONS.entries()) {
      const frame = app.frame();
      expect(frame).toContain(`question ${place + 1} of ${QUESTIONS.length}`);
      expect(frame.replace(/\s+/g, ' ')).toContain(why);
      expect(frame).toContain("Don't know");
      await app.press(String(options.length));
    }
    expect(app.frame()).toContain('Strategy: A standby server in staging mode');
    for (const { id } of QUESTIONS) expect(app.store.state().walkthrough.answers[id]).toBe('unknown');
  });

  test('the plan is kept once all of them are answered, and again when an answer changes', async () => {
    const app = await openApp({ walkthrough: walkthroughWith(FACTS, AT_RECOVERY) });
    await app.type('1'.repeat(QUESTIONS.length - 1));
    expect(app.store.state().walkthrough.plan).toBeNull();
    await app.type('1');
    expect(app.store.state().walkthrough.plan?.recommended).toBe('rebuild');
    await app.type('p'.repeat(QUESTIONS.length));
    await app.type('3');
    expect(app.store.state().walkthrough.plan?.recommended).toBe('staging');
  });
});

describe('the strategy', () => {
  test('says what decided and what would change it', async () => {
    const app = await openApp({ walkthrough: onStrategy(), columns: 120, rows: 90 });
    const frame = app.frame();
    expect(frame).toMatch(/What decided\n {2}- Changes may wait: A day/);
    expect(frame).toContain('Real-time operations: Yes: then A standby server in staging mode');
    expect(frame).toMatch(/2017 supports clustering only.*Today Always On/s);
  });

  test('stands against all others in a table, at 80 by 24 with a key of its own', async () => {
    const app = await openApp({ walkthrough: onStrategy() });
    expect(app.frame()).not.toContain('Keep ready');
    await app.press('t');
    const lines = app.frame().split('\n');
    expect(lines.filter((line) => /ADVISED|possible|│ no /.test(line))).toHaveLength(ADVICES.length);
    expect(lines.find((line) => line.includes('ADVISED'))).toMatch(/│ Rebuild +│ hours +│ everything/);
    expect(lines.some((line) => line.includes('└'))).toBe(true);
    await app.press('t');
    expect(app.frame()).toContain('Strategy: Rebuild when needed');
  });

  test('says that the plan is old, or rests on what has changed: here and at home', async () => {
    const { facts } = onStrategy();
    const at = '2026-08-01T00:00:00Z';
    const plan = { at, answers: FIRST, facts: { ...facts, activeServer: 'OLD01' }, recommended: 'rebuild' };
    const app = await openApp({ walkthrough: onStrategy({ plan }), columns: 120, rows: 40 });
    expect(app.frame()).toContain('The recovery plan is 112 days old: look at it again.');
    expect(app.frame()).toContain('Changed since the recovery plan was made: the active server.');
    await app.press('q');
    expect(app.frame()).toContain('The recovery plan is 112 days old: look at it again.');
  });
});

describe('the runbook', () => {
  test('is written where the operator says, over a file only after a second Enter', async () => {
    const asked: [string, boolean][] = [];
    const services = fakeServices([], {
      writeRunbook: async (_, path, force) => {
        asked.push([path, force]);
        if (!force) return { ok: false, said: `${path} is there already.`, exists: true };
        return { ok: true, said: `Wrote ${path}` };
      },
    });
    const app = await openApp({ walkthrough: onStrategy(), services });
    await app.press('w');
    expect(app.frame()).toContain('recovery-runbook.html');
    await app.press('enter');
    await app.waitForFrame(/Not written: recovery-runbook\.html is there already/);
    await app.press('enter');
    await app.waitForFrame(/Wrote recovery-runbook\.html/);
    expect(asked).toEqual([
      ['recovery-runbook.html', false],
      ['recovery-runbook.html', true],
    ]);
    expect(app.frame()).toContain('Strategy: Rebuild when needed');
    expect(app.store.state().walkthrough.plan?.recommended).toBe('rebuild');
  });

  test('asks for names that are missing, and Esc writes nothing', async () => {
    const facts = { ...onStrategy().facts, aadConnector: '' };
    const app = await openApp({ walkthrough: onStrategy({ facts }) });
    await app.press('w');
    expect(app.frame()).toContain('A runbook needs, first: The name of the connector of type Windows');
    const services = { ...fakeServices(), written: [] as string[] };
    const writeRunbook = async (_: unknown, path: string) => {
      services.written.push(path);
      return { ok: true, said: '' };
    };
    const whole = await openApp({ walkthrough: onStrategy(), services: { ...services, writeRunbook } });
    await whole.press('w');
    await whole.press('esc');
    await whole.waitForFrame(/Strategy: Rebuild when needed/);
    expect(services.written).toEqual([]);
  });
});

test('a rehearsal is ended at home, and leaves the program for its debrief', async () => {
  const walkthrough = walkthroughWith(FACTS, { training: 'server-gone' });
  const training = {
    title: 'Rehearsal',
    story: 'It is 02:10.',
    facts: walkthrough.facts,
    files: [],
    walkthrough,
  };
  const plain = await openApp({ walkthrough, training });
  expect(plain.frame()).not.toContain('debrief');
  const app = await openApp({ walkthrough, training: { ...training, rehearsal: true } });
  const place = /(\d) +End the rehearsal, and read the debrief/.exec(app.frame())?.[1] ?? '';
  await app.press(place);
  expect(app.store.state().left).toBe(true);
});
