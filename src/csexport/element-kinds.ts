import type { ByteCursor } from './byte-cursor.ts';
import { endTag } from './byte-cursor.ts';
import { BytePattern } from './byte-pattern.ts';

/** Elements of one name, and what a reader takes them for. */
export interface ElementKind<Role> {
  readonly endTag: BytePattern;
  /** null for an element that is passed over. */
  readonly role: Role | null;
}

interface KnownKind<Role> extends ElementKind<Role> {
  readonly name: BytePattern;
  /** What came after it last: it mostly does again. */
  follower: KnownKind<Role> | null;
}

/** A hostile file has names without end. */
const MOST_KINDS = 500;

/** Tells elements by their names, without a string for each. */
export class ElementKinds<Role> {
  readonly #kinds = new Map<string, KnownKind<Role>>();
  #last: KnownKind<Role>;

  constructor(roles: Readonly<Record<string, Role>>) {
    for (const [name, role] of Object.entries(roles)) this.#kinds.set(name, kindOf(name, role));
    this.#last = kindOf<Role>('', null);
  }

  /** The kind of the element whose start tag the cursor has just read. */
  of(cursor: ByteCursor): ElementKind<Role> {
    const { bytes, nameStart, nameEnd } = cursor;
    const guess = this.#last.follower;
    if (guess?.name.is(bytes, nameStart, nameEnd)) {
      this.#last = guess;
      return guess;
    }
    const kind = this.#named(bytes.toString('latin1', nameStart, nameEnd));
    this.#last.follower = kind;
    this.#last = kind;
    return kind;
  }

  #named(name: string): KnownKind<Role> {
    const known = this.#kinds.get(name);
    if (known !== undefined) return known;
    const kind = kindOf<Role>(name, null);
    if (this.#kinds.size < MOST_KINDS) this.#kinds.set(name, kind);
    return kind;
  }
}

function kindOf<Role>(name: string, role: Role | null): KnownKind<Role> {
  return { name: new BytePattern(name), endTag: endTag(name), role, follower: null };
}
