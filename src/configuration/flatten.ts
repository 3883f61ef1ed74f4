import { spoken, trimmedChild, type XmlElement } from '../csexport/xml-element.ts';

/** Tells each value inside an element under its path: `password-hash-sync-config/enabled`. */
export function flatten(
  element: XmlElement,
  tell: (path: string, text: string, type: string) => void,
  path = element.name,
): void {
  const type = element.attributes.get('type') ?? '';
  for (const [name, text] of element.attributes) {
    if (!LABELS.includes(name)) tell(`${path}@${name}`, text, '');
  }
  const text = spoken(element.text);
  if (text !== null || element.children.length === 0) tell(path, text ?? '', type);
  const namesakes = new Map<string, number>();
  for (const { name } of element.children) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const child of element.children) {
    const own = (namesakes.get(child.name) ?? 0) < 2 ? child.name : labelled(child);
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    flatten(child, tell, `${path}/${count === 1 ? own : `${own} ${count}`}`);
  }
}

const LABELS: readonly string[] = ['name', 'object_class'];

/** One of several elements of a name is told by its own name, never by its id. */
function labelled(child: XmlElement): string {
  const label =
    LABELS.map((name) => child.attributes.get(name)).find((name) => name !== undefined) ??
    trimmedChild(child, 'name') ??
    trimmedChild(child, 'primary_class');
  return label == null ? child.name : `${child.name} ${label}`;
}
