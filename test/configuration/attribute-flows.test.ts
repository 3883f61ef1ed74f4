import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed, SMALL_CONFIGURATION as SMALL } from '../../fixtures/configuration-spec.ts';
import { type ConfigurationSpec, writeConfiguration } from '../../fixtures/configuration-writer.ts';
import { run } from '../../src/cli.ts';
import { compareServers } from '../../src/configuration/compare-servers.ts';
import { testIo } from '../commands/test-io.ts';
import { freshFolder } from './compared.ts';

function written(staging: ConfigurationSpec): readonly [folder: string, active: string, staging: string] {
  const folder = freshFolder();
  return [
    folder,
    writeConfiguration(join(folder, 'active'), SMALL),
    writeConfiguration(join(folder, 'staging'), staging),
  ];
}

async function stepsOf(attribute: string, staging: ConfigurationSpec = SMALL) {
  const [, a, b] = written(staging);
  const flows = (await compareServers(a, b)).flowsOf?.(attribute);
  return flows?.steps.map(({ inbound, rule, target, same }) => [inbound ? 'in' : 'out', rule, target, same]);
}

const CUSTOM = 'In from AD - User Department';
const CONTRACTORS = 'In from AD - User Department of Contractors';
const COMMON = 'In from AD - User Common';
const OUT = 'Out to AAD - User Join';

test('the way from end to end, the rule that wins first', async () => {
  expect(await stepsOf('Department')).toEqual([
    ['in', CUSTOM, 'department', true],
    ['in', CONTRACTORS, 'department', true],
    ['in', COMMON, 'department', true],
    ['out', OUT, 'department', true],
  ]);
});

test('a target that is made of nothing, and one that no rule has', async () => {
  expect(await stepsOf('usageLocation')).toEqual([['out', OUT, 'usageLocation', true]]);
  expect(await stepsOf('nothing')).toEqual([]);
});

test('what differs is marked: an expression, a disabled rule, a scope, an order that is turned round', async () => {
  const differing = async (change: object) =>
    (await stepsOf('department', changed(SMALL, { rule: [CUSTOM, change] })))
      ?.filter(([, , , same]) => !same)
      .map(([, rule]) => rule);
  expect(await differing({ flows: [['department', ['department'], 'LCase([department])']] })).toEqual([
    CUSTOM,
  ]);
  expect(await differing({ disabled: true })).toEqual([CUSTOM]);
  expect(await differing({ scope: [] })).toEqual([CUSTOM]);
  expect(await differing({ precedence: 55 })).toEqual([]);
  expect(await differing({ precedence: 70 })).toEqual([CUSTOM, CONTRACTORS]);
  expect(await differing({ flows: [] })).toEqual([CUSTOM]);
});

test('--flow prints both sides, and ends with 1 where they differ', async () => {
  const [folder] = written(changed(SMALL, { rule: [CUSTOM, { disabled: true }] }));
  const io = testIo(folder);
  expect(await run(['configuration', 'active', 'staging', '--flow', 'department'], io)).toBe(1);
  expect(io.stdout.text).toContain('Attribute department: 4 flows, 1 not the same on both servers');
  expect(io.stdout.text).toContain(`- DIFFERS: ${CUSTOM} (contoso.com), to department`);
  expect(io.stdout.text).toMatch(/staging: precedence 50 \(DISABLED\): UCase\(\[department\]\), where /);
  expect(await run(['configuration', 'active', 'active', '--flow', 'department'], testIo(folder))).toBe(0);
  const mistaken = testIo(folder);
  expect(await run(['configuration', 'active', 'staging', '--flow', 'x', '--format', 'json'], mistaken)).toBe(
    2,
  );
});
