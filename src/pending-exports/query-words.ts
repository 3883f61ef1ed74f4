/** A mistake in a text that a person typed. `at` is an index into the text, `message` one line for that person. */
export interface Mistake {
  readonly at: number;
  readonly message: string;
}

/** One value, as typed after a field or on its own. */
export interface QueryValue {
  readonly text: string;
  /** True where it stood between double quotes. */
  readonly quoted: boolean;
}

/** One word of a query, before its meaning is looked up. */
export interface QueryWord {
  /** Where it begins, its `-` included. */
  readonly at: number;
  readonly negated: boolean;
  /** As typed, without the colon; null of a word on its own. */
  readonly field: string | null;
  readonly value: QueryValue;
}

const FIELD = /([a-z][a-z0-9_-]*):/iy;
const SPACE = /\s*/y;
const BARE = /\S*/y;

/** Splits a query into its words. Gives the mistake instead where quotes are not closed, or a `-` stands alone. */
export function queryWords(text: string): readonly QueryWord[] | Mistake {
  const words: QueryWord[] = [];
  let at = endOf(SPACE, text, 0);
  while (at < text.length) {
    const negated = text[at] === '-';
    const start = negated ? at + 1 : at;
    const field = fieldAt(text, start);
    const valueStart = field === null ? start : start + field.length + 1;
    const end = text[valueStart] === '"' ? endOfQuotes(text, valueStart) : endOf(BARE, text, valueStart);
    if (end === null) return { at: valueStart, message: 'The quotes are not closed: end the words with "' };
    const next = endOf(SPACE, text, end);
    if (next === end && end < text.length) return { at: end, message: 'A space is missing after the quotes' };
    const value = valueIn(text.slice(valueStart, end));
    if (negated && field === null && value.text === '' && !value.quoted) {
      return {
        at,
        message: 'A - leaves out what follows it: -type:group, or "-" to look for the sign itself',
      };
    }
    words.push({ at, negated, field, value });
    at = next;
  }
  return words;
}

function fieldAt(text: string, at: number): string | null {
  FIELD.lastIndex = at;
  return FIELD.exec(text)?.[1] ?? null;
}

function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  sticky.test(text);
  return sticky.lastIndex;
}

/** Where the quotes that open at `at` end; null where they do not. Two quotes in a row belong to the words. */
function endOfQuotes(text: string, at: number): number | null {
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close === -1 ? null : close + 1;
}

function valueIn(written: string): QueryValue {
  if (!written.startsWith('"')) return { text: written, quoted: false };
  return { text: written.slice(1, -1).replaceAll('""', '"'), quoted: true };
}
