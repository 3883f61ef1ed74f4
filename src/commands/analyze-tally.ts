import { EXPORT_STATES, type ExportState } from '../csexport/cs-object.ts';
import type { ReadObject } from '../csexport/export-reader.ts';
import { exportRowsOf } from '../pending-exports/export-rows-of.ts';
import { countsToward, type FailOn } from '../pending-exports/fail-on.ts';
import { stagedDeltas } from '../pending-exports/staged-deltas.ts';

/** A limit of `--fail-on` that is exceeded, and by how many pending exports. */
export interface Exceeded {
  readonly limit: FailOn;
  readonly count: number;
}

/** Counts what `analyze` reads. */
export class AnalyzeTally {
  #objects = 0;
  #end = 0;
  readonly #states: Record<ExportState, number> = { unapplied: 0, escrowed: 0, unconfirmed: 0 };
  readonly #limits: { readonly limit: FailOn; count: number }[];

  constructor(limits: readonly FailOn[]) {
    this.#limits = limits.map((limit) => ({ limit, count: 0 }));
  }

  add(batch: readonly ReadObject[]): void {
    for (const read of batch) {
      this.#objects += 1;
      this.#end = read.range.end;
      for (const { state } of stagedDeltas(read.object)) this.#states[state] += 1;
      if (this.hasLimits) this.#addToLimits(read);
    }
  }

  /** Objects read, staged or not. */
  get objects(): number {
    return this.#objects;
  }

  /** Where the last object ends, in bytes from the file's start. */
  get end(): number {
    return this.#end;
  }

  /** Pending exports by state. */
  get byState(): Readonly<Record<ExportState, number>> {
    return this.#states;
  }

  /** Pending exports of every state. */
  get total(): number {
    return EXPORT_STATES.reduce((sum, state) => sum + this.#states[state], 0);
  }

  get hasLimits(): boolean {
    return this.#limits.length > 0;
  }

  exceeded(): Exceeded[] {
    return this.#limits.filter(({ limit, count }) => count > limit.limit);
  }

  #addToLimits(read: ReadObject): void {
    for (const row of exportRowsOf(read)) {
      for (const counting of this.#limits) if (countsToward(counting.limit, row)) counting.count += 1;
    }
  }
}
