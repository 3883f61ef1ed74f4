import { expect, test } from 'vitest';
import { openExport } from '../../src/csexport/open-export.ts';
import { encode, fixture, parseBytes, parseText, readFile } from './reading.ts';

test.each([
  ['declaration.xml', 'utf-8'],
  ['utf-8-mark.xml', 'utf-8'],
  ['utf-16le.xml', 'utf-16le'],
  ['utf-16be.xml', 'utf-16be'],
  ['utf-16le-no-mark.xml', 'utf-16le'],
  ['utf-8-says-utf-16.xml', 'utf-8'],
  ['indented.xml', 'utf-8'],
  ['crlf.xml', 'utf-8'],
])('%s, written in %s, holds the same two objects', async (name, encoding) => {
  const { objects, fault } = await readFile(fixture(name));
  expect(fault).toBeNull();
  expect((await openExport(fixture(name))).encoding).toBe(encoding);
  const [add, remove] = objects.map(({ object }) => object.deltas.unapplied);
  expect(add?.attributes[0]?.values[0]?.text).toBe('Zoë Åkesson 林 🦉');
  expect(remove?.operation).toBe('delete');
});

const TEXT = '<cs-objects>\r\n<cs-object cs-dn="ä🦉"/>\r\n<cs-object\r\n/></cs-objects>';

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
  'byte ranges are exact in %s with CR LF',
  (encoding) => {
    for (const mark of [true, false]) {
      const bytes = encode(TEXT, encoding, mark);
      const { objects } = parseBytes(bytes);
      const found = objects.map(({ range }) => bytes.subarray(range.start, range.end));
      const expected = ['<cs-object cs-dn="ä🦉"/>', '<cs-object\r\n/>'].map((text) =>
        encode(text, encoding, false),
      );
      expect(found).toEqual(expected);
    }
  },
);

test.each(['utf-8', 'UTF-16', 'utf-16LE', 'us-ascii', 'ASCII'])(
  'an encoding declared as %s is read',
  (label) => {
    const { fault } = parseText(`<?xml version="1.0" encoding='${label}'?><cs-objects/>`);
    expect(fault).toBeNull();
  },
);

test.each(['iso-8859-1', 'windows-1252', 'utf-7', 'ibm037', 'shift_jis'])(
  'an encoding declared as %s is refused, though the bytes may be read',
  (label) => {
    const { fault } = parseText(`<?xml version="1.0" encoding="${label}"?><cs-objects/>`);
    expect(fault?.reason.kind).toBe('encoding');
    expect(fault?.reason.what).toContain(label);
  },
);

test.each([
  ['little', [0xff, 0xfe, 0, 0]],
  ['big', [0, 0, 0xfe, 0xff]],
])('UTF-32 %s-endian is refused by its byte order mark', (_, mark) => {
  expect(() => parseBytes(Buffer.from([...mark, 0, 0, 0, 0]))).toThrow(/UTF-32/);
});

test('the last object is not lost where the file ends with CR', () => {
  expect(parseText('<cs-objects><cs-object/></cs-objects>\r')).toMatchObject({
    objects: [{ range: { start: 12, end: 24 } }],
    fault: null,
  });
});
