import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateExport } from '../../fixtures/generate-export.ts';
import type { OpenSource } from '../../src/csexport/byte-source.ts';
import type { ReadObject } from '../../src/csexport/export-reader.ts';
import { type InputFault, InputFaultError } from '../../src/csexport/input-fault.ts';
import { openExport } from '../../src/csexport/open-export.ts';
import { ExportScan } from '../../src/csexport/scan-export.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { RowBuilder } from '../../src/pending-exports/row-builder.ts';
import { ScannedRows } from '../../src/pending-exports/scanned-rows.ts';
import { rowsIn, wholeRow } from '../../src/pending-exports/stored-row.ts';
import { encode, fileInMemory } from '../csexport/reading.ts';
import { DAMAGE, writtenExport } from './written-exports.ts';

/** More for a long search: SCAN_RUNS=100000 npx vitest run test/pending-exports/scanned-rows.test.ts */
const RUNS = Number(process.env['SCAN_RUNS'] ?? 400);
const TIMEOUT = 60_000 + RUNS * 100;

/** The head is read in one piece: by it the encoding is told. */
const HEAD = 4096;

interface Loaded {
  readonly rows: readonly ExportRow[];
  readonly objects: number;
  readonly fault: InputFault | null;
}

/** What a file gives that comes in pieces of at most so many bytes; `strict` parses all of it. */
async function load(bytes: Buffer, strict: boolean, piece = bytes.length): Promise<Loaded> {
  const builder = new RowBuilder();
  let objects = 0;
  try {
    const opened = await openExport('a.xml', inPieces(bytes, piece));
    const steps = opened.scan(new ScannedRows(builder), { strict });
    let step = await steps.next();
    for (; !step.done; step = await steps.next()) objects += step.value;
    return { rows: [...rowsIn(builder.take())].map(wholeRow), objects, fault: step.value.fault };
  } catch (error) {
    if (error instanceof InputFaultError) return { rows: [], objects, fault: error.fault };
    throw error;
  }
}

function inPieces(bytes: Buffer, piece: number): OpenSource {
  return fileInMemory(bytes, {
    read: async (buffer, position) =>
      position < bytes.length
        ? bytes.copy(
            buffer,
            0,
            position,
            position + (buffer.length <= HEAD ? buffer.length : Math.min(Math.max(1, piece), buffer.length)),
          )
        : 0,
  });
}

async function expectSame(bytes: Buffer, piece?: number): Promise<void> {
  expect(await load(bytes, false, piece)).toEqual(await load(bytes, true));
}

const piece = fc.oneof(
  fc.constant(1 << 20),
  fc.integer({ min: 7, max: 400 }),
  fc.integer({ min: 1, max: 9 }),
);

