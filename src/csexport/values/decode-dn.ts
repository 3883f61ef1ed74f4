import { bytesOfBase64 } from './base64.ts';
import { guidOfBytes } from './guid.ts';
import { printableText } from './printable-text.ts';

/** What the DN of an object in the connector space of Microsoft Entra ID says. */
export interface DecodedDn {
  readonly form: 'source-anchor' | 'cloud-anchor' | 'text';
  /** The source anchor or the cloud anchor, as text. */
  readonly text: string;
  /** The GUID in it, lower case without braces; null where there is none. */
  readonly guid: string | null;
}

const AAD_DN = /^\s*CN=\{((?:[0-9a-f]{2})+)\}\s*$/i;
const CLOUD_ANCHOR = /^[a-z]+_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * Decodes `CN={HEX}`: hexadecimal UTF-8 of the source anchor (base64 of a GUID by default, but it may be an employee
 * number), or of the cloud anchor `User_<guid>` of an object that came from the cloud. null for any other DN, and where
 * the bytes are no text. Source: the rule "Out to AAD - User Join", ADSyncTools ConvertFrom-ADSyncToolsAadDistinguishedName.
 */
export function decodeDn(dn: string): DecodedDn | null {
  const hex = AAD_DN.exec(dn)?.[1];
  if (hex === undefined) return null;
  const text = printableText(Buffer.from(hex, 'hex'), 'utf-8');
  if (text === null) return null;
  const cloud = CLOUD_ANCHOR.exec(text)?.[1];
  if (cloud !== undefined) return { form: 'cloud-anchor', text, guid: cloud.toLowerCase() };
  const guid = guidOfAnchor(text);
  return guid === null ? { form: 'text', text, guid: null } : { form: 'source-anchor', text, guid };
}

/** The GUID that a source anchor of the default form stands for; null for any other text. */
export function guidOfAnchor(text: string): string | null {
  const bytes = bytesOfBase64(text);
  return bytes === null || bytes.toString('base64') !== text ? null : guidOfBytes(bytes);
}
