import type { ByteRange, ExportState } from '../csexport/cs-object.ts';

/** What an export does, as the operator counts it: an `update` with a new DN is a rename, once. */
export type Operation =
  | 'add'
  | 'update'
  | 'rename'
  | 'delete'
  | 'delete-add'
  | 'replace'
  | 'obsolete'
  | 'other';

/** The identity that the old script wrote, each '' where the object has no such value. */
export interface Identity {
  readonly upn: string;
  readonly displayName: string;
  readonly sourceAnchor: string;
  readonly alias: string;
  /** The proxyAddresses value that begins with `SMTP:` in capitals, without that prefix. */
  readonly primarySmtp: string;
  readonly onPremisesSamAccountName: string;
  readonly mail: string;
}

/** One row of the table of pending exports: small, plain data, sent from the worker in batches. */
export interface ExportRow extends Identity {
  readonly id: string;
  readonly connectorId: string;
  readonly connectorName: string;
  readonly type: string;
  readonly operation: Operation;
  readonly state: ExportState;
  readonly dn: string;
  /** '' where the object keeps its DN. */
  readonly newDn: string;
  readonly name: string;
  /** Names of the changed attributes, in the order of the delta. */
  readonly attributes: readonly string[];
  /** How many values are added plus how many are deleted. */
  readonly changedValues: number;
  /** The type of the object's export error, else of its import error, else ''. */
  readonly error: string;
  readonly range: ByteRange;
  /** True where the object has no unapplied export: it was sent, and its result is not known or not confirmed. */
  readonly sentOnly: boolean;
}
