import type { ChangeDetails } from '../../src/pending-exports/object-details.ts';
import { cellWidth, truncate } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Meaning } from '../theme.ts';
import { keyOf } from './key-of.ts';
import { block, type DetailLine, type LineBlock } from './line-blocks.ts';
import { grouped } from './load-text.ts';
import { type DetailLayout, valueBlock, valueInWords } from './value-lines.ts';

/** Cells that an attribute stands in. */
const INDENT = 2;

/** One changed attribute: a single value as before → after, many as what is added and deleted, the rest counted. */
export function changeBlocks(key: string, change: ChangeDetails, layout: DetailLayout): readonly LineBlock[] {
  return change.many ? manyValues(key, change, layout) : oneValue(key, change, layout);
}

function oneValue(key: string, change: ChangeDetails, layout: DetailLayout): readonly LineBlock[] {
  const { attribute, operation, from, to } = change;
  const name = printable(attribute);
  if (from === null && to === null) {
    const unknown = `${name}: ${operation}, the file does not say the value`;
    return [block(`${key} name`, [line(unknown, 'plain', '', layout)])];
  }
  const said = `${name}: ${wordsFor(change, from, layout)} ${layout.theme.mark.arrow} ${wordsFor(change, to, layout)}`;
  const fits = !layout.whole && cellWidth(said) + INDENT <= layout.width;
  const meaning: Meaning = fits ? (to === null ? 'delete' : 'plain') : 'heading';
  const title = fits ? said : `${name}: ${operation}`;
  const values = (value: string | null): readonly string[] => (value === null || fits ? [] : [value]);
  return [
    block(`${key} name`, [line(title, meaning, to ?? from ?? '', layout)]),
    valueBlock(`${key} from`, change, values(from), '-', 'delete', layout),
    valueBlock(`${key} to`, change, values(to), '+', 'add', layout),
  ];
}

function wordsFor(change: ChangeDetails, value: string | null, layout: DetailLayout): string {
  return value === null ? '(none)' : valueInWords(change, value, layout);
}

function manyValues(key: string, change: ChangeDetails, layout: DetailLayout): readonly LineBlock[] {
  const { attribute, operation, added, deleted, unchanged, before } = change;
  const counts = [
    added.length > 0 ? `${grouped(added.length)} added` : null,
    deleted.length > 0 ? `${grouped(deleted.length)} deleted` : null,
    unchanged.length > 0
      ? `${grouped(unchanged.length)} unchanged${layout.expanded ? '' : ` (${keyOf('object.expand')} shows them)`}`
      : null,
  ].filter((part) => part !== null);
  const unsaid =
    operation === 'delete' && deleted.length === 0 && before === null
      ? 'all values deleted; the file does not say which'
      : 'no value';
  const said = counts.length > 0 ? counts.join(', ') : unsaid;
  const title = `${printable(attribute)}: ${operation}, ${said}`;
  return [
    block(`${key} name`, [line(title, 'heading', '', layout)]),
    valueBlock(`${key} added`, change, added, '+', 'add', layout),
    valueBlock(`${key} deleted`, change, deleted, '-', 'delete', layout),
    ...(layout.expanded
      ? [valueBlock(`${key} unchanged`, change, unchanged, ' ', 'plain' as const, layout)]
      : []),
  ];
}

function line(text: string, meaning: Meaning, copies: string, layout: DetailLayout): DetailLine {
  return {
    text: truncate(' '.repeat(INDENT) + text, layout.width, layout.theme.mark.ellipsis),
    meaning,
    copies,
  };
}
