// What cmd and PowerShell make of a typed line, as far as quoting goes: small models of their documented parsers.

/** What cmd does with variables in a typed line: `%NAME%` of a variable that exists; anything else stays as it is. */
function withVariables(line: string, variables: Readonly<Record<string, string>>): string {
  const start = line.indexOf('%');
  if (start < 0) return line;
  const end = line.indexOf('%', start + 1);
  const name = end < 0 ? '' : (line.slice(start + 1, end).split(':', 1)[0] ?? '');
  const value = Object.entries(variables).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return value === undefined
    ? line.slice(0, start + 1) + withVariables(line.slice(start + 1), variables)
    : line.slice(0, start) + value + withVariables(line.slice(end + 1), variables);
}

/** Takes the carets away, and fails where a character outside quotes would start something else. */
function withoutCarets(line: string): string {
  let out = '';
  let quoted = false;
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? '';
    if (character === '"') quoted = !quoted;
    if (!quoted && character === '^') {
      index += 1;
      out += line[index] ?? '';
      continue;
    }
    if (/[\r\n\0]/.test(character) || (!quoted && /[&|<>()]/.test(character))) {
      throw new Error(`${JSON.stringify(character)} breaks out of: ${line}`);
    }
    out += character;
  }
  if (quoted) throw new Error(`a quote is left open: ${line}`);
  return out;
}

/** The arguments that a program of Microsoft's C runtime gets: backslashes count only before a double quote. */
function programArguments(line: string): string[] {
  const found: string[] = [];
  let current: string | null = null;
  let quoted = false;
  for (let index = 0; index < line.length; ) {
    const backslashes = /^\\*/.exec(line.slice(index))?.[0].length ?? 0;
    const next = line[index + backslashes];
    if (next === '"') {
      current = (current ?? '') + '\\'.repeat(Math.floor(backslashes / 2));
      if (backslashes % 2 === 1) current += '"';
      else quoted = !quoted;
      index += backslashes + 1;
    } else if (backslashes > 0) {
      current = (current ?? '') + '\\'.repeat(backslashes);
      index += backslashes;
    } else if (next === ' ' && !quoted) {
      if (current !== null) found.push(current);
      current = null;
      index += 1;
    } else {
      current = (current ?? '') + (next ?? '');
      index += 1;
    }
  }
  return current === null ? found : [...found, current];
}

/** The program and its arguments after a line was typed at a cmd prompt. Throws where the line does more than that. */
export function typedInCmd(line: string, variables: Readonly<Record<string, string>> = {}): string[] {
  return programArguments(withoutCarets(withVariables(line, variables)));
}

const SINGLE_QUOTE = /['\u2018\u2019\u201a\u201b]/;

/** The single-quoted strings of a PowerShell line, and the line with a `'…'` in place of each. */
export function typedInPowerShell(line: string): { readonly strings: string[]; readonly skeleton: string } {
  const strings: string[] = [];
  let skeleton = '';
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? '';
    if (!SINGLE_QUOTE.test(character)) {
      skeleton += character;
      continue;
    }
    let text = '';
    for (index++; ; index++) {
      const inside = line[index];
      if (inside === undefined) throw new Error(`a quote is left open: ${line}`);
      if (SINGLE_QUOTE.test(inside)) {
        // Two quotes of any kind stand for the second of them.
        if (!SINGLE_QUOTE.test(line[index + 1] ?? '')) break;
        index += 1;
        text += line[index];
      } else text += inside;
    }
    strings.push(text);
    skeleton += "'…'";
  }
  return { strings, skeleton };
}