describe('a file that is scanned gives what the parser gives', () => {
  const folders = ['csexport', 'training/contoso'].map((name) =>
    join(import.meta.dirname, '../../fixtures', name),
  );
  for (const folder of folders) {
    test.each(readdirSync(folder).filter((name) => name.endsWith('.xml')))('of %s', async (name) => {
      const bytes = readFileSync(join(folder, name));
      await expectSame(bytes);
      await expectSame(bytes, 1000);
    });
  }

  test(
    'of any well-formed export, in any pieces',
    async () => {
      await fc.assert(
        fc.asyncProperty(writtenExport, piece, (xml, length) => expectSame(Buffer.from(xml), length)),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'of any in UTF-16, whole, cut off, or with half a character',
    async () => {
      const encoding = fc.constantFrom('utf-16le', 'utf-16be');
      const end = fc.option(fc.nat());
      const broken = fc.option(fc.nat());
      await fc.assert(
        fc.asyncProperty(
          writtenExport,
          encoding,
          fc.boolean(),
          end,
          broken,
          piece,
          async (xml, written, mark, cut, half, length) => {
            const at = half === null ? xml.length : half % xml.length;
            const text = half === null ? xml : `${xml.slice(0, at)}\ud83e${xml.slice(at)}`;
            const bytes = encode(text, written, mark);
            await expectSame(cut === null ? bytes : bytes.subarray(0, 4 + (cut % bytes.length)), length);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'cut off anywhere',
    async () => {
      await fc.assert(
        fc.asyncProperty(writtenExport, fc.nat(), piece, (xml, at, length) => {
          const bytes = Buffer.from(xml);
          return expectSame(bytes.subarray(0, at % bytes.length), length);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

test('the exports that csexport writes are not parsed: no object is, whatever its layout', async () => {
  for (const layout of [{}, { indent: '  ', lineEnd: '\r\n' }] as const) {
    const bytes = Buffer.concat([...generateExport({ objects: 300, layout })]);
    const rows = new ScannedRows(new RowBuilder());
    const parsed: ReadObject[] = [];
    rows.take = (read) => void parsed.push(read);
    for await (const _ of (await openExport('a.xml', fileInMemory(bytes))).scan(rows));
    expect(parsed).toEqual([]);
    await expectSame(bytes);
    const units = encode(bytes.toString(), 'utf-16be', true);
    for await (const _ of (await openExport('a.xml', fileInMemory(units))).scan(rows));
    expect(parsed).toEqual([]);
    await expectSame(units);
    await expectSame(units, 10_007);
  }
});

test('an object larger than what is read at a time, and bytes of more than 32 bits', async () => {
  const members = '<dn-value operation="add"><dn>CN=Ä</dn></dn-value>'.repeat(40_000);
  const object =
    '<cs-object cs-dn="CN=G" id="{0A}" object-type="group"><unapplied-export><delta operation="update" dn="CN=G">' +
    `<dn-attr name="member" operation="update">${members}</dn-attr></delta></unapplied-export>` +
    '<unapplied-export-hologram><entry dn="CN=G"><attr name="displayName" type="string"><value>G</value></attr>' +
    '</entry></unapplied-export-hologram></cs-object>';
  const bytes = Buffer.from(`<cs-objects>${object}${object}</cs-objects>`);
  await expectSame(bytes);
  await expectSame(bytes.subarray(0, -20));

  const far = 3 * 2 ** 40;
  const builder = new RowBuilder();
  const source = await inPieces(bytes, bytes.length)('');
  const read = (buffer: Uint8Array, position: number) => source.read(buffer, position - far);
  const scan = new ExportScan(
    { ...source, read },
    'utf-8',
    far,
    far + bytes.length,
    new ScannedRows(builder),
  );
  for await (const _ of scan.run());
  const start = far + '<cs-objects>'.length;
  const ranges = [...rowsIn(builder.take())].map(({ range }) => range);
  expect(ranges).toEqual([
    { start, end: start + Buffer.byteLength(object) },
    { start: start + Buffer.byteLength(object), end: start + 2 * Buffer.byteLength(object) },
  ]);
});

/** The quick reading may miss what is wrong in a part that it passes over; what it says otherwise must be so. */
async function expectNothingWrong(bytes: Buffer, length: number): Promise<void> {
  const parsed = await load(bytes, true);
  const scanned = await load(bytes, false, length);
  if (parsed.fault === null) {
    expect(scanned).toEqual(parsed);
    return;
  }
  expect(scanned.rows.slice(0, parsed.rows.length)).toEqual(parsed.rows);
  if (scanned.objects === parsed.objects) expect(scanned.fault?.kind).toBe(parsed.fault.kind);
  // Where a quote is missing, the parser takes all to the next one, or to the end, for a value.
  else expect(['broken', 'bad-character', 'too-deep', 'cut-off']).toContain(parsed.fault.kind);
  const [at, after] = [parsed.fault, scanned.fault].map(
    (fault) => fault?.place?.byte ?? Number.POSITIVE_INFINITY,
  );
  expect(after).toBeGreaterThanOrEqual(at ?? 0);
}

test('an end tag after an empty object is a fault', async () => {
  const bytes = Buffer.from('<cs-objects><cs-object id="{0A}"/>\n</cs-object></cs-objects>');
  await expectSame(bytes);
  expect((await load(bytes, false)).fault?.kind).toBe('broken');
});

describe('damaged anywhere, a file gives', () => {
  test(
    'the same rows and the same fault, where the damage shows by itself',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          writtenExport,
          fc.constantFrom(...DAMAGE.slice(0, 11), '\xff'),
          fc.nat(),
          piece,
          (xml, damage, place, length) => {
            const bytes = Buffer.from(xml);
            const at = place % bytes.length;
            const put = Buffer.from(damage, damage === '\xff' ? 'latin1' : 'utf8');
            return expectSame(Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]), length);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'no row that the parser does not give, up to the fault',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          writtenExport,
          fc.constantFrom(...DAMAGE, '<', '>', '"', "'", '/', ' ', '</value>', '<attr name="mail">', '=', ''),
          fc.nat(),
          fc.integer({ min: 0, max: 30 }),
          piece,
          (xml, damage, place, cut, length) => {
            const bytes = Buffer.from(xml);
            const at = place % bytes.length;
            const damaged = [bytes.subarray(0, at), Buffer.from(damage), bytes.subarray(at + cut)];
            return expectNothingWrong(Buffer.concat(damaged), length);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
