/** Says whether a text fits. Case never counts. */
export type TextTest = (text: string) => boolean;

/** True of a text that holds `part` somewhere. */
export function containing(part: string): TextTest {
  const needle = part.toLowerCase();
  return (text) => text.toLowerCase().includes(needle);
}

/** True of a text that is, as a whole, `pattern`, in which each `*` stands for any characters, or none. */
export function fitting(pattern: string): TextTest {
  const [head = '', ...rest] = pattern.toLowerCase().split('*');
  const tail = rest.pop();
  if (tail === undefined) return (text) => text.toLowerCase() === head;
  const inner = rest.filter((part) => part !== '');
  return (text) => fitsParts(text.toLowerCase(), head, inner, tail);
}

/** True of a text that holds `pattern` somewhere, in which each `*` stands for any characters, or none. */
export function containingPattern(pattern: string): TextTest {
  return pattern.includes('*') ? fitting(`*${pattern}*`) : containing(pattern);
}

/** Each part is looked for once, leftmost: no pattern makes this slow. */
function fitsParts(text: string, head: string, inner: readonly string[], tail: string): boolean {
  if (!text.startsWith(head) || !text.endsWith(tail)) return false;
  const end = text.length - tail.length;
  let from = head.length;
  for (const part of inner) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return from <= end;
}
