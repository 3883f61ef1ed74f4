import { cellWidth, inCells } from '../terminal/cells.ts';
import { printable } from '../terminal/printable.ts';

/** A column of a table in plain text. */
export interface PlainColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Cells below which it is not narrowed. */
  readonly minimum: number;
}

const GAP = '  ';

/**
 * Rows as lines of text: a heading, a rule, and a line for each row, none wider than `width` cells unless the columns'
 * minima need more. Cells may come from an input: they are made printable here. `ascii` cuts with `~` instead of `…`.
 */
export function plainTable(
  columns: readonly PlainColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  ascii: boolean,
): string[] {
  const texts = rows.map((row) => row.map(printable));
  const widths = fittingWidths(columns, texts, width);
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => inCells(cells[index] ?? '', widths[index] ?? 0, align, ascii ? '~' : '…'))
      .join(GAP)
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    widths.map((cells) => '-'.repeat(cells)).join(GAP),
    ...texts.map(line),
  ];
}

function fittingWidths(
  columns: readonly PlainColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, cellWidth(row[index] ?? '')), cellWidth(title)),
  );
  let excess = widths.reduce((sum, cells) => sum + cells, GAP.length * (columns.length - 1)) - width;
  while (excess > 0) {
    const widest = widestThatGives(widths, columns);
    if (widest === null) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function widestThatGives(widths: readonly number[], columns: readonly PlainColumn[]): number | null {
  let widest: number | null = null;
  for (const [index, { minimum }] of columns.entries()) {
    const cells = widths[index] ?? 0;
    if (cells > minimum && (widest === null || cells > (widths[widest] ?? 0))) widest = index;
  }
  return widest;
}
