import fc from 'fast-check';
import type { ExportRow, Operation } from '../../src/pending-exports/export-row.ts';
import { ExportTable } from '../../src/pending-exports/export-table.ts';
import { parseQuery, type Query } from '../../src/pending-exports/query.ts';
import { exportRow } from './cs-object-builder.ts';

export const AAD = '{B891884F-051E-4A83-95AF-2544101C9083}';

/** A table of one file with these rows. */
export function tableOf(rows: readonly ExportRow[]): ExportTable {
  const table = new ExportTable();
  table.append(0, rows);
  return table;
}

/** A query that must be right. */
export function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.mistake.message);
  return parsed.query;
}

const OPERATIONS: readonly Operation[] = [
  'add',
  'update',
  'rename',
  'delete',
  'delete-add',
  'replace',
  'obsolete',
  'other',
];

/** Rows of few different values, so that filters find some and sorts meet equal ones. */
export const anyRow: fc.Arbitrary<ExportRow> = fc
  .record({
    type: fc.constantFrom('user', 'group', 'contact'),
    operation: fc.constantFrom(...OPERATIONS),
    state: fc.constantFrom('unapplied', 'escrowed', 'unconfirmed'),
    name: fc.constantFrom('', 'Ada', 'ada', 'Bo Li', 'Änne', 'Zoë', '李雷', 'adaline'),
    upn: fc.constantFrom('', 'ada@contoso.com', 'bo@contoso.com', 'ANNE@fabrikam.com'),
    attributes: fc.subarray(['title', 'mail', 'proxyAddresses']),
    changedValues: fc.integer({ min: 0, max: 12 }),
    error: fc.constantFrom('', '', 'cd-error'),
    connectorId: fc.constantFrom(AAD, AAD.toLowerCase(), '{0A}', ''),
    start: fc.integer({ min: 0, max: 9 }),
    sent: fc.boolean(),
  })
  .map(({ start, sent, ...part }) =>
    exportRow({
      ...part,
      sentOnly: sent && part.state !== 'unapplied',
      range: { start: start * 5e9, end: start * 5e9 + 100 },
    }),
  );

export const anyRows = fc.array(anyRow, { maxLength: 60 });
