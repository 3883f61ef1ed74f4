import sax from 'sax';

/**
 * The parts of a sax 1.6.1 parser that its types leave out. The version is pinned, and each use is covered by a test
 * which fails when a newer sax has moved them.
 */
export interface SaxInternals {
  write(text: string): unknown;
  flush(): void;
  state: number;
  /** Characters taken so far. */
  position: number;
  /** The value of `position` just after the `<` that came last. */
  startTagPosition: number;
  bufferCheckPosition: number;
  tagName: string;
  attribName: string;
  attribValue: string;
  textNode: string;
  cdata: string;
  comment: string;
  sgmlDecl: string;
  procInstName: string;
  procInstBody: string;
  entity: string;
  ENTITIES: object;
  readonly tags: readonly { readonly name: string }[];
  onerror: (error: Error) => void;
  onopentagstart: (tag: { readonly name: string; attributes: object }) => void;
  onattribute: (attribute: { readonly name: string; readonly value: string }) => void;
  onopentag: (tag: { readonly name: string }) => void;
  onclosetag: (name: string) => void;
  ontext: (text: string) => void;
  oncdata: (text: string) => void;
  onopencdata: () => void;
  onprocessinginstruction: (instruction: { readonly name: string; readonly body: string }) => void;
  onsgmldeclaration: () => void;
}

/** The parser's states, by name. */
export const STATE = (sax as unknown as { readonly STATE: Readonly<Record<SaxState, number>> }).STATE;

type SaxState =
  | 'BEGIN'
  | 'BEGIN_WHITESPACE'
  | 'TEXT'
  | 'OPEN_WAKA'
  | 'SGML_DECL'
  | 'COMMENT'
  | 'COMMENT_ENDING'
  | 'COMMENT_ENDED'
  | 'CDATA'
  | 'CDATA_ENDING'
  | 'CDATA_ENDING_2'
  | 'PROC_INST'
  | 'PROC_INST_BODY'
  | 'PROC_INST_ENDING'
  | 'ATTRIB_VALUE_QUOTED'
  | 'ATTRIB_VALUE_ENTITY_Q'
  | 'CLOSE_TAG';

/**
 * A strict parser without its own length limits: ours take their place. It calls `seenDoctype` as soon as `<!DOCTYPE` is
 * there; sax itself would tell of it only at its end.
 */
export function newSaxParser(seenDoctype: () => never): SaxInternals {
  const parser = new WatchedParser(true);
  parser.bufferCheckPosition = Number.POSITIVE_INFINITY;
  parser.seenDoctype = seenDoctype;
  return parser as unknown as SaxInternals;
}

class WatchedParser extends sax.SAXParser {
  declare bufferCheckPosition: number;
  declare seenDoctype: (() => never) | undefined;

  get doctype(): string {
    return '';
  }

  // sax sets it when it has read the word, and once in its constructor. An accessor of the object would do, but then V8
  // keeps the parser as a dictionary, and reading takes six times as long.
  set doctype(_text: string) {
    this.seenDoctype?.();
  }
}

/** Makes `resolve` the only source of what `&…;` stands for; it gets what stands between `&` and `;`, as written. */
export function replaceEntities(parser: SaxInternals, resolve: (reference: string) => string): void {
  parser.ENTITIES = new Proxy({}, { get: () => resolve(parser.entity) });
}

/**
 * Stands in for each tag's `attributes`, which sax asks whether it has a name already before it drops the second one
 * in silence. `isNew` is asked instead, and may throw. Nothing is stored: names such as `__proto__` do no harm.
 */
export function attributeSink(isNew: (name: string) => void): object {
  const alreadyHas = (name: string) => {
    isNew(name);
    return false;
  };
  return new Proxy({}, { get: () => alreadyHas, set: () => true });
}
