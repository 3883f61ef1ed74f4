import { bytesOfBase64 } from './base64.ts';
import { guidOfAnchor } from './decode-dn.ts';
import { directoryTime } from './directory-time.ts';
import { guidOfBytes } from './guid.ts';
import { integerText } from './integer.ts';
import { sidOfBytes } from './security-identifier.ts';

const SID_NAME = /sid$|sidhistory$|securityidentifier$/i;
const GUID_NAME = /guid$|^deviceid$/i;
const SOURCE_ANCHOR_NAME = /^sourceanchor(?:binary)?$|^msexchimmutableid$/i;
const SHOWN_BYTES = 8;

/**
 * One value for people: AD times, SIDs and GUIDs decoded where the attribute's name says so, other binary as its size
 * and first bytes (`24 bytes 0x0a1b2c…`), integers in decimal, all else as it stands. Takes the attribute's name and
 * type, and the value in the form that `valueText` gives.
 */
export function describeValue(attributeName: string, type: string, text: string): string {
  if (type === 'binary') return describeBinary(attributeName, text);
  if (type === 'reference') return text;
  const plain = type === 'integer' ? integerText(text) : text;
  return directoryTime(attributeName, plain) ?? describeAnchor(attributeName, plain) ?? plain;
}

function describeBinary(attributeName: string, base64: string): string {
  const bytes = bytesOfBase64(base64);
  if (bytes === null) return base64;
  if (SID_NAME.test(attributeName)) return sidOfBytes(bytes) ?? sizeAndStart(bytes);
  if (GUID_NAME.test(attributeName)) return guidOfBytes(bytes) ?? sizeAndStart(bytes);
  return sizeAndStart(bytes);
}

function describeAnchor(attributeName: string, text: string): string | null {
  const guid = SOURCE_ANCHOR_NAME.test(attributeName) ? guidOfAnchor(text) : null;
  return guid === null ? null : `${text} (${guid})`;
}

function sizeAndStart(bytes: Buffer): string {
  const size = bytes.length === 1 ? '1 byte' : `${bytes.length} bytes`;
  if (bytes.length === 0) return size;
  return `${size} 0x${bytes.toString('hex', 0, SHOWN_BYTES)}${bytes.length > SHOWN_BYTES ? '…' : ''}`;
}
