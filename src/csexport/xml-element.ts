/** One element with what it holds. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Its own text, in one piece; '' for an element that only holds others. */
  readonly text: string;
  /** Its child elements, in order. */
  readonly children: readonly XmlElement[];
}

/** The first child of that name; null where there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

/** The text of the first child of that name, without white space around it; null where it is missing or says nothing. */
export function trimmedChild(element: XmlElement, name: string): string | null {
  return spoken(childOf(element, name)?.text);
}

/** Text without white space around it; null where nothing is left. */
export function spoken(text: string | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? null : trimmed;
}

/** A flag as csexport and its documents write them: 1 and true, 0 and false. */
export function isTrue(text: string | undefined): boolean {
  const word = text?.trim().toLowerCase();
  return word === '1' || word === 'true';
}
