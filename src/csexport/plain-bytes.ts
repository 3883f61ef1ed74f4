import { isUtf8 } from 'node:buffer';
import { incompleteTail } from './encoding.ts';
import {
  AMPERSAND,
  BRACKET,
  EXCLAMATION,
  GREATER_THAN,
  LESS_THAN,
  QUESTION,
  SEMICOLON,
} from './markup-bytes.ts';
import { resolveReference } from './references.ts';

/** No reference that a reader must know is longer. */
const LONGEST_REFERENCE = 16;
const HIGH_BITS = 0x80808080 | 0;
const NO_WORDS = new Int32Array(0);

/** The end of the part of `[from, to)` that can be judged by itself: no character and no reference is cut by it. */
export function judgeable(bytes: Buffer, from: number, to: number): number {
  const tail = bytes.subarray(from, to);
  const end = to - incompleteTail(tail, 'utf-8');
  if (end === from) return end;
  const ampersand = bytes.lastIndexOf(AMPERSAND, end - 1);
  if (ampersand < Math.max(from, end - LONGEST_REFERENCE)) return end;
  return bytes.subarray(ampersand, end).includes(SEMICOLON) ? end : ampersand;
}

/**
 * True where `[from, to)` holds nothing but UTF-8 text of allowed characters, tags, and references to what XML knows:
 * no comment, CDATA, declaration or instruction, no `]]>`. Up to two bytes before `from` are looked at with it.
 */
export function isPlain(bytes: Buffer, from: number, to: number): boolean {
  // Of a part: a search for a byte must end where the part does.
  const part = bytes.subarray(Math.max(0, from - 2), to);
  return (
    isUtf8(bytes.subarray(from, to)) &&
    hasNoControls(bytes, from, to) &&
    hasNoNonCharacters(part) &&
    !hasMarkup(part, EXCLAMATION) &&
    !hasMarkup(part, QUESTION) &&
    !endsCdata(part) &&
    knowsReferences(part)
  );
}

/** XML 1.0 section 2.2: of what is below a space only tab, LF and CR. */
function hasNoControls(bytes: Buffer, from: number, to: number): boolean {
  const first = Math.min(to, from + (-(bytes.byteOffset + from) & 3));
  const count = ((to - first) >> 4) * 4;
  const last = first + count * 4;
  if (!eachIsAllowed(bytes, from, first) || !eachIsAllowed(bytes, last, to)) return false;
  // Sixteen bytes at a time, as words, which must begin where memory has one.
  const words = count === 0 ? NO_WORDS : new Int32Array(bytes.buffer, bytes.byteOffset + first, count);
  for (let index = 0; index < count; index += 4) {
    const a = words[index] ?? 0;
    const b = words[index + 1] ?? 0;
    const c = words[index + 2] ?? 0;
    const d = words[index + 3] ?? 0;
    // The highest bit of each byte, to which its next two are moved: one of the three is set from 0x20 on.
    const high =
      (a | (a << 1) | (a << 2)) & (b | (b << 1) | (b << 2)) & (c | (c << 1) | (c << 2)) & HIGH_BITS;
    if ((high & (d | (d << 1) | (d << 2))) === HIGH_BITS) continue;
    const at = first + index * 4;
    if (!eachIsAllowed(bytes, at, at + 16)) return false;
  }
  return true;
}

function eachIsAllowed(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  }
  return true;
}

/** XML 1.0 section 2.2: neither U+FFFE nor U+FFFF. */
function hasNoNonCharacters(part: Buffer): boolean {
  for (let at = part.indexOf(0xef); at !== -1; at = part.indexOf(0xef, at + 1)) {
    if (part[at + 1] === 0xbf && (part[at + 2] ?? 0) >= 0xbe) return false;
  }
  return true;
}

/** True where this byte stands directly after a `<`. */
function hasMarkup(part: Buffer, byte: number): boolean {
  for (let at = part.indexOf(byte); at !== -1; at = part.indexOf(byte, at + 1)) {
    if (part[at - 1] === LESS_THAN) return true;
  }
  return false;
}

function endsCdata(part: Buffer): boolean {
  for (let at = part.indexOf(BRACKET); at !== -1; at = part.indexOf(BRACKET, at + 1)) {
    if (part[at + 1] === BRACKET && part[at + 2] === GREATER_THAN) return true;
  }
  return false;
}

function knowsReferences(part: Buffer): boolean {
  for (let at = part.indexOf(AMPERSAND); at !== -1; at = part.indexOf(AMPERSAND, at + 1)) {
    if (!isReference(part, at)) return false;
  }
  return true;
}

function isReference(part: Buffer, at: number): boolean {
  const first = part[at + 1];
  const second = part[at + 2];
  // &amp; &lt; &gt; as nearly all of them are.
  if (first === 0x61 && second === 0x6d) return part[at + 3] === 0x70 && part[at + 4] === SEMICOLON;
  if ((first === 0x6c || first === 0x67) && second === 0x74) return part[at + 3] === SEMICOLON;
  const end = part.subarray(at, at + LONGEST_REFERENCE).indexOf(SEMICOLON);
  return end !== -1 && typeof resolveReference(part.toString('latin1', at + 1, at + end)) === 'string';
}
