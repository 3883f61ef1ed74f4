import { expect, test } from 'vitest';
import type { AttributeFlows, FlowStep, FlowsOf } from '../../../src/configuration/attribute-flows.ts';
import { misfit } from '../render-screen.tsx';
import { people, tableScreen, whole } from './table-under-test.tsx';

const SIDE = { precedence: 100, disabled: false, flow: 'Trim([mail])', scope: ['c EQUAL DE'] };
const STEP: FlowStep = {
  inbound: true,
  connector: 'contoso.com',
  rule: 'In from AD - Mail',
  target: 'mail',
  active: SIDE,
  staging: { ...SIDE, flow: 'LCase([mail])' },
  same: false,
};

/** Every attribute but `pager` has one flow in, that differs, and many out. */
const flowsOf: FlowsOf = (attribute): AttributeFlows => ({
  attribute,
  metaverse: ['mail'],
  steps:
    attribute === 'pager'
      ? []
      : [
          STEP,
          ...Array.from({ length: 30 }, (_, index) => ({
            ...STEP,
            inbound: false,
            rule: `Out to AAD - ${index}`,
            staging: SIDE,
            same: true,
          })),
        ],
});

const COMPARED = { active: 'C:\\active', staging: 'C:\\staging' };

async function flowsScreen(attributes: readonly string[], size: { columns?: number; rows?: number } = {}) {
  const asked: string[][] = [];
  const screen = await tableScreen(whole(people(3, () => ({ attributes }))), {
    ...size,
    compared: COMPARED,
    services: {
      flowsOf: async (...paths) => {
        asked.push(paths);
        return flowsOf;
      },
    },
  });
  await screen.waitForFrame(/Person 001/);
  await screen.press('a');
  return { ...screen, asked };
}

test.each([
  [80, 24],
  [120, 40],
])(
  'one key leads from a row to the flows of its attribute, on both servers, at %i by %i',
  async (columns, rows) => {
    const screen = await flowsScreen(['mail'], { columns, rows });
    const frame = await screen.waitForFrame(/Flows of mail[\s\S]*DIFFERS/);
    expect(screen.asked).toEqual([['C:\\active', 'C:\\staging']]);
    expect(frame).toContain('DIFFERS In from AD - Mail (contoso.com), to mail');
    expect(frame).toContain('active: precedence 100: Trim([mail]), where c EQUAL DE');
    expect(frame).toContain('staging: precedence 100: LCase([mail]), where c EQUAL DE');
    expect(misfit(frame, columns, rows)).toBe('');
    await screen.press('G');
    expect(screen.frame()).toContain('Out to AAD - 29');
    expect(misfit(screen.frame(), columns, rows)).toBe('');
    await screen.press('q');
    expect(screen.frame()).toContain('Person 001');
  },
);

test('several changed attributes: the next one and the one before', async () => {
  const screen = await flowsScreen(['mail', 'pager']);
  await screen.waitForFrame(/Flows of mail .*attribute 1 of 2/);
  await screen.press('n');
  expect(screen.frame()).toContain('No rule of either server has an attribute pager');
  await screen.press('n', 'p');
  expect(screen.frame()).toContain('Flows of mail');
  await screen.press('?');
  expect(screen.frame()).toContain('To the next attribute that the export changes');
  await screen.press('q', 'q');
  expect(screen.frame()).toContain('Person 001');
});

test('a row that changes no attribute says what decides', async () => {
  const screen = await flowsScreen([]);
  await screen.waitForFrame(/which rule has the object in its scope/);
});

test.each([
  ['nothing was compared', undefined, async () => flowsOf, /No configurations were compared yet/],
  ['settings files of the wizard', COMPARED, async () => null, /holds no flows/],
  [
    'a folder that is gone',
    COMPARED,
    () => Promise.reject(new Error('There is no such folder.')),
    /no such folder/,
  ],
])('%s is said', async (_, compared, ask, words) => {
  const screen = await tableScreen(whole(people(1, () => ({ attributes: ['mail'] }))), {
    ...(compared === undefined ? {} : { compared }),
    services: { flowsOf: ask },
  });
  await screen.waitForFrame(/Person 001/);
  await screen.press('a');
  await screen.waitForFrame(words);
});

test('the same key leads there from an opened object, and back to it', async () => {
  const screen = await tableScreen(whole(people(1, () => ({ attributes: ['mail'] }))), {
    compared: COMPARED,
    services: { flowsOf: async () => flowsOf },
  });
  await screen.waitForFrame(/Person 001/);
  await screen.press('enter');
  await screen.waitForFrame(/1 of 1 rows/);
  await screen.press('a');
  await screen.waitForFrame(/Flows of mail/);
  await screen.press('q');
  expect(screen.frame()).toContain('1 of 1 rows');
});
