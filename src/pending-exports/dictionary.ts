import { GrowingNumbers } from './growing-numbers.ts';

/** A column of values of which few differ: each is kept once, and a row keeps its number. */
export class Dictionary<T> {
  readonly #codes = new Map<string, number>();
  readonly #values: T[] = [];
  readonly #rows = new GrowingNumbers((length) => new Uint32Array(length));
  readonly #keyOf: (value: T) => string;

  /** `keyOf` gives the same text for values that are the same, and another for others. */
  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf;
  }

  push(value: T): void {
    const key = this.#keyOf(value);
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.#values.length;
      this.#codes.set(key, code);
      this.#values.push(value);
    }
    this.#rows.push(code);
  }

  at(row: number): T {
    const value = this.#values[this.#rows.at(row)];
    if (value === undefined) throw new RangeError(`There is no row ${row}.`);
    return value;
  }
}
