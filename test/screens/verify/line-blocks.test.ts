import fc from 'fast-check';
import { expect, test } from 'vitest';
import { block, type LineBlock, LineList, pieces } from '../../../screens/verify/line-blocks.ts';
import { cellWidth } from '../../../src/terminal/cells.ts';

function numbered(key: string, count: number): LineBlock {
  return block(
    key,
    Array.from({ length: count }, (_, index) => ({
      text: `${key}${index}`,
      meaning: 'plain' as const,
      copies: '',
    })),
  );
}

test('a window shows the lines of all blocks in order, also past empty ones', () => {
  const list = new LineList([numbered('a', 2), numbered('b', 0), numbered('c', 3), numbered('d', 0)]);
  expect(list.size).toBe(5);
  expect(list.window(1, 3).map(({ text }) => text)).toEqual(['a1', 'c0', 'c1']);
  expect(list.window(4, 9).map(({ text }) => text)).toEqual(['c2']);
  expect(list.line(5)).toBeUndefined();
});

test('only the lines in sight are made', () => {
  let made = 0;
  const list = new LineList([
    numbered('head', 2),
    {
      key: 'values',
      count: 100_000,
      line: (index) => {
        made += 1;
        return { text: String(index), meaning: 'plain', copies: '' };
      },
    },
  ]);
  expect(list.window(50_000, 20).map(({ text }) => text)[0]).toBe('49998');
  expect(made).toBe(20);
});

test('a place is found again in another list by its block', () => {
  const short = new LineList([numbered('a', 2), numbered('b', 4)]);
  const long = new LineList([numbered('a', 2), numbered('new', 50), numbered('b', 9)]);
  expect(short.placeIn(long, 3)).toBe(53);
  expect(long.placeIn(short, 60)).toBe(5);
});

test('the pieces of a text are the text, and none is wider than asked', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 8, max: 30 }), (text, width) => {
      const cut = pieces(text, width);
      expect(cut.join('')).toBe(text);
      for (const piece of cut) expect(cellWidth(piece)).toBeLessThanOrEqual(width);
    }),
  );
});
