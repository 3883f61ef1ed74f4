/** One value of an attribute, or one reference, as the file has it. */
export interface AttributeValue {
  /** Text exactly as written; of a reference its DN, or null where the file gives an anchor alone. */
  readonly text: string | null;
  /** The value's own `operation`, lower case, or null where it has none. */
  readonly operation: string | null;
  /** True where the value says `encoding="base64"`. */
  readonly base64: boolean;
  /** Base64 anchor of a reference; null for every other value. */
  readonly anchor: string | null;
}

/** One `attr` or `dn-attr`, of a delta or of a hologram. */
export interface Attribute {
  readonly name: string;
  /** `string`, `integer`, `boolean`, `binary` in lower case; `reference` for a `dn-attr`; '' where not said. */
  readonly type: string;
  readonly multivalued: boolean;
  /** The attribute's own `operation`, lower case, or null where it has none. */
  readonly operation: string | null;
  readonly values: readonly AttributeValue[];
}

/** What will change. `operation` is lower case; a missing delta is null where a delta is expected. */
export interface Delta {
  readonly operation: string;
  readonly dn: string | null;
  readonly newDn: string | null;
  readonly anchor: string | null;
  readonly parentAnchor: string | null;
  readonly primaryObjectClass: string | null;
  readonly objectClasses: readonly string[];
  /** `attr` and `dn-attr` in the order of the file. */
  readonly attributes: readonly Attribute[];
}

/** The `entry` of a hologram: what the object looks like at one stage. */
export interface Entry {
  readonly dn: string | null;
  readonly anchor: string | null;
  readonly parentAnchor: string | null;
  readonly primaryObjectClass: string | null;
  readonly objectClasses: readonly string[];
  readonly attributes: readonly Attribute[];
}

/** One `import-errordetail` or `export-errordetail` that says something. Every part is as written, or null. */
export interface ErrorDetail {
  readonly direction: 'import' | 'export';
  readonly type: string | null;
  readonly code: string | null;
  readonly literal: string | null;
  readonly detail: string | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly retries: number | null;
}

/** The `mv-link`, or one `cs-mv-value` of the older `cs-mv-links`. */
export interface MetaverseLink {
  readonly id: string;
  readonly lineageId: string | null;
  readonly lineageType: string | null;
  readonly lineageTime: string | null;
}

export interface TransientDetails {
  readonly date: string | null;
  readonly type: string | null;
  readonly existingAnchor: string | null;
  readonly sourceDn: string | null;
  readonly sourceAnchor: string | null;
}

/** The stages in which an export can be, in the order in which they are reported. */
export const EXPORT_STATES = ['unapplied', 'escrowed', 'unconfirmed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

interface Deltas {
  readonly unapplied: Delta | null;
  readonly escrowed: Delta | null;
  readonly unconfirmed: Delta | null;
  readonly pendingImport: Delta | null;
}

/** null where the hologram has no entry. */
interface Holograms {
  readonly synchronized: Entry | null;
  readonly unapplied: Entry | null;
  readonly escrowed: Entry | null;
  readonly unconfirmed: Entry | null;
  readonly pendingImport: Entry | null;
}

/** One object of a connector space, with everything that csexport wrote about it. */
export interface CsObject {
  /** Braces and an upper-case GUID, as written; '' where the file gives none. */
  readonly id: string;
  readonly dn: string;
  readonly type: string;
  readonly transient: boolean;
  /** `corrupted`, say; null where the object has no `status`. */
  readonly status: string | null;
  readonly connectorId: string | null;
  readonly connectorName: string | null;
  readonly deltas: Deltas;
  readonly holograms: Holograms;
  readonly errors: readonly ErrorDetail[];
  readonly links: readonly MetaverseLink[];
  readonly transientDetails: TransientDetails | null;
  /**
   * Every other child that holds text, by its element's name, as written: connector, connector-state, seen-by-import,
   * export-delta-operation, partition-name, last-export-delta-time … A nested one is named `sequencers/current/batch-number`.
   * Made without a prototype: an element may be called anything.
   */
  readonly system: Readonly<Record<string, string>>;
}

/** Where an object stands in its file: `[start, end)`, in bytes from the start of the file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
