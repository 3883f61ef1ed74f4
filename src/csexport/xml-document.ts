import { attributeValue, inAttribute } from './attribute-values.ts';
import { type FaultReason, ReadingStopped } from './fault-reason.ts';
import { broken, doctype, nameTooLong, shortened, tooDeep, valueTooLong } from './fault-reasons.ts';
import type { Limits } from './limits.ts';
import { MarkupGuard } from './markup-guard.ts';
import { resolveReference } from './references.ts';
import { attributeSink, newSaxParser, replaceEntities, type SaxInternals, STATE } from './sax-internals.ts';
import { reasonOfSaxMessage } from './sax-messages.ts';
import { faultOfInstruction } from './xml-declaration.ts';

/** What a document tells, in its order. Each may throw {@link ReadingStopped}. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** Part of the text of the element that is open; entities resolved, CDATA and plain text alike. */
  text(text: string): void;
  close(): void;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** Characters after which a long value is taken away from the parser, which adds them one by one. */
const GATHERED_BY_PARSER = 256 * 1024;
const NOTHING = /^\0/;
const LONGEST_DECLARATION_START = '[CDATA['.length;
const DECLARATION = broken('there is a declaration, "<!", where none can stand');
const OUTSIDE = broken('there is text outside the first element');

/** XML 1.0 by sax, with what sax lets through closed: well-formed text goes to the listener, anything else stops the reading. */
export class XmlDocument {
  readonly #parser: SaxInternals;
  readonly #guard: MarkupGuard;
  readonly #listener: XmlListener;
  readonly #limits: Limits;
  #attributes = new Map<string, string>();
  readonly #names = new Set<string>();
  /** Pieces of a long attribute value whose end is still to come. */
  #longValue: string[] = [];
  #depth = 0;
  #closed = false;

  constructor(listener: XmlListener, limits: Limits) {
    this.#listener = listener;
    this.#limits = limits;
    this.#parser = newSaxParser(() => this.#stopAtMarkup(doctype()));
    this.#guard = new MarkupGuard(this.#parser, (reason, character) => this.#stop(reason, character));
    this.#listen(this.#parser);
  }

  /** Index of the `<` that came last. */
  get markupStart(): number {
    return this.#parser.startTagPosition - 1;
  }

  /** How many characters were taken. */
  get position(): number {
    return this.#parser.position;
  }

  /** True after the end of the first element, where nothing else was begun. */
  get isComplete(): boolean {
    return this.#closed && this.#depth === 0 && this.#parser.state === STATE.TEXT;
  }

  /** Where the text has stopped, as in "The file ends …". */
  get whereItStands(): string {
    const { state, tags } = this.#parser;
    const open = tags.at(-1);
    if (state === STATE.COMMENT || state === STATE.COMMENT_ENDING) return 'in the middle, inside a comment';
    if (open !== undefined) return `in the middle, inside <${shortened(open.name)}>`;
    return this.#closed ? 'in the middle of a character or a tag' : 'before its first element is whole';
  }

  /** Takes the next piece of text. Throws {@link ReadingStopped} at the first fault; then nothing more may be written. */
  write(text: string): void {
    this.#guard.write(text);
    this.#checkLimits();
    this.#relieveParser();
  }

  #listen(parser: SaxInternals): void {
    const sink = attributeSink((name) => this.#nameAttribute(name));
    replaceEntities(parser, (reference) => this.#resolve(reference));
    parser.onerror = (error) => this.#fail(error.message);
    parser.onopentagstart = (tag) => {
      tag.attributes = sink;
    };
    parser.onattribute = ({ name, value }) => this.#attribute(name, value);
    parser.onopentag = ({ name }) => this.#open(name);
    parser.onclosetag = () => this.#close();
    parser.ontext = (text) => this.#text(text);
    parser.oncdata = (text) => this.#text(text);
    parser.onopencdata = () => this.#openCdata();
    parser.onprocessinginstruction = ({ name, body }) => this.#instruction(name, body);
    parser.onsgmldeclaration = () => this.#stopAtMarkup(DECLARATION);
  }

  #stop(reason: FaultReason, character: number): never {
    throw new ReadingStopped(reason, character);
  }

