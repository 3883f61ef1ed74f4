import type { Encoding } from './export-reader.ts';
import type { FaultReason } from './fault-reason.ts';
import { badBytes, foreignEncoding } from './fault-reasons.ts';

/** How a file's text is written, and how many bytes of byte order mark come before it. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly markBytes: number;
}

/**
 * Tells the encoding from a file's first bytes (four are enough): by its byte order mark; UTF-16 without one by `<`;
 * else UTF-8.
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding | FaultReason {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return foreignEncoding('UTF-32');
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return foreignEncoding('UTF-32');
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  if (a === 0x3c && b === 0 && c !== 0) return { encoding: 'utf-16le', markBytes: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', markBytes: 0 };
  return { encoding: 'utf-8', markBytes: 0 };
}

const READABLE_LABELS = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|(?:iso-10646-)?ucs-2|unicode)$/i;

/**
 * The fault of an XML declaration that names an encoding which this program does not read; null where it names none or
 * a known one. A declared UTF-16 in UTF-8 bytes is accepted: tools that save a file again leave the declaration as it was.
 */
export function faultOfDeclaredEncoding(declaration: string): FaultReason | null {
  const label = /\sencoding\s*=\s*["']([^"']*)["']/.exec(` ${declaration}`)?.[1];
  return label === undefined || READABLE_LABELS.test(label) ? null : foreignEncoding(label);
}

/** Text from bytes, or as much of it as came before bytes that are none. `badAt` is their index; null where all is well. */
export interface DecodedText {
  readonly text: string;
  readonly badAt: number | null;
}

/** Decodes bytes that end with a whole character. */
export function decodeBytes(bytes: Buffer, encoding: Encoding): DecodedText {
  return encoding === 'utf-8' ? decodeUtf8(bytes) : decodeUtf16(bytes, encoding);
}

/** How many bytes at the end of `bytes` begin a character whose rest is still to come. */
export function incompleteTail(bytes: Buffer, encoding: Encoding): number {
  return encoding === 'utf-8' ? incompleteUtf8(bytes) : incompleteUtf16(bytes, encoding);
}

/** The reason given for bytes that are no text of the encoding. */
export function reasonOfBadBytes(bytes: Buffer, at: number, encoding: Encoding): FaultReason {
  return badBytes(bytes.subarray(at, at + (encoding === 'utf-8' ? 1 : 2)), encoding);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeUtf8(bytes: Buffer): DecodedText {
  try {
    return { text: strictUtf8.decode(bytes), badAt: null };
  } catch {
    return validPrefix(bytes);
  }
}

/** Finds the first U+FFFD that the decoder put in: up to there, text and bytes run side by side. */
function validPrefix(bytes: Buffer): DecodedText {
  const text = lenientUtf8.decode(bytes);
  let at = 0;
  let from = 0;
  for (;;) {
    const sign = text.indexOf('\ufffd', from);
    const end = sign === -1 ? text.length : sign;
    at += Buffer.byteLength(text.slice(from, end));
    const written = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (!written) return { text: text.slice(0, end), badAt: at };
    at += 3;
    from = end + 1;
  }
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function decodeUtf16(bytes: Buffer, encoding: Encoding): DecodedText {
  const littleEndian = encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16();
  const text = littleEndian.toString('utf16le');
  if (text.isWellFormed()) return { text, badAt: null };
  const at = text.search(LONE_SURROGATE);
  return { text: text.slice(0, at), badAt: at * 2 };
}

function incompleteUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? back : 0;
  }
  return 0;
}

function incompleteUtf16(bytes: Buffer, encoding: Encoding): number {
  const odd = bytes.length % 2;
  const last = bytes.length - odd - 2;
  if (last < 0) return odd;
  const unit = encoding === 'utf-16le' ? bytes.readUInt16LE(last) : bytes.readUInt16BE(last);
  return (unit & 0xfc00) === 0xd800 ? odd + 2 : odd;
}
