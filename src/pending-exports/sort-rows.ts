import { EXPORT_STATES } from '../csexport/cs-object.ts';
import type { ColumnId } from './columns.ts';
import type { Operation } from './export-row.ts';
import type { ExportTable } from './export-table.ts';
import { compareTexts, orderOfTexts } from './text-order.ts';

type Direction = 'ascending' | 'descending';

/** By what rows are sorted. */
export interface Sort {
  readonly column: ColumnId;
  readonly direction: Direction;
}

/** Operations by how much they can harm, the worst first. */
const OPERATION_ORDER: readonly Operation[] = [
  'delete',
  'delete-add',
  'replace',
  'rename',
  'update',
  'add',
  'obsolete',
  'other',
];

/** Negative where the first comes before the second. */
type Order = (a: number, b: number) => number;

/**
 * The rows in the order of a column. Stable in both directions: rows that are equal keep the order in which they came.
 * Text goes by its lower case, whatever the system's language, then by itself; rows without a text come last both ways.
 * Operations go by how much they can harm, states as an export passes through them.
 */
export function sortRows(table: ExportTable, rows: Int32Array, sort: Sort): Int32Array {
  return Int32Array.from(orderOfPlaces(table, rows, sort), (place) => rows[place] ?? 0);
}

/**
 * Puts rows that were appended to the table into a list that is already sorted: the result is the same as sorting
 * all of them again. `added` are ascending and come after every row of `sorted` in the file.
 */
export function insertSorted(
  table: ExportTable,
  sorted: Int32Array,
  added: Int32Array,
  sort: Sort,
): Int32Array {
  const order = orderOfRows(table, sort);
  const merged = new Int32Array(sorted.length + added.length);
  let taken = 0;
  sortRows(table, added, sort).forEach((row, index) => {
    const place = placeFor(row, sorted, taken, order);
    merged.set(sorted.subarray(taken, place), taken + index);
    merged[place + index] = row;
    taken = place;
  });
  merged.set(sorted.subarray(taken), taken + added.length);
  return merged;
}

/** The first place from `from` on whose row comes after `row`. */
function placeFor(row: number, sorted: Int32Array, from: number, order: Order): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(sorted[middle] ?? 0, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Orders row numbers. */
function orderOfRows(table: ExportTable, { column, direction }: Sort): Order {
  const sign = signOf(direction);
  const numberOf = numberIn(table, column);
  return numberOf === null
    ? (a, b) => compareTexts(table.text(column, a), table.text(column, b), sign)
    : (a, b) => sign * (numberOf(a) - numberOf(b));
}

/** The places of `rows` in the order of a column: what is compared is made ready once. */
function orderOfPlaces(table: ExportTable, rows: Int32Array, { column, direction }: Sort): Iterable<number> {
  const sign = signOf(direction);
  const numberOf = numberIn(table, column);
  if (numberOf === null)
    return orderOfTexts(
      Array.from(rows, (row) => table.text(column, row)),
      sign,
    );
  const numbers = Float64Array.from(rows, numberOf);
  return Array.from(rows.keys()).sort((a, b) => sign * ((numbers[a] ?? 0) - (numbers[b] ?? 0)));
}

/** What a column is sorted by where that is a number; null where it is its text. */
function numberIn(table: ExportTable, column: ColumnId): ((row: number) => number) | null {
  switch (column) {
    case 'changed':
      return (row) => table.number(column, row);
    case 'operation':
      return (row) => OPERATION_ORDER.indexOf(table.operation(row));
    case 'state':
      return (row) => EXPORT_STATES.indexOf(table.state(row));
    default:
      return null;
  }
}

function signOf(direction: Direction): number {
  return direction === 'ascending' ? 1 : -1;
}
