import { decodeAnchor } from '../csexport/values/decode-anchor.ts';
import { decodeDn } from '../csexport/values/decode-dn.ts';
import { describeValue } from '../csexport/values/describe-value.ts';

/** A value for a person, and the value itself. */
export interface ShownValue {
  /** Short, in words: a decoded time, SID or GUID, "24 bytes 0x…", the name in a reference. */
  readonly text: string;
  /** The whole value, as `analyze` writes it. */
  readonly whole: string;
}

/** One value of an attribute, put in words. */
export function shownValue(attribute: string, type: string, value: string): ShownValue {
  if (type !== 'reference') return { text: describeValue(attribute, type, value), whole: value };
  if (looksLikeDn(value)) return shownDn(value);
  return { text: decodeAnchor(value) ?? value, whole: value };
}

/** A DN by the anchor that it encodes, else by the value of its first part: `Bob Old` of `CN=Bob Old,OU=CORP`. */
export function shownDn(dn: string): ShownValue {
  return { text: decodeDn(dn)?.text || firstName(dn) || dn, whole: dn };
}

/**
 * A reference by the name of its object, the DN after it: `Dora Gone (CN={3559…})`. `name` is what is known of the
 * object, '' where nothing is: then a DN of Entra ID is the anchor in it alone, any other DN is named by its first part.
 */
export function namedReference(reference: string, name: string): string {
  const { text } = shownValue('', 'reference', reference);
  const known = name !== reference && name !== text ? name : '';
  const isPath = looksLikeDn(reference) && decodeDn(reference) === null && text !== reference;
  const said = known || (isPath ? text : '');
  return said === '' ? text : `${said} (${reference})`;
}

/** An anchor in base64 has `=` at its end alone. */
function looksLikeDn(value: string): boolean {
  return /^[A-Za-z0-9.-]+=[^=]/.test(value);
}

const FIRST_PART = /^[A-Za-z0-9.-]+=((?:[^\\,]|\\.)*)/s;

/** A DN escapes what would end a part: a comma, say, or a byte as two hexadecimal digits. */
function firstName(dn: string): string {
  const escaped = FIRST_PART.exec(dn)?.[1] ?? '';
  return escaped
    .replace(/(?:\\[0-9a-f]{2})+/gi, (bytes) =>
      Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString('utf8'),
    )
    .replace(/\\(.)/gs, '$1');
}
