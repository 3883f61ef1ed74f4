import type { ErrorDetail, ExportState } from '../../src/csexport/cs-object.ts';
import type { ExportDetails, ObjectDetails } from '../../src/pending-exports/object-details.ts';
import { cellWidth, wrap } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Meaning } from '../theme.ts';
import { changeBlocks } from './change-lines.ts';
import { operationMeaning } from './format-row.ts';
import { keyOf } from './key-of.ts';
import { block, type DetailLine, type LineBlock, LineList } from './line-blocks.ts';
import { counted } from './load-text.ts';
import { type DetailLayout, valueBlock, valueInWords } from './value-lines.ts';

const STATES: Readonly<Record<ExportState, string>> = {
  unapplied: 'not sent yet',
  escrowed: 'sent, result not known',
  unconfirmed: 'sent, not confirmed by an import',
};

/** One object in full as lines, the most urgent first: who it is, errors, each export, then its state. */
export function objectLines(details: ObjectDetails, layout: DetailLayout): LineList {
  return new LineList([
    headBlock(details, layout),
    ...details.errors.map((error, index) => errorBlock(error, index, layout)),
    ...importBlock(details, layout),
    ...details.exports.flatMap((one) => exportBlocks(one, layout)),
    factsBlock(details, layout),
  ]);
}

const LABEL_CELLS = 10;

function headBlock({ name, type, id, dn, identity }: ObjectDetails, layout: DetailLayout): LineBlock {
  const decoded = dn.text !== dn.whole && dn.text !== name ? labelled('', `= ${dn.text}`, layout) : [];
  const upn = identity.upn !== '' && identity.upn !== name ? labelled('UPN', identity.upn, layout) : [];
  return block('head', [
    ...labelled('Name', name, layout, 'heading'),
    ...labelled('Type', type, layout),
    ...upn,
    ...labelled('DN', dn.whole, layout),
    ...decoded,
    ...labelled('ID', id, layout),
  ]);
}

function errorBlock(error: ErrorDetail, index: number, layout: DetailLayout): LineBlock {
  const { direction, type, code, literal, detail, first, last, retries } = error;
  const title = [
    `${layout.theme.mark.danger} ${direction} error`,
    type,
    code === null ? null : `code ${code}`,
  ];
  const times = [
    first === null ? null : `first ${first}`,
    last === null ? null : `last ${last}`,
    retries === null ? null : counted(retries, 'retry', 'retries'),
  ];
  return block(`error ${index}`, [
    empty(),
    ...text(title.filter((part) => part !== null && part !== '').join(': '), layout, 'danger'),
    ...[literal, detail].flatMap((part) => (part ? text(part, layout, 'plain', '  ') : [])),
    ...text(times.filter((part) => part !== null).join(', '), layout, 'plain', '  '),
  ]);
}

function importBlock({ pendingImport }: ObjectDetails, layout: DetailLayout): readonly LineBlock[] {
  if (pendingImport === null) return [];
  const { operation, attributes, newDn } = pendingImport;
  const what = [
    attributes.length === 0 ? '' : ` of ${attributes.join(', ')}`,
    newDn === null ? '' : `, new DN ${newDn}`,
  ].join('');
  const said = `An import waits as well: ${operation}${what}. What is said here of "before" can be out of date.`;
  return [block('import', [empty(), ...text(said, layout, 'warning')])];
}

