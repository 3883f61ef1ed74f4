import { type Measured, type Result, resultOf, type Unmeasured, unmeasuredResult } from './result.ts';

/** What a measure is given: how much to do, and where to put what it finds. */
export interface Bench {
  /** The whole: 1 GB and a million rows. Else about a minute's worth. */
  readonly full: boolean;
  /** A folder of the bench's own, removed after it. */
  readonly folder: string;
  /** A generated export: all measures of one run use the same. */
  readonly path: string;
  readonly rounds: number;
  readonly report: Report;
}

/** What one run of the bench found. */
export class Report {
  readonly #results: Result[] = [];
  readonly #missing: string[] = [];

  add(measured: Measured): void {
    this.#results.push(resultOf(measured));
  }

  /** Says that a thing was not measured, and why. */
  miss(unmeasured: Unmeasured): void {
    this.#results.push(unmeasuredResult(unmeasured));
    const beside = unmeasured.peerName === '' ? '' : `, ${unmeasured.peerName}`;
    this.#missing.push(`Not measured: ${unmeasured.measure}${beside}: ${unmeasured.why}.`);
  }

  get results(): readonly Result[] {
    return this.#results;
  }

  /** A sentence for each thing that was not measured. */
  get missing(): readonly string[] {
    return this.#missing;
  }
}
