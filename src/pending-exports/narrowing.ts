import { type Criteria, shownStates } from './filter-rows.ts';
import { parseQuery, type Query } from './query.ts';
import { fieldNamed } from './query-fields.ts';
import { type QueryWord, queryWords } from './query-words.ts';

/**
 * Whether every row that fits the query `text` fits `previousText` too, so that only the rows found last need to be
 * looked at again. Says true only where that is certain; false also for a text with a mistake.
 */
export function narrows(previousText: string, text: string): boolean {
  const previous = parseQuery(previousText);
  const next = parseQuery(text);
  return previous.ok && next.ok && narrowsCriteria(asCriteria(previous.query), asCriteria(next.query));
}

/** The same of whole {@link Criteria}. */
export function narrowsCriteria(previous: Criteria, next: Criteria): boolean {
  const states = shownStates(previous);
  return (
    (states === 'all' || states === shownStates(next)) &&
    narrowsList(previous.operations, next.operations) &&
    narrowsList(previous.types, next.types) &&
    narrowsQuery(previous.query, next.query)
  );
}

function asCriteria(query: Query): Criteria {
  return { query, operations: [], types: [], states: 'unapplied' };
}

function narrowsList(previous: readonly string[], next: readonly string[]): boolean {
  return previous.length === 0 || (next.length > 0 && next.every((one) => previous.includes(one)));
}

function narrowsQuery(previous: Query, next: Query): boolean {
  const before = queryWords(previous.text);
  const after = queryWords(next.text);
  if ('message' in before || 'message' in after) return false;
  return before.every((former) => after.some((word) => implies(word, former)));
}

/** Every word of a query must fit; whatever fits `word` must fit `former` too. */
function implies(word: QueryWord, former: QueryWord): boolean {
  if (word.field?.toLowerCase() !== former.field?.toLowerCase() || word.negated !== former.negated)
    return false;
  if (word.value.text === former.value.text && word.value.quoted === former.value.quoted) return true;
  return (
    !word.negated &&
    looksInside(word) &&
    looksInside(former) &&
    word.value.text.toLowerCase().includes(former.value.text.toLowerCase())
  );
}

/** Whether a word is looked for anywhere in a text. */
function looksInside(word: QueryWord): boolean {
  const inside = word.field === null || fieldNamed(word.field)?.kind === 'text';
  return inside && !word.value.text.includes('*');
}
