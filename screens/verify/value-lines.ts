import { showValue } from '../../src/pending-exports/object-details.ts';
import { namedReference } from '../../src/pending-exports/shown-value.ts';
import { truncate } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Meaning, Theme } from '../theme.ts';
import { type DetailLine, type LineBlock, pieces } from './line-blocks.ts';
import { grouped } from './load-text.ts';

/** How the lines of an object are laid out. */
export interface DetailLayout {
  readonly theme: Theme;
  /** Cells across. */
  readonly width: number;
  /** True: long and binary values whole. */
  readonly whole: boolean;
  /** True: unchanged values too. */
  readonly expanded: boolean;
  /** The name of the object with this DN, where the table knows it; '' where not. */
  readonly nameOf: (dn: string) => string;
}

/** An attribute, as far as showing a value needs it. */
export interface ValueKind {
  readonly attribute: string;
  readonly type: string;
}

/** What of a value is shown at most; copying gives all of it. */
const LONGEST_SHOWN = 100_000;

/** Values one below the other behind a sign, `+` or `-`: each on a line of its own, or whole over several. */
export function valueBlock(
  key: string,
  kind: ValueKind,
  values: readonly string[],
  sign: string,
  meaning: Meaning,
  layout: DetailLayout,
): LineBlock {
  const lead = `  ${sign} `;
  if (!layout.whole) {
    return {
      key,
      count: values.length,
      line: (index) => {
        const value = values[index] ?? '';
        const text = truncate(
          lead + valueInWords(kind, value, layout),
          layout.width,
          layout.theme.mark.ellipsis,
        );
        return { text, meaning, copies: value };
      },
    };
  }
  const starts: number[] = [];
  let count = 0;
  for (const value of values) {
    starts.push(count);
    count += wholeTexts(kind, value, layout, lead.length).length;
  }
  // Lines are asked for one after the other: most of the same value.
  let last: { readonly at: number; readonly texts: readonly string[] } | null = null;
  const line = (index: number): DetailLine => {
    const at = starts.findLastIndex((start) => start <= index);
    const value = values[at] ?? '';
    if (last?.at !== at) last = { at, texts: wholeTexts(kind, value, layout, lead.length) };
    const offset = index - (starts[at] ?? 0);
    const text = (offset === 0 ? lead : ' '.repeat(lead.length)) + (last.texts[offset] ?? '');
    return { text, meaning, copies: value };
  };
  return { key, count, line };
}

/** A value in a few words: a reference by the name that the table knows, times decoded, bytes counted. */
export function valueInWords(kind: ValueKind, value: string, layout: DetailLayout): string {
  const text =
    kind.type === 'reference' ? namedReference(value, layout.nameOf(value)) : showValue(kind, value).text;
  return shown(text);
}

/** A text as it is printed: spaces at its ends, which a change can be about, are made visible by quotes. */
function shown(text: string): string {
  const kept = printable(text.length > LONGEST_SHOWN ? text.slice(0, LONGEST_SHOWN) : text);
  return /^\s|\s$|^$/.test(kept) ? `"${kept}"` : kept;
}

/** A value whole, cut to the width; what it says in words before it where that differs. */
function wholeTexts(kind: ValueKind, value: string, layout: DetailLayout, indent: number): string[] {
  const width = layout.width - indent;
  const words = valueInWords(kind, value, layout);
  const kept = shown(value);
  // The name of a reference has its DN beside it already.
  if (words.includes(kept) && value.length <= LONGEST_SHOWN) return pieces(words, width);
  const texts = pieces(kept, width);
  if (value.length > LONGEST_SHOWN) {
    texts.push(`… ${grouped(value.length - LONGEST_SHOWN)} more characters: c copies all of them`);
  }
  return words === kept ? texts : [...pieces(words, width), ...texts];
}
