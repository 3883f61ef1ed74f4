import type { ExportRow } from './export-row.ts';
import { type QueryTerm, termOf } from './query-terms.ts';
import { type Mistake, queryWords } from './query-words.ts';

/** A query, ready to be asked of many rows. Its conditions must all hold. */
export interface Query {
  /** As it was typed. */
  readonly text: string;
  readonly terms: readonly QueryTerm[];
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly mistake: Mistake };

/**
 * Reads the query language of the table's filter and of `--fail-on`. Plain words and `"exact words"` are looked for
 * in every column; `field:value` in one; `*` stands for any characters; `-` before a condition turns it round. An
 * empty text is a query that every row fits. Never throws.
 */
export function parseQuery(text: string): ParsedQuery {
  const words = queryWords(text);
  if ('message' in words) return { ok: false, mistake: words };
  const terms: QueryTerm[] = [];
  for (const word of words) {
    const term = termOf(word);
    if ('message' in term) return { ok: false, mistake: term };
    terms.push(term);
  }
  return { ok: true, query: { text, terms } };
}

/** Whether a row fits all conditions of a query. Rows of every state can: see {@link namesState}. */
export function matches(query: Query, row: ExportRow): boolean {
  return query.terms.every((term) => term.fits(row));
}

/**
 * Whether a query says which state it is about. One that does not means unapplied exports alone: whoever asks it
 * leaves the others out.
 */
export function namesState(query: Query): boolean {
  return query.terms.some((term) => term.field === 'state');
}
