import { decodeDn } from '../csexport/values/decode-dn.ts';
import {
  type AttributeDifference,
  changeDifferences,
  type OneSided,
  type PartDifference,
} from '../pending-exports/comparison/change-differences.ts';
import { mergedChanges } from '../pending-exports/comparison/merged-changes.ts';
import type { PendingExport } from '../pending-exports/pending-export.ts';
import { truncate, wrap } from '../terminal/cells.ts';
import { printable } from '../terminal/printable.ts';
import type { ComparisonItem } from './comparison-report.ts';
import type { PlainLayout } from './plain-exports.ts';

/** Of one side of one attribute; the rest is counted, and JSON has it all. */
const SHOWN_VALUES = 10;
/** Cells of one value: a photo need not be read. */
const LONGEST_VALUE = 300;

const MARKS: Readonly<Record<string, string>> = {
  add: '+',
  update: '~',
  rename: '>',
  delete: '-',
  'delete-add': '!',
  replace: '=',
};
const PARTS: Readonly<Record<PartDifference['part'], string>> = {
  type: 'type',
  operation: 'operation',
  dn: 'DN',
  newDn: 'new DN',
};

/**
 * One item of a comparison for people: operation, type and name; the DN where that says more; then the attributes that
 * it changes, or, where both sides change the object, the values that one side alone adds (`+`) or deletes (`-`).
 */
export function itemLines(item: ComparisonItem, layout: PlainLayout): string[] {
  const record = item.b ?? item.a;
  if (record === null) return [];
  const details =
    item.a !== null && item.b !== null
      ? differenceLines(item.a, item.b, layout)
      : attributeLines(record, layout);
  return [...nameLines(record, layout), ...details];
}

function nameLines(record: PendingExport, layout: PlainLayout): string[] {
  const operation = record.operation === 'update' && record.newDn !== null ? 'rename' : record.operation;
  const state = record.state === 'unapplied' ? '' : ` (${record.state})`;
  const named = `${MARKS[operation] ?? '?'} ${operation}${state} ${record.type} ${record.name}`;
  const saysMore = decodeDn(record.dn) === null && record.dn !== record.name;
  return [
    ...deep(2, named, layout),
    ...(saysMore ? deep(6, record.dn, layout) : []),
    ...(record.newDn === null ? [] : deep(6, `new DN: ${shown(record.newDn, layout)}`, layout)),
  ];
}

function attributeLines(record: PendingExport, layout: PlainLayout): string[] {
  const changes = mergedChanges(record);
  if (changes.length === 0) return [];
  const values = changes.reduce((sum, { added, deleted }) => sum + added.length + deleted.length, 0);
  const names = changes.map(({ attribute }) => attribute).join(', ');
  return deep(6, `${names} (${values === 1 ? '1 value' : `${values.toLocaleString('en')} values`})`, layout);
}

function differenceLines(a: PendingExport, b: PendingExport, layout: PlainLayout): string[] {
  const { parts, attributes } = changeDifferences(a, b);
  return [
    ...parts.flatMap((part) =>
      deep(6, `${PARTS[part.part]}: ${said(part.a, layout)} in A, ${said(part.b, layout)} in B`, layout),
    ),
    ...attributes.flatMap((difference) => attributeDifference(difference, layout)),
  ];
}

function said(text: string | null, layout: PlainLayout): string {
  return text === null ? 'none' : shown(text, layout);
}

function attributeDifference(difference: AttributeDifference, layout: PlainLayout): string[] {
  const { attribute, operation, onlyA, onlyB } = difference;
  return [
    ...deep(6, `${attribute}${whoChangesIt(operation)}`, layout),
    ...sideLines('A', onlyA, layout),
    ...sideLines('B', onlyB, layout),
  ];
}

function whoChangesIt({ a, b }: AttributeDifference['operation']): string {
  if (a === null) return ', only in B';
  if (b === null) return ', only in A';
  return a === b ? '' : `, ${a} in A, ${b} in B`;
}

function sideLines(side: 'A' | 'B', { added, deleted }: OneSided, layout: PlainLayout): string[] {
  const values = [
    ...deleted.map((value) => `- ${shown(value, layout)}`),
    ...added.map((value) => `+ ${shown(value, layout)}`),
  ];
  const more = values.length - SHOWN_VALUES;
  return [
    ...values.slice(0, SHOWN_VALUES).flatMap((value) => deep(8, `${side} ${value}`, layout)),
    ...(more > 0 ? deep(8, `${side} and ${more.toLocaleString('en')} more`, layout) : []),
  ];
}

/** A value as it stands, but for the anchor in a DN of Entra ID, and for what is too long. */
function shown(value: string, { ascii }: PlainLayout): string {
  // Cut first by units: a value may have a million.
  const text = printable((decodeDn(value)?.text ?? value).slice(0, LONGEST_VALUE * 8));
  return truncate(text, LONGEST_VALUE, ascii ? '~' : '…');
}

/** A text as lines that fit, all but the first two cells deeper. */
function deep(depth: number, text: string, { width }: PlainLayout): string[] {
  const [first = '', ...others] = wrap(printable(text), Math.max(20, width - depth - 2));
  return [' '.repeat(depth) + first, ...others.map((line) => ' '.repeat(depth + 2) + line)];
}
