import { join } from 'node:path';
import type { ByteSource, OpenSource } from '../../src/csexport/byte-source.ts';
import type { Attribute, CsObject } from '../../src/csexport/cs-object.ts';
import { detectEncoding } from '../../src/csexport/encoding.ts';
import { ExportParser, type PlacedReason } from '../../src/csexport/export-parser.ts';
import type { Encoding, ReadObject } from '../../src/csexport/export-reader.ts';
import { type InputFault, InputFaultError } from '../../src/csexport/input-fault.ts';
import { type OpenedExport, openExport } from '../../src/csexport/open-export.ts';

/** Path of a fixture of the connector space exports. */
export function fixture(name: string): string {
  return join(import.meta.dirname, '../../fixtures/csexport', name);
}

/** Everything that one reading gave. */
export interface Reading {
  readonly objects: readonly ReadObject[];
  readonly fault: InputFault | null;
}

/** Reads a file to its end, or to its fault; also one that shows at the opening. */
export async function readFile(path: string, openSource?: OpenSource): Promise<Reading> {
  try {
    return await readOpened(await openExport(path, openSource));
  } catch (error) {
    if (error instanceof InputFaultError) return { objects: [], fault: error.fault };
    throw error;
  }
}

/** Reads an opened export to its end. */
export async function readOpened(opened: OpenedExport, signal?: AbortSignal): Promise<Reading> {
  const objects: ReadObject[] = [];
  const reading = opened.objects(signal);
  for (;;) {
    const next = await reading.next();
    if (next.done) return { objects, fault: next.value.fault };
    objects.push(...next.value);
  }
}

/** The only object of a fixture that can be read. */
export async function onlyObject(name: string): Promise<CsObject> {
  const { objects, fault } = await readFile(fixture(name));
  const [first] = objects;
  if (fault !== null || first === undefined || objects.length !== 1) {
    throw new Error(`${name}: ${objects.length} objects, ${fault?.what ?? 'no fault'}`);
  }
  return first.object;
}

/** The attribute of that name. */
export function named(attributes: readonly Attribute[] | undefined, name: string): Attribute {
  const found = attributes?.find((attribute) => attribute.name === name);
  if (found === undefined) throw new Error(`no attribute ${name}`);
  return found;
}

/** What the parser made of a document's bytes. */
export interface Parsed {
  readonly objects: readonly ReadObject[];
  readonly fault: PlacedReason | null;
}

/** How bytes arrive: in pieces of one length, or of each of these and then the rest. */
export type Pieces = number | readonly number[];

/** Parses bytes that come in pieces, or at once. */
export function parseBytes(bytes: Buffer, pieces: Pieces = bytes.length): Parsed {
  const detected = detectEncoding(bytes);
  if ('kind' in detected) throw new Error(detected.what);
  const parser = new ExportParser('export', detected.encoding, detected.markBytes);
  const objects: ReadObject[] = [];
  for (const part of cut(bytes.subarray(detected.markBytes), pieces)) {
    const piece = parser.write(part);
    objects.push(...piece.objects);
    if (piece.fault !== null) return { objects, fault: piece.fault };
  }
  const end = parser.end();
  return { objects: [...objects, ...end.objects], fault: end.fault };
}

function* cut(bytes: Buffer, pieces: Pieces): Generator<Buffer> {
  const lengths = typeof pieces === 'number' ? [] : pieces;
  const rest = typeof pieces === 'number' ? pieces : bytes.length;
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn] ?? Math.max(1, rest);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** Parses a document's text in UTF-8. */
export function parseText(text: string, pieces?: Pieces): Parsed {
  return parseBytes(Buffer.from(text), pieces);
}

/** Text as bytes of an encoding, with its byte order mark or without. */
export function encode(text: string, encoding: Encoding, mark: boolean): Buffer {
  const marked = mark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

/** A file in memory, of which a test may change what it says of itself. */
export function fileInMemory(bytes: Buffer, change: Partial<ByteSource> = {}): OpenSource {
  return async () => ({
    read: async (buffer, position) =>
      position < bytes.length ? bytes.copy(buffer, 0, position, position + buffer.length) : 0,
    stat: async () => ({ size: bytes.length, mtimeMs: 1, isFile: () => true, isDirectory: () => false }),
    close: async () => {},
    ...change,
  });
}
