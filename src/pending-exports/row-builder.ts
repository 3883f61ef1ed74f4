import type { ExportState } from '../csexport/cs-object.ts';
import { AMPERSAND, CARRIAGE_RETURN } from '../csexport/markup-bytes.ts';
import { ByteWords } from './byte-words.ts';
import type { ExportRow, Operation } from './export-row.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { OPERATIONS, type RowBatch, type Rows, STATE_PLACE, TEXT_COLUMNS, TEXT_PLACE } from './row-batch.ts';
import { LONGEST_TEXT } from './short-text.ts';

const COLUMNS = TEXT_COLUMNS.length;
/** Bytes that a UTF-16 unit takes in UTF-8 at most. */
const UNIT_BYTES = 3;

/** What a row says beside its texts. Words are numbers of {@link RowBuilder.words}. */
export interface RowFacts {
  readonly type: number;
  readonly connectorId: number;
  readonly connectorName: number;
  readonly error: number;
  readonly operation: Operation;
  readonly state: ExportState;
  readonly sentOnly: boolean;
  readonly changed: number;
  readonly rangeStart: number;
  readonly rangeEnd: number;
}

/** Puts rows together into batches: from bytes as they stand in a file, or from whole rows. */
export class RowBuilder {
  /** Every word so far, over all batches. */
  readonly words = new ByteWords();
  #size = 0;
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #filled = 0;
  readonly #starts = uint32();
  readonly #lengths = uint32();
  readonly #types = uint32();
  readonly #connectorIds = uint32();
  readonly #connectorNames = uint32();
  readonly #errors = uint32();
  readonly #attributes = uint32();
  readonly #attributeEnds = uint32();
  readonly #operations = uint8();
  readonly #states = uint8();
  readonly #sentOnly = uint8();
  readonly #changed = float64();
  readonly #rangeStarts = float64();
  readonly #rangeEnds = float64();
  /** The texts of the row that is being made. */
  readonly #rowStarts = new Uint32Array(COLUMNS);
  readonly #rowLengths = new Uint32Array(COLUMNS);

  /** How many rows wait to be taken. */
  get size(): number {
    return this.#size;
  }

  /** Begins a row: all its texts are '' at first. */
  begin(): void {
    this.#rowLengths.fill(0);
  }

