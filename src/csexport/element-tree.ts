import type { XmlElement } from './xml-element.ts';

/** These hold elements only: the white space of an indented file between them says nothing. */
const HOLD_ELEMENTS_ONLY = new Set([
  'cs-object',
  'unapplied-export',
  'escrowed-export',
  'unconfirmed-export',
  'pending-import',
  'synchronized-hologram',
  'unapplied-export-hologram',
  'escrowed-export-hologram',
  'unconfirmed-export-hologram',
  'pending-import-hologram',
  'delta',
  'entry',
  'objectclass',
  'dn-attr',
  'dn-value',
  'attr',
]);

interface OpenElement extends XmlElement {
  text: string;
  children: XmlElement[];
}

const NO_CHILDREN: XmlElement[] = [];

/** Builds one element with everything in it, from what a parser tells. */
export class ElementTree {
  readonly #withoutText: ReadonlySet<string>;
  readonly #open: OpenElement[] = [];
  /** Of each open element the pieces of its text, where it came in more than one. */
  readonly #pieces: (string[] | null)[] = [];
  #elements = 0;

  /** `withoutText`: names of the elements whose own text is white space only. Default: those of an export. */
  constructor(withoutText: ReadonlySet<string> = HOLD_ELEMENTS_ONLY) {
    this.#withoutText = withoutText;
  }

  /** How many elements there are so far. */
  get elements(): number {
    return this.#elements;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const element: OpenElement = { name, attributes, text: '', children: NO_CHILDREN };
    const parent = this.#open.at(-1);
    if (parent !== undefined) {
      if (parent.children === NO_CHILDREN) parent.children = [];
      parent.children.push(element);
    }
    this.#open.push(element);
    this.#pieces.push(null);
    this.#elements++;
  }

  text(text: string): void {
    const element = this.#open.at(-1);
    if (element === undefined || this.#withoutText.has(element.name)) return;
    const last = this.#pieces.length - 1;
    if (element.text === '') element.text = text;
    else if (this.#pieces[last] == null) this.#pieces[last] = [text];
    else this.#pieces[last].push(text);
  }

  /** Closes the innermost element; gives the whole when that was the outermost one. */
  close(): XmlElement | null {
    const element = this.#open.pop();
    const pieces = this.#pieces.pop();
    if (element === undefined) return null;
    if (pieces != null) element.text += pieces.join('');
    return this.#open.length === 0 ? element : null;
  }
}
