import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWidth, inCells, truncate, wrap } from '../../src/terminal/cells.ts';

const COMBINED = 'e\u0301';

describe('cells', () => {
  it('counts a wide character as two cells and a combining mark as none', () => {
    expect(['abc', '王', COMBINED, '😀', '👩‍💻'].map(cellWidth)).toEqual([3, 2, 1, 2, 2]);
  });

  it('cuts at whole characters and says so', () => {
    expect(truncate('contoso', 7)).toBe('contoso');
    expect(truncate('contoso', 4)).toBe('con…');
    expect(truncate('王王王', 4)).toBe('王…');
    expect(truncate('contoso', 3, '~')).toBe('co~');
    expect(truncate('contoso', 0)).toBe('');
  });

  it('aligns to the left and to the right', () => {
    expect(inCells('王', 4)).toBe('王  ');
    expect(inCells('12', 4, 'right')).toBe('  12');
  });

  it('wraps at spaces, and inside a word that is too long, losing nothing else', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('a\n\nb', 5)).toEqual(['a', '', 'b']);
  });

  it('always gives exactly the width that was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(cellWidth(inCells(text.replaceAll(/\p{C}/gu, ''), width))).toBe(width);
      }),
    );
  });

  it('wraps to lines that are never too wide and keep every character but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
        fc.integer({ min: 1, max: 40 }),
        (text, width) => {
          const lines = wrap(text, width);
          expect(lines.every((line) => cellWidth(line) <= width)).toBe(true);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});
