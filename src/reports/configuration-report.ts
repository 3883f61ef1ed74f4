import type { Comparison, Difference } from '../configuration/difference.ts';
import { configurationHtml } from './configuration-html.ts';
import { configurationMarkdown } from './configuration-markdown.ts';
import { BYTE_ORDER_MARK, csvLines } from './csv.ts';

export const CONFIGURATION_FORMATS = ['text', 'json', 'markdown', 'html', 'csv'] as const;
export type ConfigurationFormat = (typeof CONFIGURATION_FORMATS)[number];

/** The columns of the CSV, and the keys of a difference in JSON: a promise to the programs that read them. */
const DIFFERENCE_KEYS = [
  'heading',
  'area',
  'connector',
  'item',
  'setting',
  'active',
  'staging',
  'effect',
  'remedy',
] as const satisfies readonly (keyof Difference)[];

/** The comparison as a file of this format. `all`: with what is ignored, which is only counted otherwise. */
export function configurationReport(
  format: Exclude<ConfigurationFormat, 'text'>,
  comparison: Comparison,
  all: boolean,
): string {
  const shown = shownDifferences(comparison, all);
  switch (format) {
    case 'json':
      return `${JSON.stringify({ counts: comparison.counts, differences: shown.map(inOrder) }, null, 1)}\n`;
    case 'csv':
      return BYTE_ORDER_MARK + csvLines([DIFFERENCE_KEYS, ...shown.map(cells)], { raw: false });
    case 'markdown':
      return configurationMarkdown(comparison, shown);
    case 'html':
      return configurationHtml(comparison, shown);
    default:
      return format satisfies never;
  }
}

/** The differences that a report lists. */
export function shownDifferences({ differences }: Comparison, all: boolean): readonly Difference[] {
  return all ? differences : differences.filter(({ heading }) => heading !== 'ignored');
}

function inOrder(difference: Difference): Partial<Difference> {
  return Object.fromEntries(DIFFERENCE_KEYS.map((key) => [key, difference[key]]));
}

function cells(difference: Difference): string[] {
  return DIFFERENCE_KEYS.map((key) => difference[key] ?? '');
}