function exportBlocks(one: ExportDetails, layout: DetailLayout): readonly LineBlock[] {
  const { state, operation, dn, newDn, changes, unchanged, disagreements } = one;
  const { mark } = layout.theme;
  const key = state;
  const head: DetailLine[] = [
    empty(),
    ...text(
      `${mark.operation[operation]} ${operation} (${STATES[state]})`,
      layout,
      operationMeaning(operation),
    ),
  ];
  if (newDn !== null) {
    head.push(
      ...text(`from ${dn.whole}`, layout, 'plain', '  ', dn.whole),
      ...text(`${mark.arrow} to ${newDn.whole}`, layout, 'rename', '  ', newDn.whole),
    );
  }
  if (operation === 'delete') {
    head.push(...text('The whole object is deleted. What it has today:', layout, 'delete', '  '));
  } else if (changes.length === 0 && newDn === null) {
    head.push(...text('It names no attribute.', layout, 'muted', '  '));
  }
  if (disagreements.length > 0) {
    const said = `${mark.danger} ${counted(disagreements.length, 'disagreement')} in what the file says of it, below`;
    head.push(...text(said, layout, 'warning', '  '));
  }
  return [
    block(key, head),
    ...changes.flatMap((change, index) => changeBlocks(`${key} ${index}`, change, layout)),
    block(
      `${key} disagreements`,
      disagreements.flatMap(({ attribute, what }) =>
        text(`${mark.danger} ${attribute}: ${what}`, layout, 'warning', '  '),
      ),
    ),
    ...unchangedBlocks(key, operation === 'delete', unchanged, layout),
  ];
}

/** What the export leaves alone, in one line until it is asked for; of a delete it is what goes, and always shown. */
function unchangedBlocks(
  key: string,
  goes: boolean,
  unchanged: ExportDetails['unchanged'],
  layout: DetailLayout,
): readonly LineBlock[] {
  if (unchanged.length === 0) return [];
  const title = `${counted(unchanged.length, 'other attribute')} unchanged${layout.expanded ? '' : ` (${keyOf('object.expand')} shows them)`}`;
  const head = goes ? [] : [empty(), ...text(title, layout, 'muted', '  ')];
  const titled = block(`${key} unchanged`, head);
  if (!goes && !layout.expanded) return [titled];
  return [titled, ...unchanged.flatMap((one) => keptBlocks(`${key} ${one.attribute}`, one, goes, layout))];
}

/** One attribute that is not changed by itself: on one line where its value fits. */
function keptBlocks(
  key: string,
  kept: ExportDetails['unchanged'][number],
  goes: boolean,
  layout: DetailLayout,
): readonly LineBlock[] {
  const [sign, meaning] = goes ? (['-', 'delete'] as const) : ([' ', 'plain'] as const);
  const { attribute, values } = kept;
  const [only] = values;
  const said =
    only === undefined || values.length > 1
      ? null
      : `  ${sign} ${printable(attribute)}: ${valueInWords(kept, only, layout)}`;
  const fits = said !== null && !layout.whole && cellWidth(said) <= layout.width;
  const title = text(`${sign} ${attribute}`, layout, 'heading', '  ');
  return [
    block(`${key} name`, fits ? [{ text: said, meaning, copies: only ?? '' }] : title),
    valueBlock(`${key} kept`, kept, fits ? [] : values, sign, meaning, layout),
  ];
}

function factsBlock({ facts }: ObjectDetails, layout: DetailLayout): LineBlock {
  if (facts.length === 0) return block('facts', []);
  return block('facts', [
    empty(),
    ...text('State', layout, 'heading'),
    ...facts.flatMap(({ label, value }) => text(`${label}: ${value}`, layout, 'plain', '  ', value)),
  ]);
}

/** A text over as many lines as it needs, each of which copies `copies`, the text itself where nothing else is said. */
function text(
  said: string,
  layout: DetailLayout,
  meaning: Meaning,
  indent = '',
  copies = said,
): readonly DetailLine[] {
  if (said === '') return [];
  return wrap(printable(said), layout.width - indent.length).map((line) => ({
    text: indent + line,
    meaning,
    copies,
  }));
}

function labelled(
  label: string,
  said: string,
  layout: DetailLayout,
  meaning: Meaning = 'plain',
): readonly DetailLine[] {
  const indent = ' '.repeat(LABEL_CELLS);
  return text(said, layout, meaning, indent).map((line, index) =>
    index === 0 ? { ...line, text: label.padEnd(LABEL_CELLS) + line.text.slice(LABEL_CELLS) } : line,
  );
}

function empty(): DetailLine {
  return { text: '', meaning: 'plain', copies: '' };
}
