import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { ExportTable } from '../../src/pending-exports/export-table.ts';
import { type Criteria, filterRows } from '../../src/pending-exports/filter-rows.ts';
import { parseQuery } from '../../src/pending-exports/query.ts';
import { sortRows } from '../../src/pending-exports/sort-rows.ts';
import type { Subject } from './measurement.ts';

/** Filtering and sorting a table of `size` rows made of these, beside the same over a plain list of its names. */
export function tableSubjects(samples: readonly ExportRow[], size: number): Subject[] {
  const table = new ExportTable();
  table.append(0, manyOf(samples, size));
  const all = Int32Array.from({ length: table.size }, (_, row) => row);
  const names = Array.from(all, (row) => table.text('name', row));
  const shared = { amount: size, unit: 'rows' } as const;
  return [
    {
      ...shared,
      name: 'names that hold a text',
      against: null,
      run: () => names.filter((name) => name.toLowerCase().includes('mül')).length,
    },
    {
      ...shared,
      name: 'filter, one letter',
      against: 'names that hold a text',
      run: () => filterRows(table, criteria('m')).length,
    },
    {
      ...shared,
      name: 'filter, three letters',
      against: 'names that hold a text',
      run: () => filterRows(table, criteria('mül')).length,
    },
    {
      ...shared,
      name: 'filter, fields',
      against: 'names that hold a text',
      run: () => filterRows(table, criteria('op:update attr:department')).length,
    },
    { ...shared, name: 'names sorted', against: null, run: () => [...names].sort().length },
    {
      ...shared,
      name: 'sort by name',
      against: 'names sorted',
      run: () => sortRows(table, all, { column: 'name', direction: 'ascending' }).length,
    },
  ];
}

function manyOf(samples: readonly ExportRow[], size: number): ExportRow[] {
  return Array.from({ length: size }, (_, number) => {
    const sample = samples[number % samples.length];
    if (sample === undefined) throw new RangeError('There is no row to make more of.');
    const turn = Math.floor(number / samples.length);
    return {
      ...sample,
      name: `${sample.name} ${turn}`,
      dn: `${sample.dn}${turn}`,
      upn: `${turn}.${sample.upn}`,
    };
  });
}

function criteria(text: string): Criteria {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.mistake.message);
  return { query: parsed.query, operations: [], types: [], states: 'all' };
}