  /**
   * Gives the row a text from bytes that stand for themselves. Gives false, and does nothing, where they may not: they
   * hold a reference or a line end, or are too many to be kept as they are.
   */
  copy(column: number, bytes: Buffer, start: number, end: number): boolean {
    const length = end - start;
    if (length > LONGEST_TEXT) return false;
    this.#makeRoom(length);
    const into = this.#bytes;
    const shift = this.#filled - start;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === AMPERSAND || byte === CARRIAGE_RETURN) return false;
      into[at + shift] = byte;
    }
    this.#rowStarts[column] = this.#filled;
    this.#rowLengths[column] = length;
    this.#filled += length;
    return true;
  }

  /** Gives the row a text. */
  write(column: number, text: string): void {
    this.#makeRoom(text.length * UNIT_BYTES);
    const length = text === '' ? 0 : this.#bytes.write(text, this.#filled);
    this.#rowStarts[column] = this.#filled;
    this.#rowLengths[column] = length;
    this.#filled += length;
  }

  /** Gives the row in one column what it has in another. */
  share(column: number, other: number): void {
    this.#rowStarts[column] = this.#rowStarts[other] ?? 0;
    this.#rowLengths[column] = this.#rowLengths[other] ?? 0;
  }

  /** Adds the name of a changed attribute to the row. */
  addAttribute(word: number): void {
    this.#attributes.push(word);
  }

  /** Ends the row. */
  end(facts: RowFacts): void {
    this.#starts.append(this.#rowStarts);
    this.#lengths.append(this.#rowLengths);
    this.#attributeEnds.push(this.#attributes.size);
    this.#types.push(facts.type);
    this.#connectorIds.push(facts.connectorId);
    this.#connectorNames.push(facts.connectorName);
    this.#errors.push(facts.error);
    this.#operations.push(OPERATIONS.indexOf(facts.operation));
    this.#states.push(STATE_PLACE[facts.state]);
    this.#sentOnly.push(facts.sentOnly ? 1 : 0);
    this.#changed.push(facts.changed);
    this.#rangeStarts.push(facts.rangeStart);
    this.#rangeEnds.push(facts.rangeEnd);
    this.#size++;
  }

  /** Drops all rows but the first `size`, and the one that was begun. */
  rewind(size: number): void {
    const perRow = [
      this.#attributeEnds,
      this.#types,
      this.#connectorIds,
      this.#connectorNames,
      this.#errors,
      this.#operations,
      this.#states,
      this.#sentOnly,
      this.#changed,
      this.#rangeStarts,
      this.#rangeEnds,
    ];
    for (const numbers of perRow) numbers.truncate(size);
    this.#starts.truncate(size * COLUMNS);
    this.#lengths.truncate(size * COLUMNS);
    this.#attributes.truncate(size === 0 ? 0 : this.#attributeEnds.at(size - 1));
    this.#size = size;
  }

  /** Adds a row that is there whole. What it says twice is kept once. */
  add(row: ExportRow): void {
    const { words } = this;
    this.begin();
    for (const [column, name] of TEXT_COLUMNS.entries()) {
      const shared = sharedColumn(row, name);
      if (shared === null) this.write(column, row[name]);
      else this.share(column, shared);
    }
    for (const name of row.attributes) this.addAttribute(words.numberOfText(name));
    this.end({
      type: words.numberOfText(row.type),
      connectorId: words.numberOfText(row.connectorId),
      connectorName: words.numberOfText(row.connectorName),
      error: words.numberOfText(row.error),
      operation: row.operation,
      state: row.state,
      sentOnly: row.sentOnly,
      changed: row.changedValues,
      rangeStart: row.range.start,
      rangeEnd: row.range.end,
    });
  }

  /** The rows that were ended, which are gone from here then. Its memory belongs to nobody else. */
  take(): RowBatch {
    const words = new BatchWords(this.words);
    const batch = {
      size: this.#size,
      bytes: Uint8Array.prototype.slice.call(this.#bytes, 0, this.#filled) as Uint8Array<ArrayBuffer>,
      starts: this.#starts.take(),
      lengths: this.#lengths.take(),
      words: words.list,
      types: words.renumber(this.#types.take()),
      connectorIds: words.renumber(this.#connectorIds.take()),
      connectorNames: words.renumber(this.#connectorNames.take()),
      errors: words.renumber(this.#errors.take()),
      attributes: words.renumber(this.#attributes.take()),
      attributeEnds: this.#attributeEnds.take(),
      operations: this.#operations.take(),
      states: this.#states.take(),
      sentOnly: this.#sentOnly.take(),
      changed: this.#changed.take(),
      rangeStarts: this.#rangeStarts.take(),
      rangeEnds: this.#rangeEnds.take(),
    };
    this.#size = 0;
    this.#filled = 0;
    return batch;
  }

  #makeRoom(length: number): void {
    if (this.#filled + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#filled + length, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#filled);
    this.#bytes = larger;
  }
}

/** Rows as a batch. */
export function batchOf(rows: Rows): RowBatch {
  if ('bytes' in rows) return rows;
  const builder = new RowBuilder();
  for (const row of rows) builder.add(row);
  return builder.take();
}

/** The words that one batch uses, numbered by themselves. */
class BatchWords {
  readonly list: string[] = [];
  readonly #all: ByteWords;
  readonly #numbers = new Map<number, number>();

  constructor(all: ByteWords) {
    this.#all = all;
  }

  /** Turns numbers of all words into those of the batch, in place. */
  renumber(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    for (let index = 0; index < words.length; index++) words[index] = this.#numberOf(words[index] ?? 0);
    return words;
  }

  #numberOf(word: number): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.list.length;
      this.list.push(this.#all.word(word));
      this.#numbers.set(word, number);
    }
    return number;
  }
}

function sharedColumn(row: ExportRow, column: (typeof TEXT_COLUMNS)[number]): number | null {
  if (column === 'displayName') return row.displayName === row.name ? TEXT_PLACE.name : null;
  if (column === 'primarySmtp' || column === 'mail') return row[column] === row.upn ? TEXT_PLACE.upn : null;
  return null;
}

function uint32() {
  return new GrowingNumbers((length) => new Uint32Array(length));
}

function uint8() {
  return new GrowingNumbers((length) => new Uint8Array(length));
}

function float64() {
  return new GrowingNumbers((length) => new Float64Array(length));
}
