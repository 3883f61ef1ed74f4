import { expect, test } from 'vitest';
import type { Attribute, AttributeValue } from '../../../src/csexport/cs-object.ts';
import { valueText } from '../../../src/csexport/values/value-text.ts';
import { named, onlyObject } from '../reading.ts';

function text(type: string, value: Partial<AttributeValue>): string {
  const whole = { text: null, operation: null, base64: false, anchor: null, ...value };
  const attribute: Attribute = { name: 'a', type, multivalued: false, operation: null, values: [whole] };
  return valueText(attribute, whole);
}

test.each([
  ['0x202', '514'],
  ['0x0', '0'],
  ['0xffffffff80000002', '-2147483646'],
  ['0xFFFFFFFFFFFFFFFF', '-1'],
  ['0x7fffffffffffffff', '9223372036854775807'],
  ['0x8000000000000000', '-9223372036854775808'],
  ['0x80000002', '2147483650'],
  ['0x00000000000000000001', '1'],
  ['40', '40'],
  ['-7', '-7'],
  ['+7', '7'],
  ['\n  0x10 ', '16'],
])('the integer %s reads %s', (written, shown) => {
  expect(text('integer', { text: written })).toBe(shown);
});

test.each(['twelve', '', '0x', '0x1ffffffffffffffff', '1.5', '0x12 0x13', ' x '])(
  '"%s" is no integer and stays',
  (written) => {
    expect(text('integer', { text: written })).toBe(written);
  },
);

test('binary, and whatever says base64, loses its white space', () => {
  expect(text('binary', { text: ' AAEC\r\n Aw== ' })).toBe('AAECAw==');
  expect(text('string', { text: 'AA\nEC', base64: true })).toBe('AAEC');
});

test('a reference is its DN, else its anchor', () => {
  expect(text('reference', { text: 'CN=a, b', anchor: 'AAEC' })).toBe('CN=a, b');
  expect(text('reference', { anchor: ' AA\nEC ' })).toBe('AAEC');
  expect(text('reference', {})).toBe('');
});

test('all else stands as it is', () => {
  expect(text('string', { text: '  0x10\n' })).toBe('  0x10\n');
  expect(text('boolean', { text: 'true' })).toBe('true');
});

test('the integers of a file, in the order of the file', async () => {
  const object = await onlyObject('integers.xml');
  const attribute = named(object.deltas.unapplied?.attributes, 'countryCode');
  expect(attribute.values.map((value) => valueText(attribute, value))).toEqual([
    '756',
    '-2147483646',
    '9223372036854775807',
    '-1',
    '40',
    '-7',
    '16',
    '0x1ffffffffffffffff',
    'twelve',
    '',
  ]);
});
