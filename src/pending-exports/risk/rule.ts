import type { Limits } from './limits.ts';
import type { ObjectChange } from './object-change.ts';

/** How much a finding can hurt, the worst first. `expected` is what a sound server exports too. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'expected'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule sees in an object's change. */
export interface Hit {
  /** The same for all objects that belong into one finding: an attribute, `old → new`, the object itself; '' for none. */
  readonly key: string;
  /** What a title says of that key; '' where the key is ''. */
  readonly words: string;
}

/** What a title is made of. */
interface TitleParts {
  readonly count: number;
  /** `1 user`, `310 users`, `12 objects` where the types differ. */
  readonly objects: string;
  /** `user` of one, `users` of more; for deletes, which are counted as such. */
  readonly kind: string;
  /** The words of the hits; null where the objects of several keys are together. */
  readonly words: string | null;
  /** `, all under OU=Contractors`, ` outside OU=Contractors`, or ''. */
  readonly where: string;
}

/** One rule about a pending export that is not sent yet. Its id is a promise: files and scripts name it. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for the operator: why this matters. */
  readonly why: string;
  /** Where the fact comes from. */
  readonly source: string;
  /** Where a finding holds this many objects, it is worse. */
  readonly worse?: { readonly from: keyof Limits; readonly severity: Severity };
  /** `split`: an OU that most of the objects are in is a finding of its own. `none`: places are not looked at. */
  readonly place: 'split' | 'none';
  readonly test: (change: ObjectChange, limits: Limits) => readonly Hit[];
  readonly title: (parts: TitleParts, limits: Limits) => string;
}

/** A hit without anything that would tell the objects apart. */
export const HIT: readonly Hit[] = [{ key: '', words: '' }];
export const NO_HIT: readonly Hit[] = [];

/** {@link HIT} where it is so. */
export function hitIf(is: boolean): readonly Hit[] {
  return is ? HIT : NO_HIT;
}

/** A hit whose key is what its title says. */
export function hitOn(words: string): Hit {
  return { key: words, words };
}
