import {
  type ByteSource,
  identify,
  inputFaultError,
  type OpenSource,
  openFromDisk,
  withSource,
} from '../csexport/byte-source.ts';
import { DocumentText, type TextBlock } from '../csexport/document-text.ts';
import { detectEncoding } from '../csexport/encoding.ts';
import { type FaultReason, ReadingStopped } from '../csexport/fault-reason.ts';
import { broken, cutOff, empty, notXml } from '../csexport/fault-reasons.ts';
import type { InputFault } from '../csexport/input-fault.ts';
import { BLOCK_BYTES, LIMITS } from '../csexport/limits.ts';
import { Places } from '../csexport/places.ts';
import { XmlDocument, type XmlListener } from '../csexport/xml-document.ts';
import { asPartFault, configurationFault, partFault } from './part-fault.ts';

/** No part comes near; a hostile one must end somewhere. */
const LONGEST_PART = 1024 * 1024 * 1024;

/**
 * Reads one XML file of a configuration in a stream. Gives null, or the fault that ended the reading; what the listener
 * was told before is then no whole part. Never throws for bad content.
 */
export async function readPart(
  path: string,
  listener: XmlListener,
  openSource: OpenSource = openFromDisk,
): Promise<InputFault | null> {
  try {
    return await withSource(path, openSource, async (source) => {
      const { size } = await identify(path, source);
      if (size > LONGEST_PART) return tooLong(path);
      return readFrom(source, path, listener, Math.min(BLOCK_BYTES, size + 1));
    });
  } catch (error) {
    return asPartFault(inputFaultError(error, path).fault);
  }
}

function tooLong(path: string): InputFault {
  return configurationFault('too-long', path, 'The file is longer than 1 GiB, which is the limit.');
}

async function readFrom(
  source: ByteSource,
  path: string,
  listener: XmlListener,
  blockBytes: number,
): Promise<InputFault | null> {
  const bytes = Buffer.alloc(blockBytes);
  const count = await source.read(bytes, 0);
  const detected = detectEncoding(bytes.subarray(0, count));
  if ('kind' in detected) return partFault(detected, path, { byte: 0, line: 1 });
  const reading = new Reading(path, listener, detected.encoding, detected.markBytes);
  let fault = reading.write(bytes.subarray(detected.markBytes, count));
  for (let at = count; fault === null; ) {
    const more = await source.read(bytes, at);
    if (more === 0) return reading.end();
    at += more;
    fault = reading.write(bytes.subarray(0, more));
  }
  return fault;
}

class Reading {
  readonly #path: string;
  readonly #text: DocumentText;
  readonly #document: XmlDocument;
  #places: Places | null = null;
  #sawText = false;

  constructor(
    path: string,
    listener: XmlListener,
    encoding: ConstructorParameters<typeof DocumentText>[0],
    firstByte: number,
  ) {
    this.#path = path;
    this.#text = new DocumentText(encoding, firstByte);
    this.#document = new XmlDocument(listener, LIMITS);
  }

  write(bytes: Uint8Array): InputFault | null {
    return this.#take(this.#text.write(bytes), false);
  }

  end(): InputFault | null {
    return this.#take(this.#text.end(), true);
  }

  #take(block: TextBlock, last: boolean): InputFault | null {
    this.#places ??= new Places(block);
    this.#places.enter(block);
    const stopped = this.#parse(block);
    const reason = stopped?.reason ?? block.fault ?? (last ? this.#faultAtEnd() : null);
    if (reason === null) {
      this.#places.keep(this.#document.markupStart);
      return null;
    }
    const character = stopped?.character ?? block.start + block.text.length;
    return partFault(reason, this.#path, this.#places.placeOf(character));
  }

  #parse(block: TextBlock): { readonly reason: FaultReason; readonly character: number } | null {
    const first = this.#sawText ? -1 : block.text.search(/\S/);
    this.#sawText ||= first !== -1;
    if (first !== -1 && block.text[first] !== '<') {
      return { reason: notXml(null), character: block.start + first };
    }
    try {
      this.#document.write(block.text);
      return null;
    } catch (error) {
      if (error instanceof ReadingStopped) return error;
      const reason = broken('it made the parser fail');
      return { reason, character: Math.max(block.start, this.#document.position - 1) };
    }
  }

  #faultAtEnd(): FaultReason | null {
    if (!this.#sawText) return empty();
    if (this.#document.isComplete && !this.#text.insideCharacter) return null;
    return cutOff(this.#document.whereItStands, 0);
  }
}
