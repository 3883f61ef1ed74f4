/** A typed array that can be added to: numbers by the million without an object or a spread for each. */
interface NumberArray {
  readonly length: number;
  [index: number]: number;
  set(from: ArrayLike<number>, offset?: number): void;
  slice(start: number, end: number): this;
}

/** A list of numbers kept in a typed array that grows by doubling. */
export class GrowingNumbers<A extends NumberArray> {
  #numbers: A;
  #size = 0;
  readonly #make: (length: number) => A;

  /** `make` gives the typed array of a length: it decides what a number may be. */
  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#numbers = make(64);
  }

  get size(): number {
    return this.#size;
  }

  push(number: number): void {
    this.#room(this.#size + 1);
    this.#numbers[this.#size] = number;
    this.#size += 1;
  }

  /** Adds all of them, in their order. */
  append(numbers: ArrayLike<number>): void {
    this.#room(this.#size + numbers.length);
    this.#numbers.set(numbers, this.#size);
    this.#size += numbers.length;
  }

  /** The number at an index; 0 past the end. */
  at(index: number): number {
    return index < this.#size ? (this.#numbers[index] ?? 0) : 0;
  }

  /** The array itself, of which the first `size` count. Good until the next number is added. */
  get numbers(): A {
    return this.#numbers;
  }

  /** Drops what comes after the first `size`. */
  truncate(size: number): void {
    this.#size = Math.min(size, this.#size);
  }

  /** All of them in an array of their own; the list is empty then. */
  take(): A {
    const numbers = this.#numbers.slice(0, this.#size);
    this.#size = 0;
    return numbers;
  }

  #room(needed: number): void {
    if (needed <= this.#numbers.length) return;
    const larger = this.#make(Math.max(needed, this.#numbers.length * 2));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
