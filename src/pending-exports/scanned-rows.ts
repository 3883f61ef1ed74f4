import { ByteCursor, NOT_PLAIN, NotPlain } from '../csexport/byte-cursor.ts';
import { textOfBytes } from '../csexport/byte-text.ts';
import { EXPORT_STATES } from '../csexport/cs-object.ts';
import type { ReadObject } from '../csexport/export-reader.ts';
import { AMPERSAND, LESS_THAN, SEMICOLON, SPACE } from '../csexport/markup-bytes.ts';
import { ObjectParts, PART, type Part, type Place } from '../csexport/object-parts.ts';
import type { ObjectTaker } from '../csexport/scan-export.ts';
import { decodeDn } from '../csexport/values/decode-dn.ts';
import { DeltaBytes } from './delta-bytes.ts';
import { IDENTITY } from './entry-attributes.ts';
import { EntryBytes } from './entry-bytes.ts';
import { exportRowsOf } from './export-rows-of.ts';
import { nameInDn } from './object-name.ts';
import { TEXT_PLACE } from './row-batch.ts';
import type { RowBuilder } from './row-builder.ts';
import { LONGEST_TEXT, short } from './short-text.ts';
import { ValueCount } from './value-count.ts';

/** The places of a delta's state and of the holograms that belong to none, in a list of five holograms. */
const SYNCHRONIZED = 3;
const PENDING_IMPORT = 4;
const DELTAS: readonly Part[] = [PART.unappliedExport, PART.escrowedExport, PART.unconfirmedExport];
const HOLOGRAMS: readonly Part[] = [
  PART.unappliedHologram,
  PART.escrowedHologram,
  PART.unconfirmedHologram,
  PART.synchronizedHologram,
  PART.pendingImportHologram,
];

/** The columns of an identity, and where an entry has their values. */
const IDENTITY_COLUMNS: readonly (readonly [column: number, place: number])[] = [
  [TEXT_PLACE.upn, IDENTITY.userPrincipalName],
  [TEXT_PLACE.displayName, IDENTITY.displayName],
  [TEXT_PLACE.sourceAnchor, IDENTITY.sourceAnchor],
  [TEXT_PLACE.alias, IDENTITY.alias],
  [TEXT_PLACE.primarySmtp, IDENTITY.proxyAddresses],
  [TEXT_PLACE.onPremisesSamAccountName, IDENTITY.onPremisesSamAccountName],
  [TEXT_PLACE.mail, IDENTITY.mail],
];

const ERROR_DETAILS: readonly Part[] = [PART.exportErrors, PART.importErrors];
const SAYS_AN_ERROR = /error-|occurred|retry-count/;

/**
 * Makes the rows of objects from their bytes: the same as `exportRowsOf` makes of the parsed object, without parsing
 * it. Where the two might differ, the object is left to the parser.
 */
export class ScannedRows implements ObjectTaker {
  readonly #rows: RowBuilder;
  readonly #cursor = new ByteCursor();
  readonly #parts = new ObjectParts(this.#cursor);
  readonly #count = new ValueCount(this.#cursor);
  readonly #delta: DeltaBytes;
  readonly #entries: readonly EntryBytes[];
  /** Which entries were read of the object at hand, a bit each. */
  #entriesRead = 0;
  readonly #place: Place = { start: 0, end: 0 };

  constructor(rows: RowBuilder) {
    this.#rows = rows;
    this.#delta = new DeltaBytes(this.#cursor, rows.words);
    this.#entries = HOLOGRAMS.map(() => new EntryBytes(this.#cursor));
  }

  take(read: ReadObject): void {
    for (const row of exportRowsOf(read)) this.#rows.add(row);
  }

  takeBytes(bytes: Buffer, start: number, end: number, fileStart: number, fileEnd: number): boolean {
    const { size } = this.#rows;
    try {
      this.#parts.read(bytes, start, end);
      this.#entriesRead = 0;
      let sentOnly = true;
      for (let state = 0; state < DELTAS.length; state++) {
        this.#readDelta(state);
        if (this.#delta.operation === 'none') continue;
        if (state === 0) sentOnly = false;
        this.#addRow(state, sentOnly, fileStart, fileEnd);
      }
      return true;
    } catch (error) {
      if (!(error instanceof NotPlain)) throw error;
      this.#rows.rewind(size);
      return false;
    }
  }

  #readDelta(state: number): void {
    const part = DELTAS[state] ?? PART.unappliedExport;
    this.#delta.read(this.#parts.start(part), this.#parts.end(part));
    const before = PART.synchronizedHologram;
    this.#delta.addCleared(this.#count, this.#parts.start(before), this.#parts.end(before));
  }

