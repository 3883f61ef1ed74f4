import {
  type ByteSource,
  hasChanged,
  identify,
  inputFaultError,
  type OpenSource,
  openFromDisk,
  withSource,
} from './byte-source.ts';
import { type DetectedEncoding, decodeBytes, detectEncoding, incompleteTail } from './encoding.ts';
import { ExportParser, type ParsedPiece } from './export-parser.ts';
import type { Encoding, FileIdentity, ReadEnd, ReadObject } from './export-reader.ts';
import { type FaultReason, faultOf } from './fault-reason.ts';
import { changedWhileRead, empty, notXml } from './fault-reasons.ts';
import { looksLike } from './foreign-content.ts';
import { type InputFault, InputFaultError, type Place } from './input-fault.ts';
import { BLOCK_BYTES, FIRST_BLOCK_BYTES } from './limits.ts';

/** An export file that can be read. */
export interface OpenedExport {
  readonly identity: FileIdentity;
  readonly encoding: Encoding;
  /**
   * Reads the objects in the file's order, in batches as they come, and returns how the reading ended. Bad content is
   * never thrown; what was read before it stays good. An aborted signal ends the reading without a fault.
   */
  objects(signal?: AbortSignal): AsyncGenerator<readonly ReadObject[], ReadEnd>;
  /** Bytes of the file that were read so far. */
  bytesRead(): number;
}

const HEAD_BYTES = 4096;

/**
 * Opens an export of csexport: UTF-8 or UTF-16, with or without byte order mark. Throws {@link InputFaultError} for what
 * shows at once: a missing file, a folder, no permission, an empty file, another encoding, a file that is no XML.
 */
export async function openExport(path: string, openSource: OpenSource = openFromDisk): Promise<OpenedExport> {
  return withSource(path, openSource, async (source) => {
    const identity = await identify(path, source);
    const head = Buffer.alloc(HEAD_BYTES);
    const detected = checkHead(head.subarray(0, await source.read(head, 0)), identity);
    return new ExportFile(identity, detected, openSource);
  });
}

function checkHead(head: Buffer, { path, size }: FileIdentity): DetectedEncoding {
  const refuse = (reason: FaultReason, place: Place | null): never => {
    throw new InputFaultError(faultOf(reason, path, place));
  };
  const detected = detectEncoding(head);
  if ('kind' in detected) return refuse(detected, { byte: 0, line: 1 });
  const { encoding, markBytes } = detected;
  const bytes = head.subarray(markBytes);
  const { text } = decodeBytes(bytes.subarray(0, bytes.length - incompleteTail(bytes, encoding)), encoding);
  const first = text.search(/[^ \t\r\n]/);
  if (first === -1)
    return head.length === size && bytes.length === text.length ? refuse(empty(), null) : detected;
  if (text[first] === '<' || text[first] === '\ufeff') return detected;
  const before = text.slice(0, first);
  const byte = markBytes + first * (encoding === 'utf-8' ? 1 : 2);
  return refuse(notXml(looksLike(head, text)), { byte, line: before.split(/\r\n?|\n/).length });
}

class ExportFile implements OpenedExport {
  readonly identity: FileIdentity;
  readonly encoding: Encoding;
  readonly #firstByte: number;
  readonly #openSource: OpenSource;
  #bytesRead = 0;

  constructor(identity: FileIdentity, detected: DetectedEncoding, openSource: OpenSource) {
    this.identity = identity;
    this.encoding = detected.encoding;
    this.#firstByte = detected.markBytes;
    this.#openSource = openSource;
  }

  bytesRead(): number {
    return this.#bytesRead;
  }

  async *objects(signal?: AbortSignal): AsyncGenerator<readonly ReadObject[], ReadEnd> {
    let source: ByteSource | null = null;
    try {
      source = await this.#openSource(this.identity.path);
      if (await hasChanged(this.identity, source)) return { fault: this.#changed() };
      return yield* this.#read(source, signal);
    } catch (error) {
      return { fault: inputFaultError(error, this.identity.path).fault };
    } finally {
      await source?.close();
    }
  }

  async *#read(source: ByteSource, signal?: AbortSignal): AsyncGenerator<readonly ReadObject[], ReadEnd> {
    const parser = new ExportParser('export', this.encoding, this.#firstByte);
    const block = Buffer.alloc(BLOCK_BYTES);
    this.#bytesRead = this.#firstByte;
    for (let wanted = FIRST_BLOCK_BYTES; ; wanted = BLOCK_BYTES) {
      if (signal?.aborted) return { fault: null };
      const left = this.identity.size - this.#bytesRead;
      const count = await source.read(block.subarray(0, Math.min(wanted, left)), this.#bytesRead);
      this.#bytesRead += count;
      const piece: ParsedPiece = count === 0 ? parser.end() : parser.write(block.subarray(0, count));
      if (piece.objects.length > 0) yield piece.objects;
      if (piece.fault !== null || count === 0) return { fault: await this.#faultAtEnd(source, piece) };
    }
  }

  /** A file that changes explains every other fault, and is one by itself. */
  async #faultAtEnd(source: ByteSource, { fault }: ParsedPiece): Promise<InputFault | null> {
    if (await hasChanged(this.identity, source)) return this.#changed(fault?.place);
    return fault === null ? null : faultOf(fault.reason, this.identity.path, fault.place);
  }

  #changed(place: Place | null = null): InputFault {
    return faultOf(changedWhileRead(), this.identity.path, place);
  }
}
