import type { ExportState } from '../csexport/cs-object.ts';
import type { Operation } from './export-row.ts';
import type { ExportTable } from './export-table.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import { matches, namesState, type Query } from './query.ts';

/** Which exports are shown: those that wait, those that were sent and are not confirmed, or both. */
export type ShownStates = 'unapplied' | 'sent' | 'all';

/** What a row must be to be shown: all four. */
export interface Criteria {
  readonly query: Query;
  /** Any of these; none named means every operation. */
  readonly operations: readonly Operation[];
  /** Any of these object types; none named means every type. */
  readonly types: readonly string[];
  /** Without effect where the query itself names states. */
  readonly states: ShownStates;
}

/** Which states criteria show: a query that names states says it itself. */
export function shownStates(criteria: Criteria): ShownStates {
  return namesState(criteria.query) ? 'all' : criteria.states;
}

/** The numbers of the rows that match, ascending. `within`, ascending too, are the only rows looked at. */
export function filterRows(table: ExportTable, criteria: Criteria, within?: Int32Array): Int32Array {
  const states = shownStates(criteria);
  const size = within?.length ?? table.size;
  const found = new Int32Array(size);
  let count = 0;
  for (let index = 0; index < size; index += 1) {
    const row = within ? (within[index] ?? 0) : index;
    if (!isShown(table, criteria, states, row)) continue;
    found[count] = row;
    count += 1;
  }
  return found.slice(0, count);
}

/**
 * A filter that runs in slices, so that the screen stays alive and can drop it half-way.
 * It also takes up rows that are appended to the table later: `done` then turns false until they are looked at.
 */
export class RowFilter {
  readonly #table: ExportTable;
  readonly #criteria: Criteria;
  readonly #states: ShownStates;
  readonly #found = new GrowingNumbers((length) => new Int32Array(length));
  /** Rows below `#next` that are still to be looked at; every other row below it has been. */
  #waiting: Int32Array;
  #waited = 0;
  #next: number;

  /** `narrows` is an earlier filter of the same table whose matches hold all that this one can find. */
  constructor(table: ExportTable, criteria: Criteria, narrows?: RowFilter) {
    this.#table = table;
    this.#criteria = criteria;
    this.#states = shownStates(criteria);
    this.#waiting = narrows ? narrows.#candidates() : new Int32Array(0);
    this.#next = narrows ? narrows.#next : 0;
  }

  /** The rows found so far, ascending. A list once given out never changes: a later one is longer. */
  get rows(): Int32Array {
    return this.#found.numbers.subarray(0, this.#found.size);
  }

  /** True when every row that the table has now was looked at. */
  get done(): boolean {
    return this.#waited === this.#waiting.length && this.#next === this.#table.size;
  }

  /** Looks at up to `budget` more rows. Gives true when it is done. */
  advance(budget: number): boolean {
    let left = budget;
    for (; left > 0 && this.#waited < this.#waiting.length; left -= 1) {
      this.#look(this.#waiting[this.#waited] ?? 0);
      this.#waited += 1;
    }
    for (; left > 0 && this.#next < this.#table.size; left -= 1) {
      this.#look(this.#next);
      this.#next += 1;
    }
    return this.done;
  }

  #look(row: number): void {
    if (isShown(this.#table, this.#criteria, this.#states, row)) this.#found.push(row);
  }

  #candidates(): Int32Array {
    const unseen = this.#waiting.subarray(this.#waited);
    const candidates = new Int32Array(this.#found.size + unseen.length);
    candidates.set(this.rows);
    candidates.set(unseen, this.#found.size);
    return candidates;
  }
}

function isShown(table: ExportTable, criteria: Criteria, states: ShownStates, row: number): boolean {
  const { query } = criteria;
  return (
    isInStates(states, table.state(row)) &&
    isAmong(criteria.operations, table.operation(row)) &&
    isAmong(criteria.types, table.type(row)) &&
    (query.terms.length === 0 || matches(query, table.peek(row)))
  );
}

function isInStates(shown: ShownStates, state: ExportState): boolean {
  return shown === 'all' || (shown === 'unapplied') === (state === 'unapplied');
}

function isAmong<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value);
}
