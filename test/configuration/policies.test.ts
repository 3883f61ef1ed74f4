import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareServers } from '../../src/configuration/compare-servers.ts';
import { freshFolder, inShort } from './compared.ts';

const POLICY = {
  policyVersion: '2.4.21.0',
  serverName: 'SYNC01',
  stagingMode: false,
  exportDeletionThreshold: { enabled: true, value: 500 },
  connectors: [
    { id: '{1}', name: 'contoso.com', userName: 'MSOL_0a1b', selectedOus: ['OU=A', 'OU=B'] },
    { id: '{2}', name: 'fabrikam.com', userName: 'MSOL_0c1d', selectedOus: [] },
  ],
  rules: [
    {
      name: 'In from AD - User Join',
      immutableTag: 'Microsoft.InfromADUserJoin.012',
      precedence: 100,
      expression: 'a',
    },
    { name: 'Custom', immutableTag: '', precedence: 50, expression: 'b' },
  ],
};

async function comparedPolicies(change: object, encode: BufferEncoding = 'utf8') {
  const folder = freshFolder();
  const [active, staging] = [join(folder, 'active.json'), join(folder, 'staging.json')];
  writeFileSync(active, JSON.stringify(POLICY));
  writeFileSync(staging, `\ufeff${JSON.stringify({ ...POLICY, ...change }, null, 2)}`, encode);
  return (await compareServers(active, staging)).comparison;
}

const [FIRST, SECOND] = POLICY.connectors;
const [DEFAULT, CUSTOM] = POLICY.rules;

test('the same settings, in another order, another layout and another encoding, do not differ', async () => {
  const { differences } = await comparedPolicies({ connectors: [SECOND, FIRST] }, 'utf16le');
  expect(differences).toEqual([]);
});

test.each([
  [
    { exportDeletionThreshold: { enabled: true, value: 1000 } },
    'matters | settings | exportDeletionThreshold/value | 500 | 1000',
  ],
  [
    { connectors: [{ ...FIRST, selectedOus: ['OU=B'] }, SECOND] },
    'matters | connectors / contoso.com | selectedOus/OU=A | in the list | -',
  ],
  [{ rules: [DEFAULT, { ...CUSTOM, precedence: 51 }] }, 'matters | rules / Custom | precedence | 50 | 51'],
  [
    { rules: [{ ...DEFAULT, expression: 'c' }, CUSTOM] },
    'matters | rules / In from AD - User Join | expression | a | c',
  ],
  [
    { rules: [{ ...DEFAULT, precedence: 101 }, CUSTOM] },
    'versionNoise | rules / In from AD - User Join | precedence | 100 | 101',
  ],
  [{ policyVersion: '2.5.3.0' }, 'versionNoise | settings | policyVersion | 2.4.21.0 | 2.5.3.0'],
  [{ stagingMode: true }, 'expected | settings | stagingMode | false | true'],
  [{ serverName: 'SYNC02' }, 'expected | settings | serverName | SYNC01 | SYNC02'],
  [
    { connectors: [{ ...FIRST, userName: 'MSOL_ffff' }, SECOND] },
    'expected | connectors / contoso.com | userName | (not shown) | (not shown)',
  ],
  [{ connectors: [{ ...FIRST, id: '{3}' }, SECOND] }, 'ignored | connectors / contoso.com | id | {1} | {3}'],
])('one change %j is one difference', async (change, difference) => {
  expect(inShort(await comparedPolicies(change))).toEqual([difference]);
});

test('what is no JSON is refused without its text', async () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'a.json'), '{"password": "Summer');
  const said = await compareServers(join(folder, 'a.json'), join(folder, 'a.json')).catch(String);
  expect(said).toMatch(/no JSON/);
  expect(said).not.toContain('Summer');
});
