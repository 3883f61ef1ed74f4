import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { changed, SMALL_CONFIGURATION as SMALL } from '../../../fixtures/configuration-spec.ts';
import { writeConfiguration } from '../../../fixtures/configuration-writer.ts';
import { type ComparedServers, compareServers } from '../../../src/configuration/compare-servers.ts';
import { openBeforeSwitch } from '../../../src/walkthrough/progress.ts';
import { freshFolder } from '../../configuration/compared.ts';
import { FACTS, fakeServices, walkthroughWith } from '../fake-services.ts';
import { openApp } from '../open-app.tsx';
import { misfit } from '../render-screen.tsx';

const RULE = 'In from AD - User Department';
const STAGING = changed(SMALL, {
  settings: {
    'Microsoft.Synchronize.StagingMode': 'True',
    'Microsoft.OptionalFeature.ExportDeletionThresholdValue': '900',
  },
  rule: [RULE, { flows: [['department', ['department'], 'LCase([department])']] }],
});

let servers: ComparedServers;
beforeAll(async () => {
  const folder = freshFolder();
  servers = await compareServers(
    writeConfiguration(join(folder, 'a'), SMALL),
    writeConfiguration(join(folder, 'b'), STAGING),
  );
});

async function opened(size: { columns?: number; rows?: number } = {}) {
  const asked: string[][] = [];
  const services = fakeServices([], {
    compareServers: async (...paths) => {
      asked.push(paths);
      return servers;
    },
  });
  const screen = await openApp({
    ...size,
    services,
    walkthrough: walkthroughWith(FACTS, { screen: 'configuration' }),
  });
  await screen.press('d');
  return { ...screen, services, asked };
}

async function comparedScreen(size: { columns?: number; rows?: number } = {}) {
  const screen = await opened(size);
  await screen.type('"C:\\a"');
  await screen.press('enter');
  await screen.type('C:\\b');
  await screen.press('enter');
  await screen.waitForFrame(/Differs and matters: 2/);
  return screen;
}

test('asks for both folders, compares them, and tells the walkthrough', async () => {
  const screen = await opened();
  expect(screen.frame()).toContain('Active server, folder:');
  await screen.type('"C:\\a"');
  await screen.press('enter');
  expect(screen.frame()).toContain('Staging server, folder:');
  await screen.type('C:\\b');
  await screen.press('enter');
  const frame = await screen.waitForFrame(/Differs and matters: 2/);
  expect(frame).toContain('2 matter, 1 expected, 0 because of builds, 0 ignored');
  expect(screen.asked).toEqual([['C:\\a', 'C:\\b']]);
  expect(screen.store.state().walkthrough.comparison).toMatchObject({
    active: 'C:\\a',
    staging: 'C:\\b',
    complete: true,
    waived: {},
  });
  expect(
    openBeforeSwitch(screen.store.state().walkthrough)
      .map(({ sentence }) => sentence)
      .join('\n'),
  ).toContain('2 differences that matter are left');
});

test('the folders of the last comparison are compared again at once', async () => {
  const screen = await comparedScreen();
  await screen.press('q');
  expect(screen.frame()).toMatch(/^Configuration\b(?!:)/);
  await screen.press('d');
  await screen.waitForFrame(/Differs and matters: 2/);
  expect(screen.asked).toHaveLength(2);
});

describe.each([
  [80, 24],
  [120, 40],
])('at %i by %i', (columns, rows) => {
  test('the tree is at the left, both sides of the marked difference at the right', async () => {
    const screen = await comparedScreen({ columns, rows });
    await screen.press('G', 'k');
    const frame = screen.frame();
    expect(misfit(frame, columns, rows)).toBe('');
    await screen.press('g', 'j', 'j');
    const marked = screen.frame();
    expect(misfit(marked, columns, rows)).toBe('');
    expect(marked).toMatch(/\[-\] Global settings: 1/);
    expect(marked).toMatch(/► +Deletion threshold/);
    expect(marked).toMatch(/│ Active server/);
    expect(marked).toMatch(/│ {3}500/);
    expect(marked).toMatch(/│ {3}900/);
    expect(marked).toMatch(/│ Effect: With this many deletes/);
    await screen.press('enter');
    expect(misfit(screen.frame(), columns, rows)).toBe('');
    expect(screen.frame()).toContain('To do: See it with Get-ADSyncExportDeletionThreshold');
    await screen.press('esc');
    await screen.waitForFrame(/\[-\] Global settings: 1/);
  });
});

