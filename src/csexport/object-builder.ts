import type { CsObject } from './cs-object.ts';
import { csObjectOf } from './cs-object-of.ts';
import { ElementTree } from './element-tree.ts';
import type { FaultReason } from './fault-reason.ts';
import { broken, configurationFile, dropFile, objectTooFull, otherRoot } from './fault-reasons.ts';
import type { XmlListener } from './xml-document.ts';

const ROOT = 'cs-objects';
const OBJECT = 'cs-object';
const CONFIGURATION_ROOTS = new Set([
  'ma-data',
  'mv-data',
  'saved-ma-configuration',
  'saved-mv-configuration',
  'synchronizationRule',
]);

/** What the builder needs to know of the reading around it, and tells it. */
export interface BuilderEvents {
  /** A cs-object begins at the `<` that came last. */
  readonly begun: () => void;
  /** A cs-object ends with the character at hand. */
  readonly ended: (object: CsObject) => void;
  /** Stops the reading at the `<` that came last. */
  readonly stop: (reason: FaultReason) => never;
}

/** Builds cs-objects from what a document tells. The document is a whole export, or one cs-object alone. */
export class ObjectBuilder implements XmlListener {
  readonly #events: BuilderEvents;
  readonly #objectDepth: number;
  readonly #mostElements: number;
  #depth = 0;
  #tree: ElementTree | null = null;

  constructor(document: 'export' | 'object', mostElements: number, events: BuilderEvents) {
    this.#events = events;
    this.#mostElements = mostElements;
    this.#objectDepth = document === 'export' ? 1 : 0;
  }

  /** True between the start and the end of a cs-object. */
  get insideObject(): boolean {
    return this.#tree !== null;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const depth = this.#depth++;
    if (name === OBJECT && depth === this.#objectDepth) {
      this.#tree = new ElementTree();
      this.#events.begun();
    } else if (name === OBJECT && depth > this.#objectDepth) {
      this.#events.stop(broken('a <cs-object> stands inside another element'));
    } else if (depth === 0 && (this.#objectDepth === 0 || name !== ROOT)) {
      this.#events.stop(reasonOfRoot(name));
    }
    this.#tree?.open(name, attributes);
    if (this.#tree !== null && this.#tree.elements > this.#mostElements) {
      this.#events.stop(objectTooFull(this.#mostElements));
    }
  }

  text(text: string): void {
    if (this.#tree !== null) this.#tree.text(text);
    else if (this.#depth === this.#objectDepth && /\S/.test(text)) {
      this.#events.stop(broken('there is text between two objects'));
    }
  }

  close(): void {
    this.#depth--;
    const whole = this.#tree?.close() ?? null;
    if (whole === null) return;
    this.#tree = null;
    this.#events.ended(csObjectOf(whole));
  }
}

function reasonOfRoot(name: string): FaultReason {
  if (name === 'mmsml') return dropFile();
  return CONFIGURATION_ROOTS.has(name) ? configurationFile(name) : otherRoot(name);
}
