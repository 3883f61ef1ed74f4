import { expectUnchanged, type OpenSource, openFromDisk, withSource } from './byte-source.ts';
import type { ByteRange, CsObject } from './cs-object.ts';
import { detectEncoding } from './encoding.ts';
import { ExportParser } from './export-parser.ts';
import type { FileIdentity } from './export-reader.ts';
import { type FaultReason, faultOf } from './fault-reason.ts';
import { changedSinceRead } from './fault-reasons.ts';
import { InputFaultError } from './input-fault.ts';
import { BLOCK_BYTES } from './limits.ts';

/**
 * Reads one object again from the bytes where it stands. Throws {@link InputFaultError}: `changed` where the file is not
 * what it was when the range was taken, else what the operating system says.
 */
export async function readObjectAt(
  file: FileIdentity,
  range: ByteRange,
  openSource: OpenSource = openFromDisk,
): Promise<CsObject> {
  return withSource(file.path, openSource, async (source) => {
    await expectUnchanged(file, source);
    const reader = new OneObject(file);
    const block = Buffer.alloc(Math.min(BLOCK_BYTES, range.end - range.start));
    for (let at = range.start; at < range.end; ) {
      const count = await source.read(block.subarray(0, range.end - at), at);
      if (count === 0) break;
      reader.write(block.subarray(0, count), at);
      at += count;
    }
    return reader.end();
  });
}

class OneObject {
  readonly #file: FileIdentity;
  #parser: ExportParser | null = null;
  #object: CsObject | null = null;

  constructor(file: FileIdentity) {
    this.#file = file;
  }

  write(bytes: Buffer, at: number): void {
    this.#parser ??= this.#begin(bytes, at);
    this.#take(this.#parser.write(bytes));
  }

  end(): CsObject {
    if (this.#parser !== null) this.#take(this.#parser.end());
    return this.#object ?? this.#fail(changedSinceRead());
  }

  #begin(bytes: Buffer, at: number): ExportParser {
    const detected = detectEncoding(bytes);
    if ('kind' in detected) return this.#fail(changedSinceRead());
    return new ExportParser('object', detected.encoding, at);
  }

  #take({ objects, fault }: ReturnType<ExportParser['write']>): void {
    if (fault !== null) this.#fail(changedSinceRead());
    this.#object ??= objects[0]?.object ?? null;
  }

  #fail(reason: FaultReason): never {
    throw new InputFaultError(faultOf(reason, this.#file.path, null));
  }
}
