/** What one export may hold. Generous: no object that the engine writes comes near; a hostile file must end somewhere. */

const MEBI = 1024 * 1024;

/** Bytes read from a file at a time. */
export const BLOCK_BYTES = 256 * 1024;
/** Bytes of the first read: small, so that the first rows are there at once. */
export const FIRST_BLOCK_BYTES = 64 * 1024;
/** Bytes that the scanner reads at a time. */
export const SCAN_BLOCK_BYTES = 1024 * 1024;

/** What ends a document that has no end. */
export interface Limits {
  /** How deep elements may be nested. */
  readonly nesting: number;
  /** Characters of one value, attribute or comment. */
  readonly value: number;
  /** Characters of one cs-object. */
  readonly object: number;
  /** Elements inside one cs-object. */
  readonly elements: number;
  /** Characters of one element's or attribute's name. */
  readonly name: number;
}

export const LIMITS: Limits = {
  nesting: 256,
  value: 128 * MEBI,
  object: 256 * MEBI,
  elements: 5_000_000,
  name: 64 * 1024,
};

/** A limit for a message: `128 MiB`. */
export function inMebibytes(limit: number): string {
  return `${limit / MEBI} MiB`;
}