  #stopHere(reason: FaultReason): never {
    return this.#stop(reason, this.position - 1);
  }

  #stopAtMarkup(reason: FaultReason): never {
    return this.#stop(reason, this.markupStart);
  }

  #fail(message: string): never {
    const { tags, tagName } = this.#parser;
    const open = tags.at(-1);
    if (message.startsWith('Inappropriately located doctype')) this.#stopAtMarkup(doctype());
    if (message.startsWith('Unexpected close tag') && open !== undefined) {
      const found = `</${shortened(tagName)}> stands where </${shortened(open.name)}> must come first`;
      this.#stopAtMarkup(broken(found));
    }
    return this.#stopHere(reasonOfSaxMessage(message));
  }

  #resolve(reference: string): string {
    const character = resolveReference(reference);
    if (typeof character !== 'string') return this.#stopHere(character);
    return this.#parser.state === STATE.ATTRIB_VALUE_ENTITY_Q ? inAttribute(character) : character;
  }

  #nameAttribute(name: string): void {
    if (this.#names.has(name)) {
      this.#stopHere(broken(`the attribute ${shortened(name)} stands twice in one tag`));
    }
    this.#names.add(name);
  }

  #attribute(name: string, end: string): void {
    const value = this.#longValue.join('') + this.#setRight(end);
    this.#longValue = [];
    this.#attributes.set(name, value);
  }

  #setRight(gathered: string): string {
    const value = attributeValue(gathered);
    return typeof value === 'string' ? value : this.#stopHere(value);
  }

  #open(name: string): void {
    this.#depth++;
    if (this.#depth === 1 && this.#closed) {
      this.#stopAtMarkup(broken(`after the end of the first element there is another, <${shortened(name)}>`));
    }
    if (this.#depth > this.#limits.nesting) this.#stopAtMarkup(tooDeep(this.#limits.nesting));
    this.#listener.open(name, this.#takeAttributes());
  }

  #takeAttributes(): ReadonlyMap<string, string> {
    if (this.#attributes.size === 0) return NO_ATTRIBUTES;
    const attributes = this.#attributes;
    this.#attributes = new Map();
    this.#names.clear();
    return attributes;
  }

  #close(): void {
    this.#depth--;
    if (this.#depth === 0) this.#closed = true;
    this.#listener.close();
  }

  #text(text: string): void {
    if (this.#depth === 0) return;
    if (text.length > GATHERED_BY_PARSER) flatten(text);
    this.#listener.text(text);
  }

  #openCdata(): void {
    if (this.#depth === 0) this.#stopAtMarkup(OUTSIDE);
    // sax takes small letters too. It has read up to the last "[", which is the character at hand.
    if (this.#parser.sgmlDecl !== '[CDATA') this.#stopAtMarkup(DECLARATION);
  }

  #instruction(name: string, body: string): void {
    const fault = faultOfInstruction(name, body, this.markupStart === 0);
    if (fault !== null) this.#stopAtMarkup(fault);
  }

  #checkLimits(): void {
    const { state, tagName, attribName, procInstName, entity, sgmlDecl } = this.#parser;
    const { value, name } = this.#limits;
    if (this.position - this.markupStart > value) this.#stopHere(valueTooLong(value));
    const longestName = Math.max(tagName.length, attribName.length, procInstName.length, entity.length);
    if (longestName > name) this.#stopHere(nameTooLong(name));
    if (state === STATE.SGML_DECL && sgmlDecl.length > LONGEST_DECLARATION_START) {
      this.#stopAtMarkup(DECLARATION);
    }
  }

  /** Takes from the parser what it would gather character by character without end. */
  #relieveParser(): void {
    const parser = this.#parser;
    if (parser.attribValue.length > GATHERED_BY_PARSER) {
      this.#longValue.push(this.#setRight(parser.attribValue));
      parser.attribValue = '';
    }
    if (parser.textNode.length + parser.cdata.length > GATHERED_BY_PARSER) parser.flush();
    if (parser.comment.length > GATHERED_BY_PARSER) parser.comment = '';
    if (parser.procInstBody.length > GATHERED_BY_PARSER && !parser.procInstBody.includes('?>')) {
      parser.procInstBody = '';
    }
  }
}

/** Makes V8 put a string together that it keeps as a chain of its characters, 32 bytes each: a search has to. */
function flatten(text: string): void {
  text.search(NOTHING);
}
