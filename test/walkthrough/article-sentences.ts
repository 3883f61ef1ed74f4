import { RECOVERY } from './article-recovery.ts';
import { SWITCHING } from './article-switching.ts';

/**
 * Every sentence of the 2017 article on staging mode, by number in reading order (bullets, steps and the script's help
 * and comments count as sentences; headings, pictures and links at the end do not), in our own few words.
 * `carriedBy`: the item that carries it (`*` stands for one connector), or a step, a question or a strategy.
 */
export interface ArticleSentence {
  readonly number: number;
  readonly kind: 'asks' | 'warns' | 'tells';
  readonly gist: string;
  readonly carriedBy: readonly string[];
  /** Words that the carrier's text must hold, so that it says the thing and does not only bear the name. */
  readonly says?: RegExp;
}

/** A sentence as the tables write it; the number is its place. */
export type Row = readonly [kind: ArticleSentence['kind'], gist: string, carriedBy: string, says?: RegExp];

/** All of them, numbered from 1. */
export const ARTICLE_SENTENCES: readonly ArticleSentence[] = [...SWITCHING, ...RECOVERY].map(
  ([kind, gist, carriedBy, says], index) => ({
    number: index + 1,
    kind,
    gist,
    carriedBy: carriedBy === '' ? [] : carriedBy.split(' '),
    ...(says === undefined ? {} : { says }),
  }),
);