  #addRow(state: number, sentOnly: boolean, rangeStart: number, rangeEnd: number): void {
    const rows = this.#rows;
    const delta = this.#delta;
    const { id, dn, type } = this.#parts;
    const ownDn = delta.dn.end > delta.dn.start ? delta.dn : dn;
    rows.begin();
    this.#mustBeTrimmed(id.start, id.end);
    this.#put(TEXT_PLACE.id, id);
    this.#put(TEXT_PLACE.dn, ownDn);
    this.#put(TEXT_PLACE.newDn, delta.newDn);
    this.#putIdentity(state);
    this.#putName(state, ownDn);
    for (let index = 0; index < delta.attributeCount; index++) {
      rows.addAttribute(delta.attributes[index] ?? 0);
    }
    rows.end({
      type: this.#word(type.start, type.end),
      connectorId: this.#word(this.#parts.start(PART.connectorId), this.#parts.end(PART.connectorId)),
      connectorName: this.#word(this.#parts.start(PART.connectorName), this.#parts.end(PART.connectorName)),
      error: this.#error(),
      operation: delta.operation === 'none' ? 'other' : delta.operation,
      state: EXPORT_STATES[state] ?? 'unapplied',
      sentOnly,
      changed: delta.changed,
      rangeStart,
      rangeEnd,
    });
  }

  #putIdentity(state: number): void {
    const isDelete = this.#delta.operation === 'delete';
    const after = isDelete ? null : this.#entry(state);
    if (after !== null && after.attributeCount > 0) {
      for (const [column, place] of IDENTITY_COLUMNS) this.#putValue(column, after, place);
      return;
    }
    // What such a delta lists counts before what the holograms say.
    if (this.#delta.attributeCount > 0) throw NOT_PLAIN;
    for (const [column, place] of IDENTITY_COLUMNS) this.#putValue(column, this.#entryNow(place), place);
  }

  /** The entry that says what a wanted attribute is now. */
  #entryNow(place: number): EntryBytes {
    const synchronized = this.#entry(SYNCHRONIZED);
    return synchronized.hasValues[place] === 1 ? synchronized : this.#entry(PENDING_IMPORT);
  }

  /** The name is in the holograms, or else in the DN; a delete without a name gets that as its displayName too. */
  #putName(state: number, dn: Place): void {
    const isDelete = this.#delta.operation === 'delete';
    if (!this.#putNameOf(state)) {
      const name = short(nameInDn(this.#text(dn)));
      this.#rows.write(TEXT_PLACE.name, name);
    }
    if (isDelete) this.#nameByDn(dn);
  }

  #putNameOf(state: number): boolean {
    for (const place of [IDENTITY.displayName, IDENTITY.userPrincipalName]) {
      for (const hologram of [state, SYNCHRONIZED, PENDING_IMPORT]) {
        const entry = this.#entry(hologram);
        if (entry.ends[place] === 0) continue;
        this.#putValue(TEXT_PLACE.name, entry, place);
        return true;
      }
    }
    return false;
  }

  #nameByDn(dn: Place): void {
    const has = (place: number) => this.#entryNow(place).ends[place] !== 0;
    const named = has(IDENTITY.displayName) || has(IDENTITY.userPrincipalName);
    if (!named) this.#rows.write(TEXT_PLACE.displayName, short(nameInDn(this.#text(dn))));
    if (has(IDENTITY.sourceAnchor)) return;
    const decoded = decodeDn(this.#text(dn));
    if (decoded !== null && decoded.form !== 'cloud-anchor') {
      this.#rows.write(TEXT_PLACE.sourceAnchor, short(decoded.text));
    }
  }

  #entry(hologram: number): EntryBytes {
    const entry = this.#entries[hologram];
    const part = HOLOGRAMS[hologram];
    if (entry === undefined || part === undefined) throw NOT_PLAIN;
    const bit = 1 << hologram;
    if ((this.#entriesRead & bit) === 0) {
      entry.read(this.#parts.start(part), this.#parts.end(part));
      this.#entriesRead |= bit;
    }
    return entry;
  }

  #putValue(column: number, entry: EntryBytes, place: number): void {
    this.#place.start = entry.starts[place] ?? 0;
    this.#place.end = entry.ends[place] ?? 0;
    this.#put(column, this.#place);
  }

  #put(column: number, place: Place): void {
    if (this.#rows.copy(column, this.#cursor.bytes, place.start, place.end)) return;
    this.#rows.write(column, short(this.#text(place)));
  }

  #text({ start, end }: Place): string {
    return textOfBytes(this.#cursor.bytes, start, end);
  }

  /** The number of a word that is read without the white space around it. */
  #word(start: number, end: number): number {
    const { bytes } = this.#cursor;
    this.#mustBeTrimmed(start, end);
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === AMPERSAND || byte === LESS_THAN || byte < SPACE) throw NOT_PLAIN;
    }
    return this.#rows.words.numberOf(bytes, start, end);
  }

  /** Throws NOT_PLAIN where a text begins or ends with what may be white space, or is too long to be a word. */
  #mustBeTrimmed(start: number, end: number): void {
    if (start === end) return;
    const { bytes } = this.#cursor;
    const first = bytes[start] ?? 0;
    const last = bytes[end - 1] ?? 0;
    if (first <= SPACE || first > 0x7e || last <= SPACE || last > 0x7e) throw NOT_PLAIN;
    if (first === AMPERSAND || last === SEMICOLON || end - start > LONGEST_TEXT) throw NOT_PLAIN;
  }

  /** The word for no error. Throws NOT_PLAIN where the object has one. */
  #error(): number {
    for (const part of ERROR_DETAILS) {
      if (this.#parts.hasAttributes(part)) throw NOT_PLAIN;
      const start = this.#parts.start(part);
      const end = this.#parts.end(part);
      if (end > start && SAYS_AN_ERROR.test(this.#cursor.bytes.toString('latin1', start, end)))
        throw NOT_PLAIN;
    }
    return this.#rows.words.numberOfText('');
  }
}
