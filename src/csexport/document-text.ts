import { type DetectedEncoding, decodeBytes, incompleteTail, reasonOfBadBytes } from './encoding.ts';
import type { FaultReason } from './fault-reason.ts';
import { badCharacter } from './fault-reasons.ts';

/** A piece of a document's text as XML has it (each line end one LF), with what is needed to find its bytes again. */
export interface TextBlock {
  readonly text: string;
  /** Index of the block's first character in the whole text. */
  readonly start: number;
  /** The byte of the file where the block begins. */
  readonly byte: number;
  /** Indices in `text` of each LF that was CR LF, ascending. */
  readonly joinedLines: readonly number[];
  /** True where every character of the block is written in `unitBytes`. */
  readonly uniform: boolean;
  /** Bytes of a character in a uniform block, and of a CR: 1 in UTF-8, 2 in UTF-16. */
  readonly unitBytes: number;
  /** What stands directly after the block's text, where that is wrong; then no block follows. */
  readonly fault: FaultReason | null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 section 2.2 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Turns a document's bytes, handed in in any pieces, into text: decoded, line ends as XML 1.0 section 2.11 gives them, checked. */
export class DocumentText {
  readonly #encoding: DetectedEncoding['encoding'];
  #kept: Buffer = Buffer.alloc(0);
  #byte: number;
  #start = 0;

  /** `firstByte` is where in the file the text begins, after any byte order mark. */
  constructor(encoding: DetectedEncoding['encoding'], firstByte: number) {
    this.#encoding = encoding;
    this.#byte = firstByte;
  }

  /** True where the bytes so far end inside a character. */
  get insideCharacter(): boolean {
    return incompleteTail(this.#kept, this.#encoding) > 0;
  }

  /** The byte of the file after the last one that was taken. */
  get bytesTaken(): number {
    return this.#byte + this.#kept.length;
  }

  /** Takes the next bytes. The text may stay behind: a character, or CR LF, is not taken apart. */
  write(bytes: Uint8Array): TextBlock {
    const all = this.#kept.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#kept, bytes]);
    const whole = all.length - incompleteTail(all, this.#encoding);
    const held = whole - this.#carriageReturnAtEnd(all, whole);
    this.#kept = all.subarray(held);
    return this.#block(all.subarray(0, held));
  }

  /** Takes the end of the document: what was held back. */
  end(): TextBlock {
    const kept = this.#kept;
    this.#kept = kept.subarray(kept.length - incompleteTail(kept, this.#encoding));
    return this.#block(kept.subarray(0, kept.length - this.#kept.length));
  }

  get #unitBytes(): number {
    return this.#encoding === 'utf-8' ? 1 : 2;
  }

  #carriageReturnAtEnd(bytes: Buffer, end: number): number {
    const unit = this.#unitBytes;
    if (end < unit) return 0;
    const last = bytes.subarray(end - unit, end);
    const isReturn = last.includes(0x0d) && (unit === 1 || last[this.#encoding === 'utf-16le' ? 1 : 0] === 0);
    return isReturn ? unit : 0;
  }

  #block(bytes: Buffer): TextBlock {
    const byte = this.#byte;
    const start = this.#start;
    const decoded = decodeBytes(bytes, this.#encoding);
    const forbidden = decoded.text.search(FORBIDDEN);
    const raw = forbidden === -1 ? decoded.text : decoded.text.slice(0, forbidden);
    const { text, joinedLines } = normaliseLineEnds(raw);
    this.#byte += bytes.length;
    this.#start += text.length;
    const uniform = this.#unitBytes === 2 || decoded.text.length === bytes.length;
    const fault = faultAfter(decoded.text, forbidden, decoded.badAt, bytes, this.#encoding);
    return { text, start, byte, joinedLines, uniform, unitBytes: this.#unitBytes, fault };
  }
}

function faultAfter(
  text: string,
  forbidden: number,
  badAt: number | null,
  bytes: Buffer,
  encoding: DetectedEncoding['encoding'],
): FaultReason | null {
  if (forbidden !== -1) return badCharacter(text.charCodeAt(forbidden));
  return badAt === null ? null : reasonOfBadBytes(bytes, badAt, encoding);
}

function normaliseLineEnds(raw: string): { text: string; joinedLines: number[] } {
  if (!raw.includes('\r')) return { text: raw, joinedLines: [] };
  const joinedLines: number[] = [];
  const text = raw.replace(/\r\n?/g, (end, offset: number) => {
    if (end.length === 2) joinedLines.push(offset - joinedLines.length);
    return '\n';
  });
  return { text, joinedLines };
}
