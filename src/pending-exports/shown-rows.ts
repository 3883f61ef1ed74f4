import type { ExportTable } from './export-table.ts';
import { type Criteria, RowFilter } from './filter-rows.ts';
import { narrowsCriteria } from './narrowing.ts';
import { insertSorted, type Sort, sortRows } from './sort-rows.ts';

/** Where fewer rows than this share of a list come in, they are put into it; else the whole is sorted again. */
const FEW = 0.25;

/**
 * The rows of a table that are shown, in their order: found in slices, so that the screen stays alive, and kept up
 * with a table that grows. Where rows are sorted, the former list stays until the next one is whole.
 */
export class ShownRows {
  readonly #table: ExportTable;
  #criteria: Criteria;
  #sort: Sort | null;
  #filter: RowFilter;
  #rows: Int32Array = new Int32Array(0);
  /** How many of the filter's rows are sorted into `#rows`; null where `#rows` is of former criteria or a former sort. */
  #sorted: number | null = null;

  constructor(table: ExportTable, criteria: Criteria, sort: Sort | null) {
    this.#table = table;
    this.#criteria = criteria;
    this.#sort = sort;
    this.#filter = new RowFilter(table, criteria);
  }

  /** Row numbers in the order in which they are shown. A list once given out never changes. */
  get rows(): Int32Array {
    return this.#rows;
  }

  /** True when `rows` is all there is to show of the table as it is now. */
  get settled(): boolean {
    if (!this.#filter.done) return false;
    return this.#sort === null || this.#sorted === this.#filter.rows.length;
  }

  /** Asks for other rows or another order. `advance` brings them; work for what was asked before is dropped. */
  choose(criteria: Criteria, sort: Sort | null): void {
    if (!sameCriteria(criteria, this.#criteria)) {
      const narrower = narrowsCriteria(this.#criteria, criteria);
      this.#filter = new RowFilter(this.#table, criteria, narrower ? this.#filter : undefined);
      this.#sorted = null;
    }
    if (sort?.column !== this.#sort?.column || sort?.direction !== this.#sort?.direction) this.#sorted = null;
    this.#criteria = criteria;
    this.#sort = sort;
  }

  /** Looks at up to `budget` more rows of the table. Gives true when settled: call it again until then. */
  advance(budget: number): boolean {
    const done = this.#filter.advance(budget);
    const found = this.#filter.rows;
    if (this.#sort === null) {
      if (found.length !== this.#rows.length || this.#sorted === null) this.#rows = found;
      this.#sorted = found.length;
    } else if (done) this.#takeSorted(found, this.#sort);
    return this.settled;
  }

  #takeSorted(found: Int32Array, sort: Sort): void {
    const { length } = found;
    if (this.#sorted === length) return;
    const added = this.#sorted === null ? length : length - this.#sorted;
    this.#rows =
      this.#sorted === null || added > this.#sorted * FEW
        ? sortRows(this.#table, found, sort)
        : insertSorted(this.#table, this.#rows, found.subarray(this.#sorted), sort);
    this.#sorted = length;
  }
}

function sameCriteria(a: Criteria, b: Criteria): boolean {
  return (
    a.query.text === b.query.text &&
    a.states === b.states &&
    sameList(a.operations, b.operations) &&
    sameList(a.types, b.types)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
