const FIRST_LINE_SHOWN = 4096;

const BY_FIRST_BYTES: readonly (readonly [bytes: string, name: string])[] = [
  ['504b0304', 'a ZIP archive or an Office document'],
  ['1f8b', 'a gzip archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['4d5a', 'a Windows program'],
  ['25504446', 'a PDF document'],
  ['d0cf11e0a1b11ae1', 'an older Office document'],
];

const BY_TEXT: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /^(?:Microsoft|Connector Space Export)[^\n]*(?:Synchronization|Integration|Export)/i,
    'what csexport prints on the screen, not the file that it writes',
  ],
  [/^(?:\{\s*["}]|\[\s*[[{"\]])/, 'JSON'],
  [/^#TYPE |^"[^"\n]*"(?:,"[^"\n]*")+|^[\w -]+(?:[,;][\w -]+){2,}\s*\n/, 'a CSV file'],
  [/^(?:PS [A-Z]:\\|[A-Z]:\\[^\n]*>|\w+\s*:\s|\s*-{3,})/, 'output of a command or of PowerShell'],
];

/** What a file that is no XML seems to be, from its first bytes and its first text; null where nothing says. */
export function looksLike(head: Buffer, text: string): string | null {
  const hex = head.toString('hex', 0, 8);
  const byBytes = BY_FIRST_BYTES.find(([bytes]) => hex.startsWith(bytes));
  if (byBytes !== undefined) return byBytes[1];
  const start = text.trimStart().slice(0, FIRST_LINE_SHOWN);
  return BY_TEXT.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}
