import type { ExportState } from '../csexport/cs-object.ts';
import type { ExportRow, Operation } from './export-row.ts';

/** The columns that hold a text of each row's own, in the order in which a batch has them. */
export const TEXT_COLUMNS = [
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
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** The place of each of {@link TEXT_COLUMNS}. */
export const TEXT_PLACE = Object.fromEntries(
  TEXT_COLUMNS.map((column, place) => [column, place]),
) as Readonly<Record<TextColumn, number>>;

/** What `operations` of a batch counts. */
export const OPERATIONS: readonly Operation[] = [
  'add',
  'update',
  'rename',
  'delete',
  'delete-add',
  'replace',
  'obsolete',
  'other',
];

/**
 * Rows by column, made to be handed from thread to thread without a copy and to be searched as bytes. The text of row
 * `r` in column `c` is `lengths[r * 11 + c]` bytes of UTF-8 in `bytes` from `starts[r * 11 + c]` on; rows and columns
 * that say the same may share their bytes. Whatever is named by a number of a word is `words[number]`.
 */
export interface RowBatch {
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly words: readonly string[];
  readonly types: Uint32Array<ArrayBuffer>;
  readonly connectorIds: Uint32Array<ArrayBuffer>;
  readonly connectorNames: Uint32Array<ArrayBuffer>;
  readonly errors: Uint32Array<ArrayBuffer>;
  /** Names of the changed attributes, all rows one after the other; those of row `r` end before `attributeEnds[r]`. */
  readonly attributes: Uint32Array<ArrayBuffer>;
  readonly attributeEnds: Uint32Array<ArrayBuffer>;
  /** Places in {@link OPERATIONS}. */
  readonly operations: Uint8Array<ArrayBuffer>;
  /** Places in `EXPORT_STATES`. */
  readonly states: Uint8Array<ArrayBuffer>;
  readonly sentOnly: Uint8Array<ArrayBuffer>;
  readonly changed: Float64Array<ArrayBuffer>;
  /** Where the objects stand in their file. It can be larger than 4 GiB: 32 bits do not reach its end. */
  readonly rangeStarts: Float64Array<ArrayBuffer>;
  readonly rangeEnds: Float64Array<ArrayBuffer>;
}

/** What the counts of a table need of a row. */
export type CountedRow = Pick<
  ExportRow,
  'operation' | 'state' | 'type' | 'connectorId' | 'connectorName' | 'error' | 'range' | 'sentOnly'
>;

/** Rows in either form: batches come from the thread that reads, single rows from whoever has few. */
export type Rows = RowBatch | readonly ExportRow[];

/** The memory of rows, for a message that gives it away. */
export function memoryIn(rows: Rows): ArrayBuffer[] {
  return Object.values(rows).flatMap((part: unknown) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
}

/** What a batch's `states` counts, by state. */
export const STATE_PLACE: Readonly<Record<ExportState, number>> = {
  unapplied: 0,
  escrowed: 1,
  unconfirmed: 2,
};
