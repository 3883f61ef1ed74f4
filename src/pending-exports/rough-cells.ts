const ASCII = /^[\x20-\x7e]*$/;

/**
 * About how many cells a text takes on a screen, and hardly ever fewer. What it takes exactly needs every character
 * looked up, fifty times as long: too long for each text of a large export, and the widths of columns need it not.
 */
export function roughCells(text: string): number {
  if (ASCII.test(text)) return text.length;
  let cells = 0;
  for (let at = 0; at < text.length; at += 1) cells += cellsOf(text.charCodeAt(at));
  return cells;
}

function cellsOf(unit: number): number {
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return '\\x1b'.length;
  // Wide letters begin here; Latin letters with marks and common punctuation lie between them.
  if (unit < 0x1100 || (unit >= 0x1e00 && unit < 0x2028)) return 1;
  // Half of a pair: together they take two.
  return unit >= 0xd800 && unit < 0xe000 ? 1 : 2;
}
