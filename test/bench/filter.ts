import type { ExportTable } from '../../src/pending-exports/export-table.ts';
import type { Criteria } from '../../src/pending-exports/filter-rows.ts';
import { parseQuery } from '../../src/pending-exports/query.ts';
import { ShownRows } from '../../src/pending-exports/shown-rows.ts';
import type { Bench } from './report.ts';
import { median } from './result.ts';

/** Rows that a screen shows, and rows that are looked at before keys may come between. */
const SCREEN = 40;
const SLICE = 2_000;
// Typed key by key: a name that many have, one that nobody has, and a field.
const TYPED = ['müller', 'zzzz', 'attr:dep'];

/** From a key of the filter to the first screen of rows, beside a plain search through a list of names. */
export function measureFilter({ report, rounds }: Bench, table: ExportTable, most: number): void {
  const slowest: number[] = [];
  const plain: number[] = [];
  const names = Array.from({ length: table.size }, (_, row) => table.text('name', row));
  for (let round = 0; round < rounds; round += 1) {
    slowest.push(Math.max(...TYPED.flatMap((text) => keysOf(table, text))));
    const start = performance.now();
    for (const name of names)
      if (name.toLowerCase().includes('zzzz')) throw new Error('Nobody has this name.');
    plain.push(performance.now() - start);
  }
  report.add({
    measure: `filter of ${table.size.toLocaleString('en-US')} rows, slowest key to its first screen, ms`,
    ours: median(slowest),
    peer: { name: 'search in a list of names', figure: median(plain) },
    better: 'less',
    target: { of: 'ours', most },
  });
}

/** Milliseconds to the first screen after each key; between two keys the search goes on to its end, as it does on screen. */
function keysOf(table: ExportTable, text: string): number[] {
  const shown = new ShownRows(table, criteria(''), null);
  while (!shown.advance(SLICE));
  return Array.from(text, (_, at) => {
    const query = criteriaOrNull(text.slice(0, at + 1));
    // Half a word of the language is a mistake, which changes nothing.
    if (query === null) return 0;
    const start = performance.now();
    shown.choose(query, null);
    while (!shown.advance(SLICE) && shown.rows.length < SCREEN);
    const first = performance.now() - start;
    while (!shown.advance(SLICE));
    return first;
  });
}

function criteria(text: string): Criteria {
  const made = criteriaOrNull(text);
  if (made === null) throw new Error(`"${text}" is no query.`);
  return made;
}

function criteriaOrNull(text: string): Criteria | null {
  const parsed = parseQuery(text);
  return parsed.ok ? { query: parsed.query, operations: [], types: [], states: 'all' } : null;
}
