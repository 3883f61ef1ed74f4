import type { ByteRange, ExportState } from '../csexport/cs-object.ts';
import type { ExportRow, Operation } from './export-row.ts';
import { type Rows, TEXT_COLUMNS, TEXT_PLACE } from './row-batch.ts';
import { StoredRows } from './stored-rows.ts';

/** One row of a batch. Each thing that it says is looked up when it is asked for: most are not. */
export class StoredRow implements ExportRow {
  declare readonly id: string;
  declare readonly dn: string;
  declare readonly newDn: string;
  declare readonly name: string;
  declare readonly upn: string;
  declare readonly displayName: string;
  declare readonly sourceAnchor: string;
  declare readonly alias: string;
  declare readonly primarySmtp: string;
  declare readonly onPremisesSamAccountName: string;
  declare readonly mail: string;
  readonly #rows: StoredRows;
  readonly #row: number;

  constructor(rows: StoredRows, row: number) {
    this.#rows = rows;
    this.#row = row;
  }

  static {
    for (const column of TEXT_COLUMNS) {
      Object.defineProperty(StoredRow.prototype, column, {
        get(this: StoredRow) {
          return this.#rows.text(this.#row, TEXT_PLACE[column]);
        },
      });
    }
  }

  get type(): string {
    return this.#rows.type(this.#row);
  }

  get connectorId(): string {
    return this.#rows.connectorId(this.#row);
  }

  get connectorName(): string {
    return this.#rows.connectorName(this.#row);
  }

  get error(): string {
    return this.#rows.error(this.#row);
  }

  get operation(): Operation {
    return this.#rows.operation(this.#row);
  }

  get state(): ExportState {
    return this.#rows.state(this.#row);
  }

  get attributes(): readonly string[] {
    return this.#rows.attributes(this.#row);
  }

  get changedValues(): number {
    return this.#rows.batch.changed[this.#row] ?? 0;
  }

  get range(): ByteRange {
    const { rangeStarts, rangeEnds } = this.#rows.batch;
    return { start: rangeStarts[this.#row] ?? 0, end: rangeEnds[this.#row] ?? 0 };
  }

  get sentOnly(): boolean {
    return this.#rows.batch.sentOnly[this.#row] === 1;
  }

  /** All of it as plain data. */
  whole(): ExportRow {
    return {
      id: this.id,
      connectorId: this.connectorId,
      connectorName: this.connectorName,
      type: this.type,
      operation: this.operation,
      state: this.state,
      dn: this.dn,
      newDn: this.newDn,
      name: this.name,
      upn: this.upn,
      displayName: this.displayName,
      sourceAnchor: this.sourceAnchor,
      alias: this.alias,
      primarySmtp: this.primarySmtp,
      onPremisesSamAccountName: this.onPremisesSamAccountName,
      mail: this.mail,
      attributes: this.attributes,
      changedValues: this.changedValues,
      error: this.error,
      range: this.range,
      sentOnly: this.sentOnly,
    };
  }
}

/** Rows one by one. What each of a batch says is looked up when it is asked for. */
export function* rowsIn(rows: Rows): Generator<ExportRow> {
  if (!('bytes' in rows)) return yield* rows;
  const stored = new StoredRows(rows);
  for (let row = 0; row < rows.size; row++) yield new StoredRow(stored, row);
}

/** A row as plain data. */
export function wholeRow(row: ExportRow): ExportRow {
  return row instanceof StoredRow ? row.whole() : row;
}
