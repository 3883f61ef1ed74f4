import type { FaultReason } from './fault-reason.ts';
import { broken } from './fault-reasons.ts';
import { type SaxInternals, STATE } from './sax-internals.ts';

// Where sax takes white space that XML forbids, and what it overlooks in text.
const SUSPICIOUS = /<\/?(?=[ \t\n])|\]\]>/g;

/** Feeds text to the parser, stopping at what sax would let through: a space after `<` or `</`, and `]]>` in text. */
export class MarkupGuard {
  readonly #parser: SaxInternals;
  readonly #stop: (reason: FaultReason, character: number) => never;
  /** Up to two `]` of text with which the last piece ended. */
  #brackets = '';

  constructor(parser: SaxInternals, stop: (reason: FaultReason, character: number) => never) {
    this.#parser = parser;
    this.#stop = stop;
  }

  /** Takes the next piece of text; what is suspicious may be taken apart by its end. */
  write(text: string): void {
    this.#checkStart(text);
    let from = 0;
    for (const { 0: found, index } of text.matchAll(SUSPICIOUS)) {
      const to = found === ']]>' ? index : index + found.length;
      this.#feed(text.slice(from, to));
      from = to;
      if (found === ']]>') this.#refuseBrackets(this.#inText, this.#parser.position + 2);
      else this.#refuseSpace(this.#awaitsName);
    }
    this.#feed(text.slice(from));
    const end = text.length > 1 ? text.slice(-2) : this.#brackets + text;
    this.#brackets = this.#inText ? (/\]{1,2}$/.exec(end)?.[0] ?? '') : '';
  }

  #checkStart(text: string): void {
    this.#refuseSpace(this.#awaitsName && /^[ \t\n]/.test(text));
    const rest = /^\]?>/.exec(text)?.[0] ?? '';
    const together = this.#brackets !== '' && (this.#brackets + rest).endsWith(']]>');
    this.#refuseBrackets(together, this.#parser.position + rest.length - 1);
  }

  get #inText(): boolean {
    return this.#parser.state === STATE.TEXT;
  }

  get #awaitsName(): boolean {
    const { state, tagName } = this.#parser;
    return state === STATE.OPEN_WAKA || (state === STATE.CLOSE_TAG && tagName === '');
  }

  #feed(text: string): void {
    if (text !== '') this.#parser.write(text);
  }

  #refuseSpace(found: boolean): void {
    if (found) this.#stop(broken('there is a space after "<"'), this.#parser.position);
  }

  #refuseBrackets(found: boolean, character: number): void {
    if (found) this.#stop(broken('"]]>" stands in text'), character);
  }
}
