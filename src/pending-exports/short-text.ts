/** A row keeps no text longer than this many UTF-16 units; the detail pane reads the whole from the file. */
export const LONGEST_TEXT = 4096;

/** A text as a row keeps it: a longer one ends with an ellipsis. */
export function short(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const cut = text.slice(0, LONGEST_TEXT - 1);
  // Never half of a character that takes two units.
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}
