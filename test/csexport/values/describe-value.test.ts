import { expect, test } from 'vitest';
import { describeValue } from '../../../src/csexport/values/describe-value.ts';
import { valueText } from '../../../src/csexport/values/value-text.ts';
import { onlyObject } from '../reading.ts';

test.each([
  ['accountExpires', '9223372036854775807', 'never'],
  ['accountExpires', '0', 'never'],
  ['ACCOUNTEXPIRES', '133595784000000000', '2024-05-07 18:00:00 UTC'],
  ['pwdLastSet', '0', 'must be changed at next sign-in'],
  ['pwdLastSet', '131519199998960495', '2017-10-08 07:06:39 UTC'],
  ['pwdLastSet', '-1', '-1'],
  ['lockoutTime', '0', 'never'],
  ['lastLogonTimestamp', '0x1d330df9e50c36f', '2017-09-19 00:38:31 UTC'],
  ['badPasswordTime', '9223372036854775806', '9223372036854775806'],
  ['userAccountControl', '514', '514'],
  ['countryCode', '131519199998960495', '131519199998960495'],
])('the integer %s %s is shown as %s', (name, text, shown) => {
  expect(describeValue(name, 'integer', text)).toBe(shown);
});

test.each([
  ['whenChanged', '20240506070809.0Z', '2024-05-06 07:08:09 UTC'],
  ['lastPasswordChangeTimestamp', '20240506070809Z', '2024-05-06 07:08:09 UTC'],
  ['whenChanged', '20241306070809.0Z', '20241306070809.0Z'],
  ['whenChanged', 'yesterday', 'yesterday'],
  ['title', '20240506070809.0Z', '20240506070809.0Z'],
  [
    'sourceAnchor',
    'QF5HMK7n80qvdYsUPIHa9Q==',
    'QF5HMK7n80qvdYsUPIHa9Q== (30475e40-e7ae-4af3-af75-8b143c81daf5)',
  ],
  ['sourceAnchor', 'E-004711', 'E-004711'],
  ['info', 'QF5HMK7n80qvdYsUPIHa9Q==', 'QF5HMK7n80qvdYsUPIHa9Q=='],
])('the text %s %s is shown as %s', (name, text, shown) => {
  expect(describeValue(name, 'string', text)).toBe(shown);
});

const SID = 'AQUAAAAAAAUVAAAAMLE5O7D4NEZ4RCRB6AMAAA==';
const GUID = 'QF5HMK7n80qvdYsUPIHa9Q==';

test.each([
  ['objectSid', SID, /^S-1-5-21-\d+-\d+-\d+-1000$/],
  ['sIDHistory', SID, /^S-1-5-21-/],
  ['onPremiseSecurityIdentifier', SID, /^S-1-5-21-/],
  ['onPremisesSecurityIdentifier', SID, /^S-1-5-21-/],
  ['objectSid', 'AQID', /^3 bytes 0x010203$/],
  ['objectGUID', GUID, /^30475e40-e7ae-4af3-af75-8b143c81daf5$/],
  ['mS-DS-ConsistencyGuid', GUID, /^30475e40-/],
  ['msExchMailboxGuid', GUID, /^30475e40-/],
  ['deviceId', GUID, /^30475e40-/],
  ['msExchMailboxGuid', 'AQID', /^3 bytes 0x010203$/],
  ['thumbnailPhoto', GUID, /^16 bytes 0x405e4730aee7f34a…$/],
  ['thumbnailPhoto', 'AQ==', /^1 byte 0x01$/],
  ['thumbnailPhoto', '', /^0 bytes$/],
  ['thumbnailPhoto', 'no base64!', /^no base64!$/],
])('the binary %s %s is shown as %s', (name, base64, shown) => {
  expect(describeValue(name, 'binary', base64)).toMatch(shown);
});

test('a reference stays as it is', () => {
  expect(describeValue('manager', 'reference', 'CN=a')).toBe('CN=a');
});

async function described(name: string): Promise<string[]> {
  const object = await onlyObject(name);
  return (object.deltas.unapplied?.attributes ?? []).flatMap((attribute) =>
    attribute.values.map((value) =>
      describeValue(attribute.name, attribute.type, valueText(attribute, value)),
    ),
  );
}

test('the binary values of a file', async () => {
  expect(await described('binary.xml')).toEqual([
    'S-1-5-21-1004336348-1177238915-682003330-1123',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3305',
    '20 bytes 0x89504e470d0a1a0a…',
    'SGFsbG8=',
  ]);
});

test('the times of a file', async () => {
  expect(await described('directory-times.xml')).toEqual([
    'never',
    '2024-12-31 23:59:59 UTC',
    'must be changed at next sign-in',
    '2024-05-06 07:08:09 UTC',
  ]);
});
