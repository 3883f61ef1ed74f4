import type { Cell } from './frame-line.ts';
import { PLAIN, styleChange, type TextStyle } from './text-style.ts';

/** Draws on a terminal, and knows where its cursor stands and which style it draws in. Rows and columns count from 0. */
export class Pen {
  readonly #columns: number;
  readonly #rows: number;
  #text = '';
  #style: TextStyle = PLAIN;
  #row = -1;
  /** Null where terminals differ on it. */
  #column: number | null = null;
  #mayWrap = false;

  constructor(columns: number, rows: number) {
    this.#columns = columns;
    this.#rows = rows;
  }

  moveTo(row: number, column: number): void {
    const step = this.#row === row && this.#column !== null ? column - this.#column : -1;
    if (step > 0) this.#text += step === 1 ? '\x1b[C' : `\x1b[${step}C`;
    else if (step !== 0) this.#text += column === 0 ? `\x1b[${row + 1}H` : `\x1b[${row + 1};${column + 1}H`;
    this.#row = row;
    this.#column = column;
  }

  /** Draws the cells `start` to before `end` where the cursor stands, which is at `start`. */
  cells(cells: readonly Cell[], start: number, end: number, doubtful: boolean): void {
    for (const { text, style } of cells.slice(start, end)) {
      this.#wear(style);
      this.#text += text;
    }
    // Behind the last column a terminal waits with the step to the next line.
    this.#column = doubtful || end >= this.#columns ? null : end;
    if (doubtful || (end >= this.#columns && this.#row === this.#rows - 1)) this.#mayWrap = true;
  }

  /** Erases a line from this column on. */
  eraseFrom(row: number, column: number): void {
    this.moveTo(row, column);
    // Some terminals erase in the ground of the style.
    this.#wear(PLAIN);
    this.#text += '\x1b[K';
  }

  /** Draws a text as it is. */
  raw(text: string, style: TextStyle): void {
    this.#wear(style);
    this.#text += `${text}\x1b[m`;
    this.#style = PLAIN;
    this.#column = null;
    this.#mayWrap = true;
  }

  /** All that was drawn, with the plain style at its end. */
  drawn(): string {
    this.#wear(PLAIN);
    // A line that a terminal finds longer than we do must not push the ones below it down.
    return this.#mayWrap ? `\x1b[?7l${this.#text}\x1b[?7h` : this.#text;
  }

  #wear(style: TextStyle): void {
    this.#text += styleChange(this.#style, style);
    this.#style = style;
  }
}
