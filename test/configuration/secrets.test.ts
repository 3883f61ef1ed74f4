import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_CONFIGURATION as SMALL } from '../../fixtures/configuration-spec.ts';
import { type ConfigurationSpec, writeConfiguration } from '../../fixtures/configuration-writer.ts';
import { run } from '../../src/cli.ts';
import { shownValue } from '../../src/configuration/secrets.ts';
import { CONFIGURATION_FORMATS } from '../../src/reports/configuration-report.ts';
import { testIo } from '../commands/test-io.ts';
import { freshFolder } from './compared.ts';

/** Every secret of the other server is another one, so that each of them is a difference. */
const OTHER: ConfigurationSpec = {
  ...SMALL,
  connectors: SMALL.connectors.map((one) => ({
    ...one,
    account: `Other_${one.account}`,
    password: `Other${one.password}`,
    cookie: `Other${one.cookie}`,
  })),
};

test.each(CONFIGURATION_FORMATS)('no secret reaches the format %s, also not with --all', async (format) => {
  const folder = freshFolder();
  writeConfiguration(join(folder, 'a'), SMALL);
  writeConfiguration(join(folder, 'b'), OTHER);
  const io = testIo(folder);
  const code = await run(['configuration', 'a', 'b', '--all', '--format', format], io);
  const output = io.stdout.text + io.stderr.text;
  expect(code).toBe(0);
  expect(output).toContain('UserName');
  expect(output).toMatch(/parameter Password/);
  for (const { account, password, cookie } of [...SMALL.connectors, ...OTHER.connectors]) {
    for (const secret of [account, password, cookie]) expect(output).not.toContain(secret);
  }
  expect(output).not.toMatch(/Planted|MSOL_|Sync_SYNC|0a1b2c3d4e5f/);
});

test.each([
  ['parameter Password', 'hunter2 is short', ''],
  ['parameter Password', '12345678', ''],
  ['password', 'Summer', ''],
  ['credentials/value', 'Summer', ''],
  ['anything', 'x', 'encrypted-string'],
  ['anything', 'x', 'string SecureString'],
  ['custom-data/water-mark', 'WgBRAHcAQQBB', ''],
  ['parameter UserName', 'sync@contoso.com', ''],
  ['forest-login-user', 'MSOL_0a1b2c3d4e5f', ''],
  ['something', 'AQAAANCMnd8BFdERjHoAwE/Cl+sBAAAAXh5f3pQ7bE2kAAAAAAAAAAAAAAAAAA==', ''],
  ['something', 'ab01'.repeat(20), ''],
])('%s = %s is not shown', (name, text, type) => {
  const { text: shown, compared } = shownValue(name, text, type);
  expect(shown).toBe('(not shown)');
  expect(compared).not.toContain(text);
  expect(compared).toBe(shownValue(name, text, type).compared);
  expect(compared).not.toBe(shownValue(name, `${text}x`, type).compared);
});

test.each([
  ['Microsoft.OptionalFeature.PasswordHashSync', 'True'],
  ['password-hash-sync-config/enabled', '1'],
  ['aad-password-reset-config/adal-authority', 'https://login.example.net/contoso.onmicrosoft.com'],
  ['password-sync/maximum-retry-count', '10'],
  ['Microsoft.SynchronizationOption.UPNAttribute', 'userPrincipalName'],
  [
    'expression',
    'IIF(IsPresent([userPrincipalName]),[userPrincipalName], Error("AccountName is not present"))',
  ],
])('%s = %s is shown', (name, text) => {
  expect(shownValue(name, text).text).toBe(text);
});
