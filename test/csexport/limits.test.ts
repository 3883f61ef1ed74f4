import { expect, test } from 'vitest';
import { detectEncoding } from '../../src/csexport/encoding.ts';
import { ExportParser } from '../../src/csexport/export-parser.ts';
import type { ReadObject } from '../../src/csexport/export-reader.ts';
import { describeFault } from '../../src/csexport/input-fault.ts';
import { BLOCK_BYTES, LIMITS } from '../../src/csexport/limits.ts';
import { type Parsed, parseText } from './reading.ts';

const MEBI = 1024 * 1024;

/** Parses a document in blocks as they come from a file, without ever holding it whole. */
function parseBlocks(parts: Iterable<string>, limits = LIMITS): Parsed {
  const parser = new ExportParser('export', 'utf-8', 0, limits);
  const objects: ReadObject[] = [];
  for (const part of parts) {
    const bytes = Buffer.from(part);
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
      const piece = parser.write(bytes.subarray(at, at + BLOCK_BYTES));
      objects.push(...piece.objects);
      if (piece.fault !== null) return { objects, fault: piece.fault };
    }
  }
  const end = parser.end();
  return { objects: [...objects, ...end.objects], fault: end.fault };
}

function* repeated(before: string, part: string, times: number, after: string): Generator<string> {
  yield before;
  for (let time = 0; time < times; time++) yield part;
  yield after;
}

const OPEN =
  '<cs-objects><cs-object/><cs-object><unapplied-export><delta operation="add"><attr name="a" type="string">';
const CLOSE = '</attr></delta></unapplied-export></cs-object></cs-objects>';

const valuesOf = ({ objects }: Parsed) => objects[1]?.object.deltas.unapplied?.attributes[0]?.values ?? [];

test('an object of 64 MiB, one value, is read whole', () => {
  const parsed = parseBlocks(repeated(`${OPEN}<value>`, 'x'.repeat(MEBI), 64, `y</value>${CLOSE}`));
  expect(parsed.fault).toBeNull();
  const text = valuesOf(parsed)[0]?.text ?? '';
  expect(text.length).toBe(64 * MEBI + 1);
  expect(text.endsWith('xy')).toBe(true);
});

test('an object of 64 MiB, many values, is read whole', () => {
  const value = `<value>${'v'.repeat(113)}</value>`;
  const parsed = parseBlocks(repeated(OPEN, value.repeat(8192), 64, CLOSE));
  expect(parsed.fault).toBeNull();
  expect(valuesOf(parsed)).toHaveLength(8192 * 64);
});

test('attributes, comments, CDATA and entities of 16 MiB come in pieces and are read whole', () => {
  const long = 'a'.repeat(MEBI);
  const parts = [
    ...repeated('<cs-objects><!--', long, 16, '-->'),
    ...repeated('<?note ', long, 1, '?>'),
    ...repeated('<cs-object cs-dn="', long, 16, 'z" '),
    ...repeated('status="', '&lt;&amp;'.repeat(MEBI / 16), 16, '">'),
    ...repeated('<note><![CDATA[', long, 16, ']]>&gt;</note></cs-object></cs-objects>'),
  ];
  const { objects, fault } = parseBlocks(parts);
  expect(fault).toBeNull();
  const object = objects[0]?.object;
  expect(object?.dn.length).toBe(16 * MEBI + 1);
  expect(object?.status).toBe('<&'.repeat(MEBI));
  expect(object?.system['note']?.length).toBe(16 * MEBI + 1);
});

test('an attribute just above 64 KiB, where sax itself would stop, in small pieces', () => {
  const text = `<cs-objects><cs-object cs-dn="${'d'.repeat(70_000)}"/><!--${'c'.repeat(70_000)}--></cs-objects>`;
  const { objects, fault } = parseText(text, 1000);
  expect(fault).toBeNull();
  expect(objects[0]?.object.dn.length).toBe(70_000);
});

test('the limits are far above 64 MiB', () => {
  expect(LIMITS.value).toBeGreaterThanOrEqual(128 * MEBI);
  expect(LIMITS.object).toBeGreaterThanOrEqual(128 * MEBI);
});

// The same checks, with limits that are reached sooner.
const SMALL = { ...LIMITS, value: 2 * MEBI, object: 4 * MEBI, elements: 1000 };

test.each([
  ['a value', '<value>'],
  ['an attribute', '<value a="'],
  ['a comment', '<!--'],
  ['CDATA', '<value><![CDATA['],
  ['an instruction', '<?a '],
])('%s without end is refused with the limit; what came before stays', (_, start) => {
  const { objects, fault } = parseBlocks(repeated(OPEN + start, 'x'.repeat(MEBI), 8, CLOSE), SMALL);
  expect(objects).toHaveLength(1);
  expect(fault?.reason).toMatchObject({ kind: 'too-long', what: expect.stringMatching(/longer than 2 MiB/) });
  expect(fault?.place.byte).toBeGreaterThan(2 * MEBI);
});

test.each([
  ['an element', '<'],
  ['an attribute', '<a '],
  ['an entity', '<a>&'],
  ['an instruction', '<?'],
])('the name of %s without end is refused with the limit', (_, start) => {
  const { fault } = parseBlocks(repeated(`<cs-objects>${start}`, 'n'.repeat(MEBI), 2, ''));
  expect(fault?.reason).toMatchObject({
    kind: 'too-long',
    what: expect.stringMatching(/name.*65536 characters/),
  });
});

test('an object without end is refused with the limit', () => {
  const { objects, fault } = parseBlocks(repeated(OPEN, `<x>${'x'.repeat(MEBI)}</x>`, 8, CLOSE), SMALL);
  expect(objects).toHaveLength(1);
  expect(fault?.reason).toMatchObject({ kind: 'too-long', what: expect.stringMatching(/4 MiB/) });
});

test('an object of too many elements is refused with the limit', () => {
  const { objects, fault } = parseBlocks(repeated(OPEN, '<x/>'.repeat(100), 20, CLOSE), SMALL);
  expect(objects).toHaveLength(1);
  expect(fault?.reason).toMatchObject({ kind: 'too-long', what: expect.stringMatching(/1000 elements/) });
});

test('nesting up to 256 deep is read', () => {
  const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
  expect(parseText(`<cs-objects>${nested(255)}</cs-objects>`).fault).toBeNull();
  expect(parseText(`<cs-objects>${nested(256)}</cs-objects>`).fault?.reason.kind).toBe('too-deep');
});

test('a name from the input does not make a message long', () => {
  const fault = parseText(`<${'n'.repeat(50_000)}/>`).fault;
  if (fault === null) throw new Error('no fault');
  expect(describeFault({ ...fault.reason, file: 'a.xml', place: fault.place }).length).toBeLessThan(300);
});

test('the first bytes of a file are enough to tell its encoding', () => {
  expect(detectEncoding(Buffer.from('<'))).toEqual({ encoding: 'utf-8', markBytes: 0 });
  expect(detectEncoding(Buffer.alloc(0))).toEqual({ encoding: 'utf-8', markBytes: 0 });
});
