import { EXPORT_STATES, type ExportState } from '../csexport/cs-object.ts';
import type { Operation } from './export-row.ts';
import { OPERATIONS, type RowBatch, TEXT_COLUMNS } from './row-batch.ts';

const COLUMNS = TEXT_COLUMNS.length;

/** Reads what a batch says of its rows; a text becomes a string when it is asked for. */
export class StoredRows {
  readonly batch: RowBatch;
  readonly #bytes: Buffer;

  constructor(batch: RowBatch) {
    this.batch = batch;
    this.#bytes = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.byteLength);
  }

  /** A text of a row; `place` is the column's among the columns of texts. */
  text(row: number, place: number): string {
    const at = row * COLUMNS + place;
    const start = this.batch.starts[at] ?? 0;
    const length = this.batch.lengths[at] ?? 0;
    return length === 0 ? '' : this.#bytes.toString('utf8', start, start + length);
  }

  type(row: number): string {
    return this.#word(this.batch.types[row]);
  }

  connectorId(row: number): string {
    return this.#word(this.batch.connectorIds[row]);
  }

  connectorName(row: number): string {
    return this.#word(this.batch.connectorNames[row]);
  }

  error(row: number): string {
    return this.#word(this.batch.errors[row]);
  }

  attributes(row: number): readonly string[] {
    const { attributes, attributeEnds } = this.batch;
    const start = row === 0 ? 0 : (attributeEnds[row - 1] ?? 0);
    return Array.from(attributes.subarray(start, attributeEnds[row]), (word) => this.#word(word));
  }

  operation(row: number): Operation {
    return OPERATIONS[this.batch.operations[row] ?? 0] ?? 'other';
  }

  state(row: number): ExportState {
    return EXPORT_STATES[this.batch.states[row] ?? 0] ?? 'unapplied';
  }

  #word(word: number | undefined): string {
    return this.batch.words[word ?? 0] ?? '';
  }
}
