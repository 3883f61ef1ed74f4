import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { LAZY_SEGMENTER, quickStringWidth, SURELY_NARROW } from '../build-start-up.ts';

const narrow = new RegExp(`^[${SURELY_NARROW}]$`, 'u');
const characters = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
  narrow.test(one),
);
const TEXTS = [
  'plain',
  '\u001b[7mé…►│\u001b[27m',
  'e\u0301e\u0301',
  'two\nlines',
  'one\r\nend',
  '世界',
  '👩‍👧 a',
  '🇩🇪',
  '',
];

async function moduleOf(source: string): Promise<Record<string, unknown>> {
  return await import(`data:text/javascript,${encodeURIComponent(source)}`);
}

describe('characters that the build takes for narrow', () => {
  it('are a cell wide each', () => {
    expect(characters.length).toBeGreaterThan(1000);
    expect(characters.filter((one) => stringWidth(one) !== 1)).toEqual([]);
  });

  it('are a cluster each, side by side too', () => {
    const all = [...characters, ...characters.toReversed()].join('');
    const clusters = Array.from(new Intl.Segmenter().segment(all), ({ segment }) => segment);
    expect(clusters).toEqual(Array.from(all));
  });
});

it('measures as string-width does, built into its source', async () => {
  const require = createRequire(import.meta.url);
  const path = require.resolve('string-width');
  const source = quickStringWidth(readFileSync(path, 'utf8')).replaceAll(
    /from '([^']+)'/g,
    (_, name: string) => `from '${import.meta.resolve(name)}'`,
  );
  const quick = (await moduleOf(source))['default'] as typeof stringWidth;
  for (const text of TEXTS) expect(quick(text), text).toBe(stringWidth(text));
});

it('refuses a source that it does not know', () => {
  expect(() => quickStringWidth('export default (text) => text.length;')).toThrow(/expects this once/);
});

it('divides into clusters as Intl.Segmenter does', async () => {
  const Lazy = (await moduleOf(LAZY_SEGMENTER))['LazySegmenter'] as typeof Intl.Segmenter;
  const kinds: Intl.SegmenterOptions[] = [{}, { granularity: 'grapheme' }, { granularity: 'word' }];
  for (const options of kinds) {
    for (const text of TEXTS) {
      const divided = (segmenter: Intl.Segmenter) =>
        Array.from(segmenter.segment(text), ({ segment, index, input }) => ({ segment, index, input }));
      expect(divided(new Lazy('en', options))).toEqual(divided(new Intl.Segmenter('en', options)));
    }
  }
});
