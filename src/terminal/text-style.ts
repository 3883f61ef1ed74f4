/**
 * How a cell is drawn. Equal looks have equal `codes`: the parameters of the SGR sequence that leads to it from the
 * plain style, whose own codes are ''.
 */
export interface TextStyle {
  readonly codes: string;
  /** One code for each property that is set, '' for each that is not. */
  readonly properties: readonly string[];
}

// Places of the properties: bold, dim, italic, underline, blink, inverse, hidden, struck, overline, colour, ground.
const ON: Readonly<Record<number, number>> = { 1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 7: 5, 8: 6, 9: 7, 53: 8 };
const OFF: Readonly<Record<number, readonly number[]>> = {
  22: [0, 1],
  23: [2],
  24: [3],
  25: [4],
  27: [5],
  28: [6],
  29: [7],
  55: [8],
  39: [9],
  49: [10],
};
const COLOUR = 9;
const GROUND = 10;

export const PLAIN: TextStyle = { codes: '', properties: Array<string>(11).fill('') };

const styles = new Map<string, TextStyle>([['', PLAIN]]);

/**
 * The style after an SGR sequence with these parameters (ECMA-48 8.3.117, with the extended colours of ISO 8613-6):
 * `1;36` of `CSI 1;36m`. Null where one of them is not known: what it draws cannot be told.
 */
export function styleAfter(before: TextStyle, parameters: string): TextStyle | null {
  const properties = [...before.properties];
  const codes = parameters.split(';').map(Number);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const on = ON[code];
    if (code === 0) properties.fill('');
    else if (on !== undefined) properties[on] = String(code);
    else if (OFF[code]) for (const place of OFF[code]) properties[place] = '';
    else if (isColour(code, 30)) properties[COLOUR] = String(code);
    else if (isColour(code, 40)) properties[GROUND] = String(code);
    else if (code === 38 || code === 48) {
      const length = { 2: 5, 5: 3 }[codes[at + 1] ?? 0];
      const colour = codes.slice(at, at + (length ?? 0));
      if (length === undefined || colour.length < length || colour.some(Number.isNaN)) return null;
      properties[code === 38 ? COLOUR : GROUND] = colour.join(';');
      at += length - 1;
    } else return null;
  }
  const key = properties.filter((property) => property !== '').join(';');
  const known = styles.get(key) ?? { codes: key, properties };
  styles.set(key, known);
  return known;
}

/** What leads a terminal from one style to another. */
export function styleChange(from: TextStyle, to: TextStyle): string {
  if (from === to) return '';
  if (to === PLAIN) return '\x1b[m';
  return from === PLAIN ? `\x1b[${to.codes}m` : `\x1b[0;${to.codes}m`;
}

/** Eight colours from `base` on, and their bright forms sixty above. */
function isColour(code: number, base: number): boolean {
  return (code >= base && code < base + 8) || (code >= base + 60 && code < base + 68);
}
