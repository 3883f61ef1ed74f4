import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containing, containingPattern, fitting } from '../../src/pending-exports/text-pattern.ts';

/** The same meaning by a regular expression: slow for some patterns, but plain to read. */
function reference(pattern: string): RegExp {
  const parts = pattern.toLowerCase().split('*');
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '\n', 'é'), maxLength: 12 });
const patterns = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '*', '.', '+', '(', '\\'), maxLength: 8 });

describe('fitting', () => {
  it.each([
    ['*@contoso.com', 'alva@CONTOSO.com', true],
    ['*@contoso.com', 'alva@contoso.com.au', false],
    ['alva*', 'Alva Berg', true],
    ['a*b', 'ab', true],
    ['ab*ba', 'aba', false],
    ['*a*a*', 'a', false],
    ['*a*a*', 'aa', true],
    ['a', 'ab', false],
    ['*', '', true],
    ['a.c', 'abc', false],
  ])('%s against %j is %s', (pattern, text, fits) => {
    expect(fitting(pattern)(text)).toBe(fits);
  });

  it('says the same as a regular expression', () => {
    fc.assert(
      fc.property(patterns, letters, (pattern, text) => {
        expect(fitting(pattern)(text)).toBe(reference(pattern).test(text.toLowerCase()));
      }),
      { numRuns: 2000 },
    );
  });

  it('answers for a pattern that would keep a backtracking search busy for ever', () => {
    expect(fitting(`${'a*'.repeat(500)}b`)('a'.repeat(100_000))).toBe(false);
  });
});

describe('containing', () => {
  it('finds the part anywhere, in any case, and takes every sign as it is', () => {
    expect(containing('B.e*')('Alva b.E*rg')).toBe(true);
    expect(containing('b.e')('alva berg')).toBe(false);
  });

  it('takes * as any characters where it is a pattern', () => {
    expect(containingPattern('va*er')('Alva Berg')).toBe(true);
    expect(containingPattern('berg')('Alva Berg')).toBe(true);
    expect(containingPattern('er*va')('Alva Berg')).toBe(false);
  });
});
