import { parseQuery } from '../../src/pending-exports/query.ts';
import type { View } from '../../src/pending-exports/table-view.ts';

/**
 * The filter as it is typed, without a field that is not finished. On the way to `op:delete` the word `op` was looked
 * for everywhere; once `op:` is a mistake that result is no longer wanted: what stays is that of the words before it.
 */
export function withoutUnfinishedField(filter: View['filter']): View['filter'] {
  if (filter.mistake === null) return filter;
  const { at } = filter.mistake;
  const former = filter.query.text;
  const isItsBeginning = former.length > at && filter.text.startsWith(former);
  if (!isItsBeginning) return filter;
  const before = parseQuery(filter.text.slice(0, at));
  return before.ok ? { ...filter, query: before.query } : filter;
}
