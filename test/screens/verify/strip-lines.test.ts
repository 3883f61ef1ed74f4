import { expect, test } from 'vitest';
import { themeFor } from '../../../screens/theme.ts';
import { stripLines } from '../../../screens/verify/strip-lines.ts';
import type { ExportRow } from '../../../src/pending-exports/export-row.ts';
import { Summary } from '../../../src/pending-exports/summary.ts';
import { cellWidth } from '../../../src/terminal/cells.ts';
import { people, row } from './table-under-test.tsx';

const theme = themeFor({ color: false, unicode: true });

function strip(rows: readonly ExportRow[], { threshold = 500, partial = false, width = 80 } = {}): string[] {
  const summary = new Summary();
  summary.add(0, rows);
  return stripLines(summary, threshold, partial, theme, width).map((pieces) =>
    pieces.map(({ text }) => text).join(''),
  );
}

test('operations are counted with mark and word; one is no plural', () => {
  const rows = [
    ...people(1200, () => ({ operation: 'add' })),
    row({ operation: 'update' }),
    row({ operation: 'rename' }),
  ];
  expect(strip(rows)[0]).toBe('+ 1,200 adds  ~ 1 update  > 1 rename  - 0 deletes');
});

test('deletes of the AAD connector stand against the threshold, others do not', () => {
  const rows = [
    ...people(3, () => ({ operation: 'delete' })),
    row({ operation: 'delete', connectorId: '{AD}' }),
  ];
  expect(strip(rows)).toEqual(['+ 0 adds  ~ 0 updates  > 0 renames  - 4 deletes', 'AAD deletes 3 of 500']);
});

test('at the threshold it warns in words and with a mark', () => {
  const rows = people(3, () => ({ operation: 'delete' }));
  expect(strip(rows, { threshold: 3 })[1]).toBe(
    '‼ AAD deletes 3 of 3: AT THE DELETION THRESHOLD, all exports would stop',
  );
  expect(strip(rows, { threshold: 4 })[1]).toBe('AAD deletes 3 of 4');
});

test('what was sent already is counted apart', () => {
  const rows = [row(), row({ state: 'escrowed', sentOnly: true, operation: 'delete' })];
  expect(strip(rows)).toEqual([
    '+ 0 adds  ~ 1 update  > 0 renames  - 0 deletes',
    'AAD deletes 0 of 500  s 1 sent, not confirmed',
  ]);
});

test('errors and a part that is missing are said', () => {
  expect(strip([row({ error: 'dn-attributes-failure' })], { partial: true })).toEqual([
    'PARTIAL  + 0 adds  ~ 1 update  > 0 renames  - 0 deletes',
    'AAD deletes 0 of 500  1 with errors',
  ]);
});

test('large counts and warnings fit into 80 cells, and nothing that matters is cut', () => {
  const operations = ['add', 'update', 'rename', 'delete', 'delete-add'] as const;
  const rows = [
    ...people(12_345, (index) => ({ operation: operations[index % 5] ?? 'add', error: 'x' })),
    ...people(1_000, (index) => ({ state: 'escrowed', sentOnly: true, range: { start: -index, end: 0 } })),
  ];
  const [first = '', second = ''] = strip(rows, { partial: true });
  expect(cellWidth(first)).toBeLessThanOrEqual(80);
  expect(cellWidth(second)).toBeLessThanOrEqual(80);
  expect(first).toContain('PARTIAL');
  expect(first).toContain('2,469 del');
  expect(second).toContain('ABOVE THE THRESHOLD');
});

test('however large the counts, none is cut in two and the deletes against the threshold stand whole', () => {
  const summary = new Summary();
  const operations = ['add', 'update', 'rename', 'delete', 'delete-add'] as const;
  const million = 1_234_567;
  for (const operation of operations) {
    summary.add(0, new Array(million).fill(row({ operation, error: 'x' })));
  }
  summary.add(0, new Array(million).fill(row({ state: 'unconfirmed', sentOnly: true })));
  for (const width of [80, 120]) {
    const [first = '', second = ''] = stripLines(summary, 100_000, true, theme, width).map((pieces) =>
      pieces.map(({ text }) => text).join(''),
    );
    expect(cellWidth(first)).toBeLessThanOrEqual(width);
    expect(cellWidth(second)).toBeLessThanOrEqual(width);
    expect(first).toMatch(/^PARTIAL( {2}\S ?1,234,567[a-z ]*){5}$/);
    expect(second).toMatch(
      /^‼ AAD deletes 2,469,134 of 100,000: ABOVE THE THRESHOLD( {2}s 1,234,567 sent.*)?$/,
    );
  }
});

test('counts of several connectors are one sum, of which the AAD deletes are a part', () => {
  const rows = [
    ...people(2, () => ({ operation: 'delete' })),
    ...people(3, () => ({ operation: 'delete', connectorId: '{AD}', connectorName: 'contoso.com' })),
    ...people(4, () => ({ operation: 'delete', connectorId: '{AD2}', connectorName: 'fabrikam.com' })),
  ];
  expect(strip(rows)).toEqual(['+ 0 adds  ~ 0 updates  > 0 renames  - 9 deletes', 'AAD deletes 2 of 500']);
});

test('without the AAD connector it says that its deletes are not in sight', () => {
  const rows = people(1200, () => ({ operation: 'delete', connectorId: '{AD}' }));
  expect(strip(rows)[1]).toBe('AAD deletes 0 of 500 (not the AAD connector)');
  expect(strip([])[1]).toBe('AAD deletes 0 of 500');
});
