import type { ByteRange, ExportState } from '../csexport/cs-object.ts';
import type { ColumnId } from './columns.ts';
import { Dictionary } from './dictionary.ts';
import { DnIndex } from './dn-index.ts';
import type { ExportRow, Operation } from './export-row.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { roughCells } from './rough-cells.ts';

/** The columns that hold a text of each row's own. */
const TEXTS = [
  'id',
  'dn',
  'newDn',
  'name',
  'upn',
  'displayName',
  'sourceAnchor',
  'alias',
  'primarySmtp',
  'onPremisesSamAccountName',
  'mail',
] as const;
type TextColumn = (typeof TEXTS)[number];

/** The columns of which the table knows how wide each text is. */
const MEASURED = ['operation', 'type', 'name', 'upn', 'attributes', 'changed'] as const;
type MeasuredColumn = (typeof MEASURED)[number];

/** Wider than this no column can be shown: to know more is of no use. */
const WIDEST = 255;

function bytes(): GrowingNumbers<Uint8Array> {
  return new GrowingNumbers((length) => new Uint8Array(length));
}

function itself<T extends string>(value: T): string {
  return value;
}

/**
 * The pending exports that were read, kept by column. Rows are only ever added, and keep their numbers:
 * what is shown, and in which order, are lists of row numbers (see filter-rows and sort-rows).
 */
export class ExportTable {
  #size = 0;
  readonly #texts: Readonly<Record<TextColumn, string[]>> = {
    id: [],
    dn: [],
    newDn: [],
    name: [],
    upn: [],
    displayName: [],
    sourceAnchor: [],
    alias: [],
    primarySmtp: [],
    onPremisesSamAccountName: [],
    mail: [],
  };
  readonly #types = new Dictionary<string>(itself);
  readonly #operations = new Dictionary<Operation>(itself);
  readonly #states = new Dictionary<ExportState>(itself);
  readonly #connectorIds = new Dictionary<string>(itself);
  readonly #connectorNames = new Dictionary<string>(itself);
  readonly #errors = new Dictionary<string>(itself);
  readonly #attributes = new Dictionary<readonly string[]>((names) => JSON.stringify(names));
  readonly #files = new GrowingNumbers((length) => new Uint16Array(length));
  readonly #changed = new GrowingNumbers((length) => new Float64Array(length));
  // An export can be larger than 4 GiB: 32 bits do not reach its end.
  readonly #starts = new GrowingNumbers((length) => new Float64Array(length));
  readonly #ends = new GrowingNumbers((length) => new Float64Array(length));
  readonly #sentOnly = new GrowingNumbers((length) => new Uint8Array(length));
  readonly #cells: Readonly<Record<MeasuredColumn, GrowingNumbers<Uint8Array>>> = {
    operation: bytes(),
    type: bytes(),
    name: bytes(),
    upn: bytes(),
    attributes: bytes(),
    changed: bytes(),
  };
  readonly #byDn = new DnIndex((row) => this.#texts.dn[row] ?? '');
  readonly #byNewDn = new DnIndex((row) => this.#texts.newDn[row] ?? '');

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /** Adds rows at the end. `file` is the number of their file in the list that is loaded. */
  append(file: number, rows: readonly ExportRow[]): void {
    for (const row of rows) this.#append(file, row);
  }

  /** One row, whole. Throws a RangeError where there is none. */
  row(index: number): ExportRow {
    if (index < 0 || index >= this.#size) throw new RangeError(`There is no row ${index}.`);
    const text = (column: TextColumn) => this.#texts[column][index] ?? '';
    return {
      id: text('id'),
      connectorId: this.#connectorIds.at(index),
      connectorName: this.#connectorNames.at(index),
      type: this.#types.at(index),
      operation: this.#operations.at(index),
      state: this.#states.at(index),
      dn: text('dn'),
      newDn: text('newDn'),
      name: text('name'),
      upn: text('upn'),
      displayName: text('displayName'),
      sourceAnchor: text('sourceAnchor'),
      alias: text('alias'),
      primarySmtp: text('primarySmtp'),
      onPremisesSamAccountName: text('onPremisesSamAccountName'),
      mail: text('mail'),
      attributes: this.#attributes.at(index),
      changedValues: this.#changed.at(index),
      error: this.#errors.at(index),
      range: this.range(index),
      sentOnly: this.#sentOnly.at(index) === 1,
    };
  }

  /** What a column shows of a row, as the input has it: print it through `printable`. '' past the end. */
  text(column: ColumnId, index: number): string {
    if (index < 0 || index >= this.#size) return '';
    switch (column) {
      case 'review':
        return '';
      case 'operation':
        return this.#operations.at(index);
      case 'type':
        return this.#types.at(index);
      case 'attributes':
        return this.#attributes.at(index).join(', ');
      case 'changed':
        return String(this.#changed.at(index));
      case 'state':
        return this.#states.at(index);
      case 'connector':
        return this.#connectorNames.at(index) || this.#connectorIds.at(index);
      case 'error':
        return this.#errors.at(index);
      default:
        return this.#texts[column][index] ?? '';
    }
  }

  /** The number that a column of numbers holds; for every other column 0. */
  number(column: ColumnId, index: number): number {
    return column === 'changed' ? this.#changed.at(index) : 0;
  }

  /** About how many cells the text of each row takes on a screen, 255 where more: see {@link roughCells}. Good until the next row is added. */
  cells(column: MeasuredColumn): Uint8Array {
    return this.#cells[column].numbers;
  }

  operation(index: number): Operation {
    return this.#operations.at(index);
  }

  type(index: number): string {
    return this.#types.at(index);
  }

  state(index: number): ExportState {
    return this.#states.at(index);
  }

  /** Where the row's object stands in its file, in bytes. */
  range(index: number): ByteRange {
    return { start: this.#starts.at(index), end: this.#ends.at(index) };
  }

  /** The number of the row's file in the list that is loaded. */
  file(index: number): number {
    return this.#files.at(index);
  }

  /**
   * The name of the object with this DN, whatever its capitals, or that gets this DN; '' where the table has none.
   * The first question, and each that follows new rows, takes time in proportion to those rows.
   */
  nameOfDn(dn: string): string {
    const row = this.#byDn.find(dn, this.#size) ?? this.#byNewDn.find(dn, this.#size);
    return row === null ? '' : this.text('name', row);
  }

  #append(file: number, row: ExportRow): void {
    for (const column of TEXTS) this.#texts[column].push(sharedText(row, column));
    this.#types.push(row.type);
    this.#operations.push(row.operation);
    this.#states.push(row.state);
    this.#connectorIds.push(row.connectorId);
    this.#connectorNames.push(row.connectorName);
    this.#errors.push(row.error);
    this.#attributes.push(row.attributes);
    this.#files.push(file);
    this.#changed.push(row.changedValues);
    this.#starts.push(row.range.start);
    this.#ends.push(row.range.end);
    this.#sentOnly.push(row.sentOnly ? 1 : 0);
    this.#size += 1;
    this.#measure(this.#size - 1);
  }

  #measure(index: number): void {
    for (const column of MEASURED) {
      this.#cells[column].push(Math.min(WIDEST, roughCells(this.text(column, index))));
    }
  }
}

/** Rows come from the worker with every text copied: what a row says twice is kept once. */
function sharedText(row: ExportRow, column: TextColumn): string {
  const text = row[column];
  switch (column) {
    case 'displayName':
      return text === row.name ? row.name : text;
    case 'primarySmtp':
    case 'mail':
      return text === row.upn ? row.upn : text;
    default:
      return text;
  }
}
