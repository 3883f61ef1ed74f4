import { join } from 'node:path';
import { expect, test } from 'vitest';
import { themeFor } from '../../../screens/theme.ts';
import { objectLines } from '../../../screens/verify/object-lines.ts';
import { openExport } from '../../../src/csexport/open-export.ts';
import { readObjectAt } from '../../../src/csexport/read-object.ts';
import { exportRowsOf } from '../../../src/pending-exports/export-rows-of.ts';
import { ExportTable } from '../../../src/pending-exports/export-table.ts';
import { type ObjectDetails, objectDetails } from '../../../src/pending-exports/object-details.ts';
import { row } from './table-under-test.tsx';

const TRAINING = join(import.meta.dirname, '../../../fixtures/training/contoso/aad.xml');

async function financeApprovers(): Promise<{ table: ExportTable; details: ObjectDetails }> {
  const opened = await openExport(TRAINING);
  const table = new ExportTable();
  for await (const batch of opened.objects()) table.append(0, batch.flatMap(exportRowsOf));
  const names = Array.from({ length: table.size }, (_, index) => table.text('name', index));
  const at = names.indexOf('Finance Approvers');
  return { table, details: objectDetails(await readObjectAt(opened.identity, table.range(at))) };
}

function linesOf(details: ObjectDetails, nameOf: (dn: string) => string): string[] {
  const theme = themeFor({ color: false, unicode: true });
  const list = objectLines(details, { theme, width: 77, whole: false, expanded: false, nameOf });
  return Array.from(list.all(), ({ text }) => text);
}

test('a group that loses its members names those that the export holds, deleted ones too', async () => {
  const { table, details } = await financeApprovers();
  const gone = details.exports[0]?.changes[0]?.deleted ?? [];
  const lines = linesOf(details, (dn) => table.nameOfDn(dn));
  expect(lines).toContain('  member: update, 42 deleted, 3 unchanged (x shows them)');
  expect(lines.filter((line) => line.startsWith('  - '))).toHaveLength(42);
  expect(lines).toContainEqual(
    expect.stringContaining(`  - Jonas Fischer (Contractor) (${gone[9]?.slice(0, 20)}`),
  );
});

test('a member is found by the DN that it will have, in any case; without its object its anchor stands', async () => {
  const { details } = await financeApprovers();
  const [first = '', second = '', third = ''] = details.exports[0]?.changes[0]?.deleted ?? [];
  const table = new ExportTable();
  table.append(0, [
    row({ name: 'Dora Gone', dn: first.toLowerCase(), operation: 'delete' }),
    row({ name: 'Emil Bleibt', dn: 'CN=old', newDn: second, operation: 'rename' }),
  ]);
  const lines = linesOf(details, (dn) => table.nameOfDn(dn));
  expect(lines).toContain(`  - Dora Gone (${first})`);
  expect(lines).toContain(`  - Emil Bleibt (${second})`);
  const anchor = Buffer.from(third.replace(/^CN=\{|\}$/g, ''), 'hex').toString();
  expect(lines).toContain(`  - ${anchor}`);
});
