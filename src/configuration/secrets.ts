import { createHash } from 'node:crypto';
import type { Value } from './server-configuration.ts';

const SECRET =
  /pass-?(?:word|phrase)|pwd|secret|credential|encrypt|cookie|water-?mark|token|private-?key|connection-?string/i;
const ACCOUNT = /user-?name|login-user|login-domain|account(?:-?name)?$|upn$|principal-?name$/i;
// What stands around a value, in its path, hides it only where it is a secret itself: not aad-password-reset-config.
const SECRET_AROUND = /(?:password|secret|cookie|credentials?|water-?mark|token)$|^encrypted/i;
const PLAIN = /^(?:true|false|\d{1,9}|enabled|disabled|[\d:.]{1,20}|\d{4}-\d\d-\d\d[ T\d:.Z]*|)$/i;
const FLAG = /^(?:true|false|0|1|)$/i;
const BLOB = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{48,}={0,2}$/;
const BLOB_OF_HEX = /^(?:0x)?[0-9a-f]{64,}$/i;

/** What a hidden value shows as. */
export const NOT_SHOWN = '(not shown)';

/**
 * The value of the setting `name` as it may be shown. Passwords, cookies, encrypted blobs and the names of accounts
 * are replaced by a word; whether two of them are the same can still be told. `type` is what the file calls its type.
 */
export function shownValue(name: string, text: string, type = ''): Value {
  const trimmed = text.trim();
  return isSecret(name, trimmed, type)
    ? { text: NOT_SHOWN, compared: digest(trimmed) }
    : { text: trimmed, compared: trimmed };
}

/** True for a setting that says which account something runs under. */
export function namesAccount(name: string): boolean {
  return ACCOUNT.test(name);
}

function isSecret(name: string, text: string, type: string): boolean {
  if (/encrypt|secure/i.test(type)) return true;
  const [own = '', ...around] = name.split('/').toReversed();
  if (SECRET_AROUND.test(own)) return !FLAG.test(text);
  if (PLAIN.test(text)) return false;
  if (SECRET.test(own) || ACCOUNT.test(own) || around.some((one) => SECRET_AROUND.test(one))) return true;
  return BLOB.test(text) || BLOB_OF_HEX.test(text);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
