import type { AttributeChange, PendingExport } from '../pending-exports/pending-export.ts';
import { BYTE_ORDER_MARK, type CsvStyle, csvLines } from './csv.ts';
import type { RecordReport } from './record-report.ts';

/** The columns of `analyze --format csv`: a promise to the programs that read it. */
export const CSV_COLUMNS = [
  'id',
  'connector',
  'type',
  'state',
  'operation',
  'dn',
  'newDn',
  'name',
  'attribute',
  'attributeOperation',
  'effect',
  'value',
] as const;

type ChangeCells = readonly [attribute: string, operation: string, effect: string, value: string];
const NO_CHANGE: ChangeCells = ['', '', '', ''];

/**
 * Pending exports as CSV: one line for each value added, then each deleted, of each change; one for a change without
 * values; one of its own for a delete, for a rename, and for a record that changes nothing.
 */
export function csvReport(style: CsvStyle): RecordReport {
  return {
    head: () => BYTE_ORDER_MARK + csvLines([CSV_COLUMNS], style),
    records: (records) => csvLines(records.flatMap(linesOf), style),
    tail: () => '',
  };
}

function linesOf(record: PendingExport): string[][] {
  const object = [
    record.id,
    record.connectorName ?? record.connectorId ?? '',
    record.type,
    record.state,
    record.operation,
    record.dn,
    record.newDn ?? '',
    record.name,
  ];
  const ownLine =
    record.operation === 'delete' || record.newDn !== null || record.changes.length === 0 ? [NO_CHANGE] : [];
  return [...ownLine, ...record.changes.flatMap(changeLines)].map((change) => [...object, ...change]);
}

function changeLines(change: AttributeChange): ChangeCells[] {
  const line = (effect: string, value: string): ChangeCells => [
    change.attribute,
    change.operation,
    effect,
    value,
  ];
  const lines = [
    ...change.added.map((value) => line('added', value)),
    ...change.deleted.map((value) => line('deleted', value)),
  ];
  return lines.length === 0 ? [line('', '')] : lines;
}
