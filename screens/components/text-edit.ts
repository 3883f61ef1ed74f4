const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A line of text being typed. `cursor` counts UTF-16 units and never stands inside a character. */
export interface TextEdit {
  readonly text: string;
  readonly cursor: number;
}

export type EditAction =
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'left' | 'right' | 'start' | 'end' | 'erase' | 'delete' | 'erase-word' | 'erase-all' };

/** The text with the cursor at its end. */
export function editOf(text: string): TextEdit {
  return { text, cursor: text.length };
}

/** What typing does. Control characters are left out; line ends and tabs of a pasted text become one space. */
export function editText(edit: TextEdit, action: EditAction): TextEdit {
  const { text, cursor } = edit;
  switch (action.kind) {
    case 'insert': {
      const typed = oneLine(action.text);
      return { text: text.slice(0, cursor) + typed + text.slice(cursor), cursor: cursor + typed.length };
    }
    case 'left':
      return { text, cursor: before(text, cursor) };
    case 'right':
      return { text, cursor: after(text, cursor) };
    case 'start':
      return { text, cursor: 0 };
    case 'end':
      return editOf(text);
    case 'erase':
      return cut(edit, before(text, cursor), cursor);
    case 'delete':
      return cut(edit, cursor, after(text, cursor));
    case 'erase-word':
      return cut(edit, text.slice(0, cursor).search(/\S+\s*$/), cursor);
    case 'erase-all':
      return editOf('');
    default: {
      const unknown: never = action;
      return unknown;
    }
  }
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get into a field
  return text.replace(/[\t\r\n]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}

function cut({ text, cursor }: TextEdit, from: number, to: number): TextEdit {
  if (from < 0 || from >= to) return { text, cursor };
  return { text: text.slice(0, from) + text.slice(to), cursor: from };
}

function before(text: string, cursor: number): number {
  let last = 0;
  for (const { index } of graphemes.segment(text)) {
    if (index >= cursor) break;
    last = index;
  }
  return last;
}

function after(text: string, cursor: number): number {
  for (const { index } of graphemes.segment(text)) if (index > cursor) return index;
  return text.length;
}
