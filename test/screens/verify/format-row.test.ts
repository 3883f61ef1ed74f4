import { expect, test } from 'vitest';
import { themeFor } from '../../../screens/theme.ts';
import { formatRow, formatTitles, type Piece } from '../../../screens/verify/format-row.ts';
import { layoutFor } from '../../../screens/verify/rows-pane.tsx';
import type { ColumnId } from '../../../src/pending-exports/columns.ts';
import { ExportTable } from '../../../src/pending-exports/export-table.ts';
import { newView } from '../../../src/pending-exports/table-view.ts';
import { cellWidth } from '../../../src/terminal/cells.ts';
import { row } from './table-under-test.tsx';

const theme = themeFor({ color: false, unicode: true });
const { view } = newView();
const WIDTH = 80;
const layout = layoutFor(view, 'name', WIDTH, {});

function line(over: Parameters<typeof row>[0], pointed = false): string {
  const table = new ExportTable();
  table.append(0, [row(over)]);
  return joined(formatRow(table, 0, layout, theme, pointed, WIDTH));
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** In which cell a text begins. */
function cellOf(text: string, part: string): number {
  return cellWidth(text.slice(0, text.indexOf(part)));
}

test.each([
  ['plain', 'Anna Meier'],
  ['wide', '田中太郎'],
  ['emoji', '👨‍👩‍👧 Familie'],
  ['combining', 'Zoe\u0308 Mu\u0308ller'],
  ['long', 'A name that is much longer than any column of this table could ever hold on one line'],
  ['right to left', 'abc\u202egnp.exe'],
  ['control', 'a\u001b[2Jb\u0007'],
])('columns line up after a %s name', (_kind, name) => {
  const drawn = line({ name, upn: 'someone@contoso.com' });
  expect(cellOf(drawn, 'someone@')).toBe(cellOf(line({ name: 'x', upn: 'someone@contoso.com' }), 'someone@'));
  expect(cellWidth(drawn)).toBeLessThanOrEqual(WIDTH);
});

test('control characters and turned text are shown, not obeyed', () => {
  expect(line({ name: 'a\u001b[2Jb' })).toContain('a\\x1b[2Jb');
  expect(line({ name: 'a\u202eb' })).toContain('a\\u202eb');
});

test.each([
  ['add', '+ add'],
  ['update', '~ update'],
  ['rename', '> rename'],
  ['delete', '- delete'],
  ['delete-add', '! delete-add'],
] as const)('%s has its mark and its word', (operation, said) => {
  expect(line({ operation })).toContain(said);
});

test('what was sent already has its own mark', () => {
  expect(line({ operation: 'delete', state: 'escrowed', sentOnly: true })).toContain('s delete');
});

test('the pointed row has a pointer and fills the line but for its last cell', () => {
  const drawn = line({}, true);
  expect(drawn.startsWith('► ')).toBe(true);
  expect(cellWidth(drawn)).toBe(WIDTH - 1);
});

test('a line of titles says how it is sorted', () => {
  const title = (column: ColumnId, direction: 'ascending' | 'descending'): string =>
    joined(formatTitles(layout, 'name', { column, direction }, theme.mark));
  expect(title('name', 'ascending')).toContain('Name▲');
  expect(title('changed', 'descending')).toContain('Value▼');
  expect(cellWidth(title('upn', 'ascending'))).toBeLessThanOrEqual(WIDTH);
});

test('columns out of sight are hinted at on both sides', () => {
  const columns = view.columns.concat([
    { id: 'dn', width: null },
    { id: 'id', width: null },
    { id: 'mail', width: null },
  ]);
  const wide = { ...view, columns };
  const atLeft = joined(formatTitles(layoutFor(wide, 'name', WIDTH, {}), 'name', null, theme.mark));
  expect(atLeft.endsWith('>')).toBe(true);
  const atRight = layoutFor(wide, 'mail', WIDTH, {});
  expect(joined(formatTitles(atRight, 'mail', null, theme.mark)).startsWith('<')).toBe(true);
  expect(atRight.columns.map(({ column }) => column.id)).toEqual(
    expect.arrayContaining(['operation', 'name', 'mail']),
  );
});
