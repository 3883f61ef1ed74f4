import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/terminal/printable.ts';

describe('printable', () => {
  it.each([
    ['Anna Añón 王 😀', 'Anna Añón 王 😀'],
    ['\x1b[2J', '\\x1b[2J'],
    ['a\tb\r\n\0', 'a\\x09b\\x0d\\x0a\\x00'],
    ['\x9b31m\x7f', '\\x9b31m\\x7f'],
    ['invoice\u202egpj.exe', 'invoice\\u202egpj.exe'],
    ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
    ['\ud800', '\\ud800'],
    ['👩\u200d💻', '👩\u200d💻'],
    ['a\u200db', 'a\\u200db'],
  ])('shows %j as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('never lets a control character or a change of direction through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
