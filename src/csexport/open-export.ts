import {
  type ByteSource,
  hasChanged,
  identify,
  inputFaultError,
  type OpenSource,
  openFromDisk,
  withSource,
} from './byte-source.ts';
import { DocumentText } from './document-text.ts';
import { type DetectedEncoding, decodeBytes, detectEncoding, incompleteTail } from './encoding.ts';
import { ExportParser, type ParsedPiece, type ReadBefore } from './export-parser.ts';
import type { Encoding, FileIdentity, ReadEnd, ReadObject } from './export-reader.ts';
import { type FaultReason, faultOf } from './fault-reason.ts';
import { changedWhileRead, empty, notXml } from './fault-reasons.ts';
import { looksLike } from './foreign-content.ts';
import { type InputFault, InputFaultError, type Place } from './input-fault.ts';
import { BLOCK_BYTES, FIRST_BLOCK_BYTES } from './limits.ts';
import { ExportScan, type ObjectTaker, type ScanEnd } from './scan-export.ts';

/** How a file is scanned. */
interface ScanOptions {
  readonly strict?: boolean;
  readonly signal?: AbortSignal;
}

/** An export file that can be read. */
export interface OpenedExport {
  readonly identity: FileIdentity;
  readonly encoding: Encoding;
  /**
   * Reads the objects in the file's order, in batches as they come, and returns how the reading ended. Bad content is
   * never thrown; what was read before it stays good. An aborted signal ends the reading without a fault.
   */
  objects(signal?: AbortSignal): AsyncGenerator<readonly ReadObject[], ReadEnd>;
  /**
   * Reads like `objects`, but hands them to `taker` one by one, most of them as bytes: ten times as fast and more.
   * Yields how many came. Faults inside what the taker passes over may go unseen; `strict` parses every object.
   */
  scan(taker: ObjectTaker, options?: ScanOptions): AsyncGenerator<number, ReadEnd>;
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
    return yield* this.#opened((source) => this.#parse(source, this.#firstByte, null, signal));
  }

  async *scan(
    taker: ObjectTaker,
    { strict = false, signal }: ScanOptions = {},
  ): AsyncGenerator<number, ReadEnd> {
    if (strict) return yield* handOver(this.objects(signal), taker);
    return yield* this.#opened((source) => this.#scan(source, taker, signal));
  }

  async *#opened<Step>(
    read: (source: ByteSource) => AsyncGenerator<Step, ReadEnd>,
  ): AsyncGenerator<Step, ReadEnd> {
    let source: ByteSource | null = null;
    try {
      source = await this.#openSource(this.identity.path);
      if (await hasChanged(this.identity, source)) return { fault: this.#changed() };
      return yield* read(source);
    } catch (error) {
      return { fault: inputFaultError(error, this.identity.path).fault };
    } finally {
      await source?.close();
    }
  }

  /** `before` is what a scan has read up to `from`; null where this reads from the beginning. */
  async *#parse(
    source: ByteSource,
    from: number,
    before: ReadBefore | null,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly ReadObject[], ReadEnd> {
    const parser =
      before === null
        ? new ExportParser('export', this.encoding, from)
        : ExportParser.within(this.encoding, from, before);
    const block = Buffer.alloc(BLOCK_BYTES);
    this.#bytesRead = from;
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

  async *#scan(
    source: ByteSource,
    taker: ObjectTaker,
    signal?: AbortSignal,
  ): AsyncGenerator<number, ReadEnd> {
    const scan = new ExportScan(source, this.encoding, this.#firstByte, this.identity.size, taker);
    const end = yield* this.#count(scan, signal);
    if (signal?.aborted) return { fault: null };
    if (end.whole) return { fault: await this.#faultAtEnd(source, { fault: null }) };
    const from = end.byte;
    const before =
      from === this.#firstByte
        ? null
        : { objects: end.objects, lines: await this.#linesBefore(source, from) };
    return yield* handOver(this.#parse(source, from, before, signal), taker);
  }

  /** How many lines end before a byte of the file, which stands between two objects. */
  async #linesBefore(source: ByteSource, end: number): Promise<number> {
    const document = new DocumentText(this.encoding, this.#firstByte);
    const block = Buffer.alloc(BLOCK_BYTES);
    let lines = 0;
    for (let at = this.#firstByte; at < end; ) {
      const count = await source.read(block.subarray(0, Math.min(block.length, end - at)), at);
      if (count === 0) break;
      lines += document.write(block.subarray(0, count)).text.split('\n').length - 1;
      at += count;
    }
    return lines + document.end().text.split('\n').length - 1;
  }

  async *#count(scan: ExportScan, signal?: AbortSignal): AsyncGenerator<number, ScanEnd> {
    const steps = scan.run(signal);
    for (;;) {
      const step = await steps.next();
      this.#bytesRead = scan.bytesRead;
      if (step.done) return step.value;
      yield step.value;
    }
  }

  /** A file that changes explains every other fault, and is one by itself. */
  async #faultAtEnd(source: ByteSource, { fault }: Pick<ParsedPiece, 'fault'>): Promise<InputFault | null> {
    if (await hasChanged(this.identity, source)) return this.#changed(fault?.place);
    return fault === null ? null : faultOf(fault.reason, this.identity.path, fault.place);
  }

  #changed(place: Place | null = null): InputFault {
    return faultOf(changedWhileRead(), this.identity.path, place);
  }
}

async function* handOver(
  batches: AsyncGenerator<readonly ReadObject[], ReadEnd>,
  taker: ObjectTaker,
): AsyncGenerator<number, ReadEnd> {
  for (;;) {
    const step = await batches.next();
    if (step.done) return step.value;
    for (const read of step.value) taker.take(read);
    yield step.value.length;
  }
}
