/** Text that bytes stand for; null where they are no text of that encoding, or hold a control character, or nothing. */
export function printableText(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text !== '' && text.isWellFormed() && !/\p{Cc}|\p{Cn}/u.test(text) ? text : null;
  } catch {
    return null;
  }
}
