import { resolveReference } from './references.ts';

/** The text that bytes of well-formed UTF-8 XML stand for: line ends as LF, references resolved. */
export function textOfBytes(bytes: Buffer, start: number, end: number): string {
  const raw = bytes.toString('utf8', start, end);
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return lines.includes('&')
    ? lines.replace(/&([^;]*);/g, (_, reference: string) => resolved(reference))
    : lines;
}

function resolved(reference: string): string {
  const character = resolveReference(reference);
  return typeof character === 'string' ? character : '';
}
