// A name comes from a person or a paste, and the command made from it is run with an administrator's rights:
// what cannot be written safely is refused, never written almost right.

const CONTROL = /\p{Cc}|\u2028|\u2029/u;
const SINGLE_QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/**
 * A text as one argument of a program, typed at a cmd prompt (not in a .cmd file, where a percent sign is doubled):
 * in double quotes; a percent sign stands outside them with a caret, so that no variable is put in its place.
 * Null where no spelling is safe: a control character, a line end or a double quote in it, or nothing at all.
 */
export function cmdArgument(text: string): string | null {
  if (text === '' || CONTROL.test(text) || text.includes('"')) return null;
  const parts = text.split('%');
  return parts
    .map((part, index) => {
      // Between two percent signs quotes stand even around nothing: what cmd takes there for a variable's name holds them.
      const nothing = part === '' && (index === 0 || index === parts.length - 1);
      return nothing ? '' : `"${part.replace(/\\+$/, '$&$&')}"`;
    })
    .join('^%');
}

/**
 * A text as a PowerShell string in single quotes. PowerShell takes the curly quotes for quotes too: each is doubled.
 * Null where it holds a control character or a line end, or nothing at all.
 */
export function powershellString(text: string): string | null {
  if (text === '' || CONTROL.test(text)) return null;
  return `'${text.replace(SINGLE_QUOTES, '$&$&')}'`;
}
