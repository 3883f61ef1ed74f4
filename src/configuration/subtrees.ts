import { ElementTree } from '../csexport/element-tree.ts';
import type { XmlListener } from '../csexport/xml-document.ts';
import type { XmlElement } from '../csexport/xml-element.ts';

/** What a reader of one part of a configuration is told, in the file's order. Names come without their prefix. */
export interface PartReader {
  /** An element that holds others one by one was begun. `path` is its own: `ma-data/schema`. */
  opened?(path: string, attributes: ReadonlyMap<string, string>): void;
  /** An element was read whole; `parent` is the path of the one that holds it, '' for the first. */
  element(parent: string, element: XmlElement): void;
  /** An element that holds others ended. */
  closed?(path: string): void;
}

// What can be long. What they hold is given one by one and let go, so that no document is in memory whole.
const HOLDS_MANY = new Set([
  'ma-data',
  'schema',
  'dsml',
  'directory-schema',
  'private-configuration',
  'adma-configuration',
  'MAConfig',
  'attribute-inclusion',
  'ma-partition-data',
  'partition',
  'filter',
  'containers',
  'inclusions',
  'exclusions',
  'ma-run-data',
  'saved-mv-configuration',
  'mv-data',
  'parameter-values',
  'synchronizationRules',
]);
const NONE_WITHOUT_TEXT: ReadonlySet<string> = new Set();

/** Takes a document apart into the elements that a reader wants whole. */
export class Subtrees implements XmlListener {
  readonly #reader: PartReader;
  readonly #paths: string[] = [];
  #tree = new ElementTree(NONE_WITHOUT_TEXT);
  #depth = 0;

  constructor(reader: PartReader) {
    this.#reader = reader;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const local = name.slice(name.indexOf(':') + 1);
    if (this.#depth === 0 && HOLDS_MANY.has(local)) {
      const parent = this.#paths.at(-1);
      const path = parent === undefined ? local : `${parent}/${local}`;
      this.#paths.push(path);
      this.#reader.opened?.(path, attributes);
      return;
    }
    this.#depth++;
    this.#tree.open(local, attributes);
  }

  text(text: string): void {
    if (this.#depth > 0) this.#tree.text(text);
  }

  close(): void {
    if (this.#depth === 0) {
      this.#reader.closed?.(this.#paths.pop() ?? '');
      return;
    }
    this.#depth--;
    const whole = this.#tree.close();
    if (whole === null) return;
    this.#tree = new ElementTree(NONE_WITHOUT_TEXT);
    this.#reader.element(this.#paths.at(-1) ?? '', whole);
  }
}
