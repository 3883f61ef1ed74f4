import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf } from '../../src/pending-exports/attribute-effect.ts';
import { without } from '../../src/pending-exports/multiset.ts';
import { attr, delta } from './cs-object-builder.ts';

const values = fc.array(fc.constantFrom('a', 'A', 'b', 'c', ''), { maxLength: 8 });

const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

describe('effectOf', () => {
  it('of a replace leads from any values to exactly the listed ones, touching none that stays', () => {
    fc.assert(
      fc.property(values, values, (before, listed) => {
        const attribute = attr('url', listed, { operation: 'replace' });
        const { added, deleted } = effectOf(delta('update'), attribute, () => before);
        expect(sorted([...without(before, deleted), ...added])).toEqual(sorted(listed));
        expect(without(added, deleted)).toEqual(added);
      }),
    );
  });

  it('asks for the values before only where the delta does not say the effect', () => {
    const asked = (operation: string, listed: readonly string[]): boolean => {
      let was = false;
      effectOf(delta('update'), attr('url', listed, { operation }), () => {
        was = true;
        return [];
      });
      return was;
    };
    expect(asked('update', ['a'])).toBe(false);
    expect(asked('add', ['a'])).toBe(false);
    expect(asked('delete', ['a'])).toBe(false);
    expect(asked('delete', [])).toBe(true);
    expect(asked('replace', [])).toBe(true);
  });
});

describe('without', () => {
  it('takes each removed value away once, and keeps the order', () => {
    expect(without(['b', 'a', 'b', 'c'], ['b', 'x'])).toEqual(['a', 'b', 'c']);
    expect(without(['a'], ['A'])).toEqual(['a']);
    expect(without(['__proto__', 'constructor'], ['constructor'])).toEqual(['__proto__']);
  });

  it('leaves nothing of values without themselves', () => {
    fc.assert(
      fc.property(values, values, (some, more) => {
        expect(without(some, [...more, ...some])).toEqual([]);
        expect(without([...some, ...more], some)).toHaveLength(more.length);
      }),
    );
  });
});
