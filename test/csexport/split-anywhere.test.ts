import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Encoding } from '../../src/csexport/export-reader.ts';
import { readObjectAt } from '../../src/csexport/read-object.ts';
import { encode, fileInMemory, parseBytes } from './reading.ts';

const RUNS = 60;
const MARK_AND_LESS = 4;

const encoding = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be');
const pieces = fc.oneof(
  fc.array(fc.nat({ max: 7 }), { maxLength: 500 }),
  fc.array(fc.nat({ max: 300 }), { maxLength: 40 }),
  fc.integer({ min: 1, max: 3 }),
);

const character = fc.constantFrom(
  ...['a', 'Z', ' ', '\n', '\r\n', '\r', '\t', 'ä', '林', '🦉', ']', ']', '"', "'", '='],
  ...['&lt;', '&gt;', '&amp;', '&#13;', '&#10;', '&#x1F989;', '<!-- - -->', '<![CDATA[<]]]>'],
);
const text = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(''));
const attributeText = fc
  .array(fc.constantFrom('a', 'ä', '🦉', ' ', '\r\n', '\t', '>', "'", '&lt;', '&#10;', '&quot;'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

const value = fc
  .tuple(fc.constantFrom('', ' operation="add"', ' encoding="base64"'), text)
  .map(([attributes, inner]) => `<value${attributes}>${inner}</value>`);
const attr = fc
  .tuple(attributeText, fc.array(value, { maxLength: 4 }))
  .map(([name, values]) => `<attr name="${name}" type="string">${values.join('')}</attr>`);
const object = fc
  .tuple(attributeText, fc.array(attr, { maxLength: 4 }), text, fc.constantFrom('', '\n', '\r\n  '))
  .map(
    ([dn, attrs, note, space]) =>
      `<cs-object cs-dn="${dn}">${space}<unapplied-export><delta operation="update">${attrs.join(space)}</delta>` +
      `</unapplied-export><note>${note}</note></cs-object>`,
  );
const document = fc
  .tuple(fc.array(object, { maxLength: 5 }), fc.constantFrom('', '\r\n', '\r', '<!-- 🦉 -->'), fc.boolean())
  .map(
    ([objects, between, declared]) =>
      `${declared ? '<?xml version="1.0"?>\r\n' : ''}<cs-objects>${objects.join(between)}</cs-objects>\r\n`,
  );

test('split the bytes anywhere: the same objects at the same places', () => {
  fc.assert(
    fc.property(document, encoding, fc.boolean(), pieces, (xml, written, mark, lengths) => {
      const bytes = encode(xml, written, mark);
      const whole = parseBytes(bytes);
      expect(whole.fault).toBeNull();
      expect(parseBytes(bytes, lengths)).toEqual(whole);
    }),
    { numRuns: RUNS },
  );
});

test('the same objects in every encoding', () => {
  fc.assert(
    fc.property(document, (xml) => {
      const objectsIn = (written: Encoding, mark: boolean) =>
        parseBytes(encode(xml, written, mark)).objects.map(({ object: read }) => read);
      const expected = objectsIn('utf-8', false);
      expect(objectsIn('utf-8', true)).toEqual(expected);
      expect(objectsIn('utf-16le', true)).toEqual(expected);
      expect(objectsIn('utf-16be', false)).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});

test('an object read again from its bytes is the same object', async () => {
  await fc.assert(
    fc.asyncProperty(document, encoding, fc.boolean(), async (xml, written, mark) => {
      const bytes = encode(xml, written, mark);
      const file = { path: 'a.xml', size: bytes.length, modified: 1 };
      for (const { object: read, range } of parseBytes(bytes).objects) {
        const found = bytes.subarray(range.start, range.end);
        expect(found.subarray(0, 4)).toEqual(encode('<cs-', written, false).subarray(0, 4));
        expect(await readObjectAt(file, range, fileInMemory(bytes))).toEqual(read);
      }
    }),
    { numRuns: RUNS },
  );
});

test('cut off at any byte: no throw, the objects before stay, and the fault says where', () => {
  fc.assert(
    fc.property(document, encoding, fc.boolean(), fc.nat(), pieces, (xml, written, mark, cut, lengths) => {
      const bytes = encode(xml, written, mark);
      const whole = parseBytes(bytes);
      // A byte order mark that is cut in two says nothing of the encoding.
      const part = bytes.subarray(0, MARK_AND_LESS + (cut % (bytes.length - MARK_AND_LESS)));
      const before = whole.objects.filter(({ range }) => range.end <= part.length);
      const { objects, fault } = parseBytes(part, lengths);
      expect(objects).toEqual(before);
      if (fault === null) {
        expect(part.includes(encode('</cs-objects>', written, false))).toBe(true);
        return;
      }
      expect(['cut-off', 'empty']).toContain(fault.reason.kind);
      expect(fault.place.byte).toBe(part.length);
    }),
    { numRuns: RUNS * 3 },
  );
});

test('change any bytes: no throw, and the same answer whole and in pieces', () => {
  fc.assert(
    fc.property(
      document,
      encoding,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
      pieces,
      (xml, written, changes, lengths) => {
        const bytes = encode(xml, written, true);
        // The byte order mark stays: without it there is another encoding.
        for (const [at, byte] of changes) bytes[4 + (at % (bytes.length - 4))] = byte;
        const whole = parseBytes(bytes);
        expect(parseBytes(bytes, lengths)).toEqual(whole);
      },
    ),
    { numRuns: RUNS * 3 },
  );
});
