import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughCells } from '../../src/pending-exports/rough-cells.ts';
import { cellWidth } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';

test.each([
  'plain',
  'Łukasz Ångström',
  'Δέσποινα Παπαδοπούλου',
  'Nguyễn Thị Hương',
  '山田 太郎',
  '김민준',
  'a\u0007b',
  '🦉',
])('%s takes as many cells as it is given', (text) => {
  expect(roughCells(text)).toBe(cellWidth(printable(text)));
});

test('a text of letters never takes more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(roughCells(text)).toBeGreaterThanOrEqual(cellWidth(text));
    }),
  );
});
