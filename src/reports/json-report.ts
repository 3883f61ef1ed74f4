import type { RecordReport } from './record-report.ts';

/** One JSON object a line for each pending export. */
export function ndjsonReport(): RecordReport {
  return {
    head: () => '',
    records: (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    tail: () => '',
  };
}

/** The same objects in one array, a line each; `[]` where there is none. */
export function jsonReport(): RecordReport {
  let count = 0;
  return {
    head: () => '[',
    records: (records) =>
      records.map((record) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(record)}`).join(''),
    tail: () => (count === 0 ? ']\n' : '\n]\n'),
  };
}