test('branches fold and unfold; what is expected is folded at first', async () => {
  const screen = await comparedScreen();
  expect(screen.frame()).toContain('[+] Expected to differ: 1');
  await screen.press('G', 'enter');
  expect(screen.frame()).toContain('[-] Expected to differ: 1');
  await screen.press('left');
  expect(screen.frame()).toContain('[+] Expected to differ: 1');
  await screen.press('right', 'j', 'j');
  expect(screen.frame()).toMatch(/► +Staging mode/);
});

test('only differences at first; with o what is the same too', async () => {
  const screen = await comparedScreen();
  expect(screen.frame()).not.toContain('The same on both');
  await screen.press('o');
  expect(screen.frame()).toMatch(/\[\+\] The same on both: \d+/);
  await screen.press('o');
  expect(screen.frame()).not.toContain('The same on both');
});

test('the filter narrows as it is typed, looks at values too, and goes away', async () => {
  const screen = await comparedScreen();
  await screen.press('/');
  await screen.type('lcase');
  expect(screen.frame()).toContain('Differs and matters: 1');
  expect(screen.frame()).not.toContain('Deletion threshold');
  await screen.press('enter', 'x');
  expect(screen.frame()).toContain('Differs and matters: 2');
  await screen.press('f');
  await screen.type('zzz');
  expect(screen.frame()).toContain('Nothing matches');
  await screen.press('esc');
  await screen.waitForFrame(/Differs and matters: 2/);
});

test('a difference is waived with a reason, and no longer is', async () => {
  const screen = await comparedScreen();
  await screen.press('w');
  expect(screen.frame()).toContain('Mark a difference that matters first.');
  await screen.press('j', 'j', 'w');
  await screen.type('agreed with the business');
  await screen.press('enter');
  expect(screen.frame()).toContain('Waived: agreed with the business');
  expect(screen.frame()).toContain('1 waived');
  const open = () =>
    openBeforeSwitch(screen.store.state().walkthrough).find(({ key }) => key.startsWith('configuration-d'))
      ?.sentence;
  expect(open()).toContain('1 difference that matters is left, 1 waived (agreed with the business)');
  expect(screen.services.saved.at(-1)?.comparison?.waived).not.toEqual({});
  await screen.press('W');
  expect(open()).toContain('2 differences that matter are left');
});

test('the flows of the attribute of a difference, and of one that is typed', async () => {
  const screen = await comparedScreen();
  await screen.press('G', 'k', 'a');
  expect(screen.frame()).toContain('Flows of department');
  expect(screen.frame()).toContain(`DIFFERS ${RULE}`);
  await screen.press('q', 'g', 'a');
  await screen.type('displayName');
  await screen.press('enter');
  expect(screen.frame()).toContain('Flows of displayName');
  expect(screen.frame()).toContain('both: precedence 102: directly from displayName');
});

test('copies both sides; help lists the keys; what is wrong is said', async () => {
  const screen = await comparedScreen();
  await screen.press('j', 'j', 'c');
  await screen.waitForFrame(/Copied/);
  expect(screen.services.copied[0]).toMatch(/Deletion threshold[\s\S]*500[\s\S]*900/);
  await screen.press('?');
  expect(screen.frame()).toContain('Say why a difference that matters may stay');
  await screen.press('q');
  const failing = await openApp({
    services: fakeServices([], {
      compareServers: () => Promise.reject(new Error('C:\\a: There is no such folder.')),
    }),
    walkthrough: walkthroughWith(FACTS, { screen: 'configuration' }),
  });
  await failing.press('d');
  await failing.type('C:\\a');
  await failing.press('enter');
  await failing.type('C:\\b');
  await failing.press('enter');
  expect(await failing.waitForFrame(/no such folder/)).toContain('p chooses other folders');
});

test('Esc in the first question leads back', async () => {
  const screen = await opened();
  await screen.press('esc');
  await screen.waitForFrame(/^Configuration\b(?!:)/);
});
