import type { CsObject } from '../csexport/cs-object.ts';
import { identityOf } from '../pending-exports/identity.ts';
import { pendingExportsOf } from '../pending-exports/pending-exports-of.ts';
import { BYTE_ORDER_MARK, type CsvStyle, csvLines } from './csv.ts';

/** The columns of CSAnalyzer.ps1, in its order and spelling. */
export const CSANALYZER_COLUMNS = [
  'ID',
  'Type',
  'DN',
  'operation',
  'UPN',
  'displayName',
  'sourceAnchor',
  'alias',
  'primarySMTP',
  'onPremisesSamAccountName',
  'mail',
] as const;

/** The row of one object, in the order of {@link CSANALYZER_COLUMNS}; null where nothing unapplied is pending for it. */
export function csAnalyzerRow(object: CsObject): string[] | null {
  const record = pendingExportsOf(object).find(({ state }) => state === 'unapplied');
  if (record === undefined) return null;
  const identity = identityOf(object, 'unapplied');
  return [
    record.id,
    record.type,
    record.dn,
    record.operation,
    identity.upn,
    identity.displayName,
    identity.sourceAnchor,
    identity.alias,
    identity.primarySmtp,
    identity.onPremisesSamAccountName,
    identity.mail,
  ];
}

/** What stands at the top of each of the files. */
export function csAnalyzerHead(style: CsvStyle): string {
  return BYTE_ORDER_MARK + csvLines([CSANALYZER_COLUMNS], style);
}

/** Name of the file with this number, counted from 1 as the script does. */
export function csAnalyzerFileName(number: number): string {
  return `processedusers${number}.csv`;
}

/** True for the name of a file that this report writes, now or in an earlier run, whole or partial. */
export function isCsAnalyzerFileName(name: string): boolean {
  return /^processedusers[1-9][0-9]*(\.partial)?\.csv$/i.test(name);
}
