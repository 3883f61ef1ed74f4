const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Base64 as it is promised to other programs: without the white space in which XML may wrap it. */
export function compactBase64(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The bytes that base64 text stands for, white space ignored; null where it is no base64. */
export function bytesOfBase64(text: string): Buffer | null {
  const compact = compactBase64(text);
  return BASE64.test(compact) ? Buffer.from(compact, 'base64') : null;
}
