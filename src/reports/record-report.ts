import type { PendingExport } from '../pending-exports/pending-export.ts';
import { csvReport } from './csv-report.ts';
import { jsonReport, ndjsonReport } from './json-report.ts';

/** Makes text of pending exports, piece by piece: a report of a gigabyte is never in memory whole. */
export interface RecordReport {
  /** What comes before the first record. */
  readonly head: () => string;
  /** The text of the next records, in their order. */
  readonly records: (records: readonly PendingExport[]) => string;
  /** What comes after the last record, also where there was none. */
  readonly tail: () => string;
}

export const RECORD_FORMATS = ['csv', 'ndjson', 'json'] as const;
/** The formats that have one record for each pending export. */
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** A new report in this format. `raw` is for CSV: see `CsvStyle`. */
export function recordReport(format: RecordFormat, raw: boolean): RecordReport {
  switch (format) {
    case 'csv':
      return csvReport({ raw });
    case 'ndjson':
      return ndjsonReport();
    case 'json':
      return jsonReport();
    default:
      return format satisfies never;
  }
}
