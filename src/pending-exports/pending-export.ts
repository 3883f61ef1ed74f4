import type { ErrorDetail, ExportState } from '../csexport/cs-object.ts';

/** One attribute that a delta changes. Values are strings: see `analyze --format ndjson`, whose promise this is. */
export interface AttributeChange {
  readonly attribute: string;
  /** add, replace, update or delete. */
  readonly operation: string;
  readonly added: readonly string[];
  readonly deleted: readonly string[];
  /** The synchronized hologram's values; null where that hologram has no entry. */
  readonly before: readonly string[] | null;
  /** The values of the hologram that belongs to the delta's state; null where that hologram has no entry. */
  readonly after: readonly string[] | null;
}

/**
 * One delta of one object that is not `none`, in the form in which other programs get it.
 * The names and their order are a promise: `analyze --format ndjson` writes this, a line each.
 */
export interface PendingExport {
  readonly id: string;
  readonly connectorId: string | null;
  readonly connectorName: string | null;
  readonly type: string;
  readonly operation: string;
  readonly dn: string;
  readonly newDn: string | null;
  readonly name: string;
  readonly state: ExportState;
  readonly changes: readonly AttributeChange[];
  readonly errors: readonly ErrorDetail[];
}
