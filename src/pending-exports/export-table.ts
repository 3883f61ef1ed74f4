import type { ByteRange, ExportState } from '../csexport/cs-object.ts';
import type { ColumnId } from './columns.ts';
import { DnIndex } from './dn-index.ts';
import type { ExportRow, Operation } from './export-row.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { roughCells } from './rough-cells.ts';
import { type Rows, TEXT_PLACE } from './row-batch.ts';
import { batchOf } from './row-builder.ts';
import { StoredRow } from './stored-row.ts';
import { StoredRows } from './stored-rows.ts';

/** The columns of which the table knows how wide each text is. */
const MEASURED = ['operation', 'type', 'name', 'upn', 'attributes', 'changed'] as const;
type MeasuredColumn = (typeof MEASURED)[number];

/** Wider than this no column can be shown: to know more is of no use. */
const WIDEST = 255;

function bytes(): GrowingNumbers<Uint8Array> {
  return new GrowingNumbers((length) => new Uint8Array(length));
}

/** Rows that came together: `first` is the number of their first one. */
interface Chunk {
  readonly first: number;
  readonly end: number;
  readonly file: number;
  readonly rows: StoredRows;
}

/**
 * The pending exports that were read, kept by column in the batches in which they came: bytes and numbers, no strings.
 * Rows are only ever added, and keep their numbers: what is shown, and in which order, are lists of row numbers
 * (see filter-rows and sort-rows).
 */
export class ExportTable {
  #size = 0;
  readonly #chunks: Chunk[] = [];
  /** The chunk that was asked last: the next row is mostly in it too. */
  #last: Chunk | null = null;
  readonly #cells: Readonly<Record<MeasuredColumn, GrowingNumbers<Uint8Array>>> = {
    operation: bytes(),
    type: bytes(),
    name: bytes(),
    upn: bytes(),
    attributes: bytes(),
    changed: bytes(),
  };
  readonly #byDn = new DnIndex((row) => this.text('dn', row));
  readonly #byNewDn = new DnIndex((row) => this.text('newDn', row));

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /** Adds rows at the end. `file` is the number of their file in the list that is loaded. A batch must not change afterwards. */
  append(file: number, rows: Rows): void {
    const batch = batchOf(rows);
    if (batch.size === 0) return;
    const first = this.#size;
    this.#size += batch.size;
    this.#chunks.push({ first, end: this.#size, file, rows: new StoredRows(batch) });
    for (let row = first; row < this.#size; row += 1) this.#measure(row);
  }

  /** One row, whole. Throws a RangeError where there is none. */
  row(index: number): ExportRow {
    return this.peek(index).whole();
  }

  /** One row of which little is asked: each thing is looked up when it is. Throws a RangeError where there is none. */
  peek(index: number): StoredRow {
    const chunk = this.#chunkOf(index);
    return new StoredRow(chunk.rows, index - chunk.first);
  }

  /** What a column shows of a row, as the input has it: print it through `printable`. '' past the end. */
  text(column: ColumnId, index: number): string {
    if (index < 0 || index >= this.#size) return '';
    const { rows, first } = this.#chunkOf(index);
    const row = index - first;
    switch (column) {
      case 'review':
        return '';
      case 'operation':
        return rows.operation(row);
      case 'type':
        return rows.type(row);
      case 'attributes':
        return rows.attributes(row).join(', ');
      case 'changed':
        return String(rows.batch.changed[row]);
      case 'state':
        return rows.state(row);
      case 'connector':
        return rows.connectorName(row) || rows.connectorId(row);
      case 'error':
        return rows.error(row);
      default:
        return rows.text(row, TEXT_PLACE[column]);
    }
  }

  /** The number that a column of numbers holds; for every other column 0. */
  number(column: ColumnId, index: number): number {
    return column === 'changed' ? this.peek(index).changedValues : 0;
  }

  /** About how many cells the text of each row takes on a screen, 255 where more: see {@link roughCells}. Good until the next row is added. */
  cells(column: MeasuredColumn): Uint8Array {
    return this.#cells[column].numbers;
  }

  operation(index: number): Operation {
    const { rows, first } = this.#chunkOf(index);
    return rows.operation(index - first);
  }

  type(index: number): string {
    const { rows, first } = this.#chunkOf(index);
    return rows.type(index - first);
  }

  state(index: number): ExportState {
    const { rows, first } = this.#chunkOf(index);
    return rows.state(index - first);
  }

  /** Where the row's object stands in its file, in bytes. */
  range(index: number): ByteRange {
    return this.peek(index).range;
  }

  /** The number of the row's file in the list that is loaded. */
  file(index: number): number {
    return this.#chunkOf(index).file;
  }

  /**
   * The name of the object with this DN, whatever its capitals, or that gets this DN; '' where the table has none.
   * The first question, and each that follows new rows, takes time in proportion to those rows.
   */
  nameOfDn(dn: string): string {
    const row = this.#byDn.find(dn, this.#size) ?? this.#byNewDn.find(dn, this.#size);
    return row === null ? '' : this.text('name', row);
  }

  #measure(index: number): void {
    for (const column of MEASURED) {
      this.#cells[column].push(Math.min(WIDEST, roughCells(this.text(column, index))));
    }
  }

  #chunkOf(index: number): Chunk {
    const last = this.#last;
    if (last !== null && index >= last.first && index < last.end) return last;
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#chunks[middle]?.first ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const chunk = this.#chunks[low];
    if (chunk === undefined || !(index >= chunk.first && index < chunk.end)) {
      throw new RangeError(`There is no row ${index}.`);
    }
    this.#last = chunk;
    return chunk;
  }
}
