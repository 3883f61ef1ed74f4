import { describe, expect, test } from 'vitest';
import type { Training } from '../../screens/app-state.ts';
import { STEP_IDS, type Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { FACTS, fakeServices, walkthroughWith } from './fake-services.ts';
import { openApp } from './open-app.tsx';
import { misfit } from './render-screen.tsx';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;
const LONG = `contoso-${'x'.repeat(112)}`;
const HOSTILE = `会社\u001b[31m👨‍👩‍👧${'é'.repeat(60)}\u202e`;
const NAMED: readonly (readonly [string, Partial<Walkthrough['facts']>])[] = [
  ['no names', {}],
  ['plain names', FACTS],
  [
    'names of 120 characters',
    { ...FACTS, stagingServer: LONG, adConnectors: [LONG, `${LONG}2`], aadConnector: LONG },
  ],
  [
    'wide and control characters',
    { ...FACTS, stagingServer: HOSTILE, adConnectors: [HOSTILE], exportFolder: HOSTILE },
  ],
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be on a screen
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

const STORY = 'SYNC01 must be rebuilt tonight. Find out what STAGE01 would export.';

function training(): Training {
  return {
    title: 'Contoso: a spare takes over',
    story: STORY,
    facts: walkthroughWith(FACTS).facts,
    files: ['C:\\training\\aad.xml'],
    walkthrough: walkthroughWith(FACTS, { training: 'contoso' }),
  };
}

describe.each(SIZES)('at $columns columns and $rows rows', (size) => {
  const cases = NAMED.flatMap(([name, facts]) =>
    (['home', ...STEP_IDS] as const).map((screen) => [screen, name, facts] as const),
  );

  test.each(cases)('%s fits with %s', async (screen, _name, facts) => {
    const app = await openApp({ ...size, walkthrough: walkthroughWith(facts, { screen }) });
    const paths: Record<string, readonly string[]> = {
      home: ['down', 'pagedown', 'f', 'q', '?', 'q', '3', 'p', 'x'],
      verify: ['enter', 'pagedown', 'end', 'n', 'q', 't', 'down', 'p', 'x', 'esc'],
      switch: ['down', 'pagedown', 'x'],
      'disaster-recovery': [...'11111111111', 'pagedown', 's', 'enter'],
    };
    const path = paths[screen] ?? ['end', 'enter', 'pagedown', 'tab', 'end', 'q', 'f', 'enter', 'x'];
    const frames = [app.frame()];
    for (const key of path) {
      await app.press(key);
      frames.push(app.frame());
    }
    for (const frame of frames) {
      expect(misfit(frame, size.columns, size.rows)).toBe('');
      expect(frame).not.toMatch(CONTROL);
    }
  });
});

test('home says where it goes on and when it was changed', async () => {
  const walkthrough = walkthroughWith(FACTS, {
    round: 2,
    changedAt: '2026-11-22T01:00:00Z',
    screen: 'verify',
  });
  const app = await openApp({ walkthrough });
  await app.press('q');
  expect(app.frame()).toMatch(/► 1 {2}Go on: Verify, round 2 \(last change 2026-11-2\d \d\d:\d\d\)/);
});

test('to start again keeps what was saved before in a file beside, and says which', async () => {
  const services = fakeServices();
  const before = walkthroughWith(FACTS, { changedAt: '2026-11-22T01:00:00Z' });
  const app = await openApp({ services, walkthrough: before });
  await app.press('2', '2');
  expect(services.kept).toEqual([before]);
  expect(services.saved.at(-1)?.screen).toBe('prepare');
  expect(app.frame()).toContain('What was saved before is kept as C:\\state\\walkthrough-until-1.json');

  const stuck = fakeServices([], { keepBeside: () => ({ ok: false, said: 'It cannot be kept beside.' }) });
  const other = await openApp({ services: stuck, walkthrough: before });
  await other.press('2', '2');
  expect(stuck.saved).toEqual([]);
  expect(other.frame()).toContain('It cannot be kept beside.');
});

test('home says the whole of what became of a damaged state file, on as many lines as it takes', async () => {
  const path = `C:\\Users\\${'operator'.repeat(9)}\\walkthrough-damaged-1.json`;
  const app = await openApp({ said: `The saved walkthrough cannot be used: it is kept as ${path}` });
  expect(app.frame().replaceAll(/\s+/g, '')).toContain(path);
  expect(app.frame()).toContain('Start the walkthrough');
});

test('a name that no command can carry is explained in the form, whole', async () => {
  const walkthrough = walkthroughWith({ ...FACTS, aadConnector: 'a "b"' });
  const app = await openApp({ walkthrough });
  await app.press('4', 'j', 'j', 'j', 'j', 'j', 'j', 'j');
  const told = app.frame().replaceAll(/\s+/g, ' ');
  expect(told).toContain('No name that holds a double quote');
  expect(told).toContain('and enter the new name.');
});

test('a burst of keys on a slow line loses none', async () => {
  const app = await openApp();
  await app.type('\r');
  await app.type('jjj\r');
  expect(app.frame()).toContain('Sign off and on again\n');
  expect(app.frame()).toContain('item 4 of');
});

test('each change is saved whole, and a failed save is said', async () => {
  const services = fakeServices();
  const app = await openApp({ services, walkthrough: walkthroughWith(FACTS, { screen: 'prepare' }) });
  await app.type('jj n');
  expect(services.saved.map(({ screen, done }) => [screen, Object.keys(done)])).toEqual([
    ['prepare', ['install-in-staging-mode']],
    ['configuration', ['install-in-staging-mode']],
  ]);

  const full = fakeServices([], { save: () => ({ ok: false, said: 'Not saved: the disk is full.' }) });
  const other = await openApp({ services: full });
  await other.press('enter');
  expect(other.frame()).toContain('Not saved: the disk is full.');
});

test('c copies the marked command whole, and says so', async () => {
  const services = fakeServices();
  const walkthrough = walkthroughWith(FACTS, { screen: 'import-and-synchronize' });
  const app = await openApp({ services, walkthrough });
  await app.press('down', 'enter', 'tab', 'c');
  await app.waitForFrame(/Copied to the clipboard/);
  expect(services.copied).toEqual(['Get-ADSyncConnectorRunStatus']);
});

test('TRAINING stands on every screen, also on help and in the table', async () => {
  const app = await openApp({
    training: training(),
    walkthrough: walkthroughWith(FACTS, { training: 'contoso' }),
  });
  const paths = [
    '?',
    'q',
    'enter',
    'enter',
    '?',
    'q',
    'q',
    'f',
    'enter',
    'down',
    'f',
    'q',
    'r',
    'n',
    'n',
    'r',
    'q',
    'n',
    't',
  ];
  const frames = [app.frame()];
  for (const key of paths) {
    await app.press(key);
    frames.push(app.frame());
  }
  await app.press('q', 'n');
  frames.push(app.frame());
  expect(frames.filter((frame) => !frame.split('\n')[0]?.includes('TRAINING'))).toEqual([]);
  expect(frames[0]).toContain(`Contoso: a spare takes over\n${STORY}\n`);
  expect(frames.at(-1)).toContain('Before the switch');
});

test('the table opens from Verify and leads back to where it was', async () => {
  const services = fakeServices(['C:\\exports\\aad.xml']);
  const walkthrough = walkthroughWith(FACTS, { screen: 'verify' });
  const app = await openApp({ services, walkthrough });
  await app.press('down', 'down', 't');
  await app.waitForFrame(/1 export file\./);
  await app.press('enter');
  await app.waitForFrame(/0 of 0|no pending export|nothing/i);
  expect(services.opened).toEqual([['C:\\exports\\aad.xml']]);
  await app.press('q', 'q');
  expect(app.frame()).toMatch(/► \[ \] {2}3\. /);
});

test('the guard says what is open, and only the name leads on', async () => {
  const services = fakeServices();
  const app = await openApp({ services, walkthrough: walkthroughWith(FACTS, { screen: 'switch' }) });
  expect(app.frame()).toMatch(/\d+ points are still open:/);
  expect(app.frame()).toContain('- Prepare: Sign off and on again (not ticked)');
  await app.type('SYNC01\r');
  expect(app.frame()).toContain('That is not SYNC02. Nothing happened.');
  await app.press('ctrl+u');
  await app.type('sync02\r');
  expect(app.frame()).toContain('Switch active server');
  expect(services.saved.at(-1)?.switchedWith?.open.length).toBeGreaterThan(5);
});

test('the name typed and Enter in one burst acts on nothing behind the guard', async () => {
  const app = await openApp({ walkthrough: walkthroughWith(FACTS, { screen: 'switch' }) });
  await app.type('SYNC02\r \r');
  expect(app.frame()).toMatch(/► \[ \] {2}1\. /);
});

test('names are entered in the form and stand in the commands', async () => {
  const app = await openApp({ walkthrough: walkthroughWith({}, { screen: 'prepare' }) });
  await app.press('down', 'f');
  await app.press('enter');
  await app.type('SYNC77');
  await app.press('enter', 'q');
  expect(app.frame()).toMatch(/\[ \] {2}2\. /);
  await app.press('down', 'enter');
  expect(app.frame()).toContain('On SYNC77');
});

test('an ASCII terminal gets ASCII only', async () => {
  const app = await openApp({ unicode: false, walkthrough: walkthroughWith(FACTS, { screen: 'prepare' }) });
  const frames = [app.frame()];
  for (const key of [
    'down',
    'down',
    'enter',
    'pagedown',
    'q',
    'f',
    'enter',
    'q',
    'q',
    'n',
    '?',
    'q',
    'q',
    '?',
  ]) {
    await app.press(key);
    frames.push(app.frame());
  }
  const recovery = await openApp({
    unicode: false,
    columns: 120,
    rows: 40,
    walkthrough: walkthroughWith(FACTS, { screen: 'disaster-recovery' }),
  });
  await recovery.type('1'.repeat(11));
  frames.push(recovery.frame());
  expect(recovery.frame()).toContain('| Rebuild         |');
  for (const frame of frames) expect(frame).toMatch(/^[\x20-\x7e\n]*$/);
});

test('what the state file said at the start stands on the first screen', async () => {
  const app = await openApp({ said: 'The saved walkthrough could not be read; it was set aside.' });
  expect(app.frame()).toContain('it was set aside');
});
