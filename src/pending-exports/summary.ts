import { isAadConnector } from '../csexport/connectors.ts';
import type { ExportState } from '../csexport/cs-object.ts';
import type { Operation } from './export-row.ts';
import type { CountedRow } from './row-batch.ts';

/** How many exports wait for each operation. */
export type OperationCounts = Readonly<Record<Operation, number>>;

/** The exports that wait for one object type. */
export interface TypeCounts {
  readonly type: string;
  readonly total: number;
  readonly counts: OperationCounts;
}

/** A connector that rows came from. */
export interface ConnectorCount {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
}

/** The deletes that wait for Entra ID, against the number at which it stops a whole export. */
export interface ThresholdStatus {
  readonly status: 'below' | 'at-or-above';
  readonly deletes: number;
  readonly threshold: number;
}

function noCounts(): Record<Operation, number> {
  return {
    add: 0,
    update: 0,
    rename: 0,
    delete: 0,
    'delete-add': 0,
    replace: 0,
    obsolete: 0,
    other: 0,
  };
}

/** The counts of what was read, kept while rows come in. Their order makes no difference. */
export class Summary {
  #total = 0;
  #aadDeletes = 0;
  readonly #operations = noCounts();
  readonly #types = new Map<string, Record<Operation, number>>();
  readonly #states: Record<ExportState, number> = { unapplied: 0, escrowed: 0, unconfirmed: 0 };
  readonly #sent: Record<'escrowed' | 'unconfirmed', number> = { escrowed: 0, unconfirmed: 0 };
  readonly #connectors = new Map<string, { id: string; name: string; rows: number }>();
  readonly #withErrors = new Set<string>();

  /** Adds the rows of one file; `file` is its number in the list that is loaded. */
  add(file: number, rows: Iterable<CountedRow>): void {
    for (const row of rows) this.#add(file, row);
  }

  /** All rows, whatever their state. */
  get total(): number {
    return this.#total;
  }

  /** Exports that are not sent yet, by operation. */
  get byOperation(): OperationCounts {
    return this.#operations;
  }

  /** Rows by state. */
  get byState(): Readonly<Record<ExportState, number>> {
    return this.#states;
  }

  /** Objects with nothing unapplied, by how far the export that was sent has come. One that is both counts in both. */
  get sentOnly(): Readonly<Record<'escrowed' | 'unconfirmed', number>> {
    return this.#sent;
  }

  /** Deletes, also those of a delete-add, that wait for Entra ID. */
  get aadDeletes(): number {
    return this.#aadDeletes;
  }

  /** Objects whose last import or export failed. */
  get objectsWithErrors(): number {
    return this.#withErrors.size;
  }

  /** Exports that are not sent yet, by object type: the most frequent first. */
  byType(): TypeCounts[] {
    return Array.from(this.#types, ([type, counts]) => ({ type, total: sum(counts), counts })).sort(
      (a, b) => b.total - a.total || compare(a.type, b.type),
    );
  }

  /** Where the rows came from: the connector with most rows first. */
  connectors(): ConnectorCount[] {
    return Array.from(this.#connectors.values()).sort(
      (a, b) => b.rows - a.rows || compare(a.id, b.id) || compare(a.name, b.name),
    );
  }

  #add(file: number, row: CountedRow): void {
    this.#total += 1;
    this.#states[row.state] += 1;
    this.#addConnector(row);
    if (row.error !== '') this.#withErrors.add(`${file} ${row.range.start}`);
    if (row.sentOnly && row.state !== 'unapplied') this.#sent[row.state] += 1;
    if (row.state === 'unapplied') this.#addUnapplied(row);
  }

  #addUnapplied(row: CountedRow): void {
    this.#operations[row.operation] += 1;
    let counts = this.#types.get(row.type);
    if (!counts) {
      counts = noCounts();
      this.#types.set(row.type, counts);
    }
    counts[row.operation] += 1;
    const deletes = row.operation === 'delete' || row.operation === 'delete-add';
    if (deletes && isAadConnector(row.connectorId)) this.#aadDeletes += 1;
  }

  #addConnector(row: CountedRow): void {
    const key = JSON.stringify([row.connectorId, row.connectorName]);
    const seen = this.#connectors.get(key);
    if (seen) seen.rows += 1;
    else this.#connectors.set(key, { id: row.connectorId, name: row.connectorName, rows: 1 });
  }
}

/**
 * Whether the deletes that wait reach the deletion threshold. Microsoft's pages disagree whether the threshold itself
 * still passes, so reaching it counts.
 */
export function thresholdStatus(summary: Summary, threshold: number): ThresholdStatus {
  const deletes = summary.aadDeletes;
  const reached = deletes > 0 && deletes >= threshold;
  return { status: reached ? 'at-or-above' : 'below', deletes, threshold };
}

function sum(counts: OperationCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
