import {
  bothNeeds,
  type ColumnNeeds,
  columnNeeds,
  NO_ROWS_NEED,
} from '../../src/pending-exports/column-needs.ts';
import { ExportTable } from '../../src/pending-exports/export-table.ts';
import type { Load, LoadEvent } from '../../src/pending-exports/load-event.ts';
import { ShownRows } from '../../src/pending-exports/shown-rows.ts';
import { rowsIn } from '../../src/pending-exports/stored-row.ts';
import { Summary } from '../../src/pending-exports/summary.ts';
import { criteriaOf, newView, type View } from '../../src/pending-exports/table-view.ts';
import type { Services } from '../services.ts';

/** What the feed tells: an event of the load other than rows, or the rows that are shown now. */
export type FeedNews =
  | { readonly kind: 'load'; readonly event: LoadEvent }
  | {
      readonly kind: 'rows';
      readonly rows: Int32Array;
      readonly total: number;
      readonly settled: boolean;
      readonly needs: ColumnNeeds;
    };

/** The screen learns of new rows at most ten times a second. */
const NEWS_EVERY_MS = 100;
/** A slice of a search: short enough that a key is answered at once. */
const SLICE_MS = 8;
const SLICE_ROWS = 256;

/**
 * The table behind the screen: rows come in from the load, and those to show are found in slices between the keys.
 * It changes outside React; the screen draws again on its news.
 */
export class TableFeed {
  readonly table = new ExportTable();
  readonly summary = new Summary();
  readonly #tell: (news: FeedNews) => void;
  #shown: ShownRows;
  #load: Load | null = null;
  #slice: NodeJS.Immediate | null = null;
  #pause: NodeJS.Timeout | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;
  #closed = false;
  #inFileOrder: boolean;
  /** What the first `count` rows that were told last need. */
  #measured: { readonly count: number; readonly needs: ColumnNeeds } = { count: 0, needs: NO_ROWS_NEED };

  constructor(tell: (news: FeedNews) => void, view: View = newView().view) {
    this.#tell = tell;
    this.#shown = new ShownRows(this.table, criteriaOf(view), view.sort);
    this.#inFileOrder = view.sort === null;
  }

  /** Starts reading the files. */
  start(loadExports: Services['loadExports'], files: readonly string[]): void {
    this.#load = loadExports(files, (event) => this.#hear(event));
  }

  /** Ends the reading; what was read stays. */
  stop(): void {
    this.#load?.stop();
  }

  /** Ends everything: nothing is told afterwards. */
  close(): void {
    this.#closed = true;
    this.#rest();
    this.stop();
  }

  /** Shows other rows, or in another order. What was under way for the former is dropped. */
  choose(view: View): void {
    this.#shown.choose(criteriaOf(view), view.sort);
    this.#inFileOrder = view.sort === null;
    this.#measured = { count: 0, needs: NO_ROWS_NEED };
    this.#toldAt = performance.now();
    this.#find();
  }

  #hear(event: LoadEvent): void {
    if (this.#closed) return;
    if (event.kind === 'rows') {
      this.table.append(event.file, event.rows);
      this.summary.add(event.file, rowsIn(event.rows));
      this.#findSoon();
      return;
    }
    // What a file ends with counts its rows: they are shown with it.
    if (event.kind === 'ended' || event.kind === 'done') this.#find();
    this.#tell({ kind: 'load', event });
  }

  #findSoon(): void {
    if (this.#slice !== null || this.#pause !== null) return;
    const wait = this.#toldAt + NEWS_EVERY_MS - performance.now();
    if (wait <= 0) this.#find();
    else {
      this.#pause = setTimeout(() => {
        this.#pause = null;
        this.#find();
      }, wait);
    }
  }

  #find(): void {
    this.#rest();
    if (this.#closed) return;
    const until = performance.now() + SLICE_MS;
    let settled = this.#shown.advance(SLICE_ROWS);
    while (!settled && performance.now() < until) settled = this.#shown.advance(SLICE_ROWS);
    if (settled || performance.now() - this.#toldAt >= NEWS_EVERY_MS) this.#tellRows(settled);
    if (!settled) this.#slice = setImmediate(() => this.#find());
  }

  #tellRows(settled: boolean): void {
    this.#toldAt = performance.now();
    const { rows } = this.#shown;
    this.#tell({ kind: 'rows', rows, total: this.table.size, settled, needs: this.#needsOf(rows) });
  }

  /** In the order of the file rows are only ever added to those measured last: the new ones alone are looked at. */
  #needsOf(rows: Int32Array): ColumnNeeds {
    const from = this.#inFileOrder ? this.#measured.count : 0;
    const added = columnNeeds(this.table, rows.subarray(from));
    const needs = from === 0 ? added : bothNeeds(this.#measured.needs, added);
    this.#measured = { count: rows.length, needs };
    return needs;
  }

  #rest(): void {
    if (this.#slice !== null) clearImmediate(this.#slice);
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#slice = null;
    this.#pause = null;
  }
}
