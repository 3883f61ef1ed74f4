// What the packages do while they load, and no first screen needs: put off until it is needed. The build fails where a
// package no longer reads as it is known here.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Characters that are one cell wide each, also side by side: no rule of clusters or emoji applies to them. */
export const SURELY_NARROW =
  '\\u0020-\\u007e\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0391-\\u03a1\\u03a3-\\u03ff\\u0400-\\u0482\\u048a-\\u052f' +
  '\\u1e00-\\u1eff\\u2010-\\u2027\\u2190-\\u2193\\u221a\\u2500-\\u25a9\\u25b2\\u25ba\\u25bc\\u25c4\\u25cb\\u25cf';

/**
 * The source of string-width, which builds the table of all emoji (some 40 ms) while it loads, and looks every
 * character up in it: here once a text holds something else than surely narrow characters.
 */
export function quickStringWidth(source: string): string {
  const lazy = once(
    source,
    'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    "let allEmoji;\nconst rgiEmojiRegex = {test: text => (allEmoji ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text)};",
  );
  return once(
    lazy,
    'if (/^[\\u0020-\\u007E]*$/.test(string)) {',
    `if (/^[${SURELY_NARROW}]*$/.test(string)) {`,
  );
}

/**
 * Packages that make a segmenter while they load get one that is made when it is used: the first costs 20 ms. Where
 * each character is a cluster of its own, and styles stand between, none is.
 */
export const LAZY_SEGMENTER = `
const { Segmenter } = Intl;
const SINGLE = /^[${SURELY_NARROW}\\n\\u001b]*$/;
export class LazySegmenter {
  #locales;
  #options;
  #made;
  constructor(locales, options) { this.#locales = locales; this.#options = options; }
  segment(input) {
    if ((this.#options?.granularity ?? 'grapheme') === 'grapheme' && SINGLE.test(input)) {
      return Array.from(input, (segment, index) => ({ segment, index, input }));
    }
    return (this.#made ??= new Segmenter(this.#locales, this.#options)).segment(input);
  }
}`;

/** Conf loads a validator of JSON schemas, which is used where a schema is given: none is. */
const NO_SCHEMAS = `
export class Ajv2020 { constructor() { throw new Error('This build has no JSON schemas.'); } }
export default { default() {} };`;

/** An esbuild plugin that puts these in. Its build also needs the settings of {@link startUpSettings}. */
export const quickStart: Plugin = {
  name: 'quick-start',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, async ({ path }) => ({
      contents: quickStringWidth(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    plugin.onResolve({ filter: /^(lazy-segmenter|ajv\/dist\/2020\.js|ajv-formats)$/ }, ({ path }) => ({
      path,
      namespace: 'quick-start',
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'quick-start' }, ({ path }) => ({
      contents: path === 'lazy-segmenter' ? LAZY_SEGMENTER : NO_SCHEMAS,
    }));
  },
};

/** Yoga asks fetch() for the bytes that it holds itself; Node then loads its whole HTTP client (40 ms). */
export const startUpSettings = {
  inject: ['lazy-segmenter'],
  define: { fetch: 'undefined', 'Intl.Segmenter': 'LazySegmenter' },
};

function once(source: string, known: string, instead: string): string {
  if (source.split(known).length !== 2) throw new Error(`The build expects this once in a package: ${known}`);
  return source.replace(known, () => instead);
}
