/**
 * The same text in memory of its own. What the reader gives is a piece of the text that it was cut from: kept for
 * long, each would keep a block of the file.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
