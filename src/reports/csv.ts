import { stringify } from 'csv-stringify/sync';
import { harmlessCell } from './formula.ts';

/** Without it Excel reads a CSV file in the code page of the machine, and `ä` becomes two characters. */
export const BYTE_ORDER_MARK = '\ufeff';

/** How the cells of a CSV are written. */
export interface CsvStyle {
  /** True: cells as they stand, for other programs. False: what a spreadsheet would run is made harmless. */
  readonly raw: boolean;
}

/** Rows as CSV lines in the form of `Export-Csv -NoTypeInformation`: every cell in quotes, CRLF after each line. */
export function csvLines(rows: readonly (readonly string[])[], style: CsvStyle): string {
  const cells = style.raw ? rows : rows.map((row) => row.map(harmlessCell));
  return stringify(cells as string[][], { quoted: true, quoted_empty: true, record_delimiter: 'windows' });
}
