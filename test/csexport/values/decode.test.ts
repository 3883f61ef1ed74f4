import { expect, test } from 'vitest';
import { decodeAnchor } from '../../../src/csexport/values/decode-anchor.ts';
import { decodeDn } from '../../../src/csexport/values/decode-dn.ts';
import { fixture, readFile } from '../reading.ts';

const hexDn = (text: string) => `CN={${Buffer.from(text).toString('hex').toUpperCase()}}`;

test("Microsoft's example: the source anchor, and the GUID that it stands for", () => {
  expect(decodeDn('CN={514635484D4B376E38307176645973555049486139513D3D}')).toEqual({
    form: 'source-anchor',
    text: 'QF5HMK7n80qvdYsUPIHa9Q==',
    guid: '30475e40-e7ae-4af3-af75-8b143c81daf5',
  });
});

test('a cloud anchor', () => {
  expect(decodeDn(hexDn('User_3F2504E0-4f89-11d3-9a0c-0305e82c3301'))).toEqual({
    form: 'cloud-anchor',
    text: 'User_3F2504E0-4f89-11d3-9a0c-0305e82c3301',
    guid: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  });
});

test.each(['E-004711', 'Søren', 'QUJD', '18 bytes in base64', 'QF5HMK7n80qvdYsUPIHa9R=='])(
  '%s is a source anchor that is no GUID: plain text',
  (text) => {
    expect(decodeDn(hexDn(text))).toEqual({ form: 'text', text, guid: null });
  },
);

test.each([
  ['bytes that are no UTF-8', 'CN={FF00FF}'],
  ['a control character', 'CN={1B5B}'],
  ['nothing', 'CN={}'],
  ['half a byte', 'CN={414}'],
  ['no hexadecimal', 'CN={XYZ!}'],
  ['an AD name', 'CN=Ola Nord,OU=Sales,DC=contoso,DC=com'],
  ['an empty name', ''],
])('%s is not decoded', (_, dn) => {
  expect(decodeDn(dn)).toBeNull();
});

test('small letters and white space around it do not matter', () => {
  expect(decodeDn(' cn={414243} ')?.text).toBe('ABC');
});

test('the DNs of a file', async () => {
  const { objects } = await readFile(fixture('dn-forms.xml'));
  expect(objects.map(({ object }) => decodeDn(object.dn)?.form ?? null)).toEqual([
    'source-anchor',
    'cloud-anchor',
    'text',
    null,
  ]);
});

test.each([
  ["Microsoft's example", 'EgAAAFUASwAwADAANQA3ADMAMwA5AA==', 'UK0057339'],
  ['one over two lines', ' EgAAAFUA\r\nSwAwADAANQA3ADMAMwA5AA== ', 'UK0057339'],
  ['a GUID', 'r3T6M1TOEUeIRVjSAxTWDQ==', '33fa74af-ce54-4711-8845-58d20314d60d'],
  ['a length that does not fit', 'EwAAAFUASwAwADAANQA3ADMAMwA5AA==', null],
  ['an empty text', 'AAAAAA==', null],
  ['three bytes', 'jbwc', null],
  ['no base64', 'EgAA?', null],
  ['nothing', '', null],
  ['half a surrogate pair', 'AgAAAADY', null],
])('the anchor of %s', (_, base64, text) => {
  expect(decodeAnchor(base64)).toBe(text);
});
