import type { Limits } from './limits.ts';
import { ownText } from './own-text.ts';

/** The objects that one rule has found to have the same in common. Objects are numbers. */
export interface Group {
  /** '' of what has nothing special in common. */
  readonly key: string;
  /** null of what has nothing special in common. */
  readonly words: string | null;
  readonly objects: number[];
}

/** The groups of one rule, while objects come in. */
export class Groups {
  readonly #byKey = new Map<string, Group>();

  /** Adds an object; twice is once, as long as no other object comes between. */
  add(key: string, words: string, object: number): void {
    let group = this.#byKey.get(key);
    if (group === undefined) {
      const own = ownText(key);
      group = { key: own, words: key === '' ? null : ownText(words), objects: [] };
      this.#byKey.set(own, group);
    }
    if (group.objects.at(-1) !== object) group.objects.push(object);
  }

  /**
   * The groups as they become findings: few and large before many and small. Where there are many keys, only those
   * that many objects share keep a finding of their own; all others are one together.
   */
  settled({ findingsOfRule, sharedAtLeast }: Limits): Group[] {
    const keyed = Array.from(this.#byKey.values())
      .filter(({ key }) => key !== '')
      .sort((a, b) => b.objects.length - a.objects.length || (a.key < b.key ? -1 : 1));
    const few = keyed.length <= findingsOfRule;
    const own = keyed
      .slice(0, findingsOfRule)
      .filter(({ objects }) => few || objects.length >= sharedAtLeast);
    const kept = new Set(own);
    const others = [...(this.#byKey.get('')?.objects ?? [])];
    for (const group of keyed) if (!kept.has(group)) for (const object of group.objects) others.push(object);
    // An object can have several keys: it changes two attributes, say.
    const rest = Array.from(new Set(others));
    return rest.length === 0 ? own : [...own, { key: '', words: null, objects: rest }];
  }
}
