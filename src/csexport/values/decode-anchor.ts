import { bytesOfBase64 } from './base64.ts';
import { guidOfBytes } from './guid.ts';
import { printableText } from './printable-text.ts';

const LENGTH_BYTES = 4;

/**
 * What a base64 anchor stands for: the text of an extensible connector's anchor (4 bytes little-endian length, then
 * UTF-16LE; of the connector to Microsoft Entra ID that is `User_<guid>`), or the GUID of 16 bytes. null where it is neither.
 */
export function decodeAnchor(base64: string): string | null {
  const bytes = bytesOfBase64(base64);
  if (bytes === null) return null;
  return lengthPrefixedText(bytes) ?? guidOfBytes(bytes);
}

function lengthPrefixedText(bytes: Buffer): string | null {
  if (bytes.length <= LENGTH_BYTES) return null;
  const length = bytes.readUInt32LE(0);
  if (length !== bytes.length - LENGTH_BYTES || length % 2 !== 0) return null;
  return printableText(bytes.subarray(LENGTH_BYTES), 'utf-16le');
}
