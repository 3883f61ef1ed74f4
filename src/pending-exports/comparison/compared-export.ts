import type { ByteRange, ExportState } from '../../csexport/cs-object.ts';
import type { FileIdentity, ReadObject } from '../../csexport/export-reader.ts';
import type { Operation } from '../export-row.ts';
import { pendingExportsOf } from '../pending-exports-of.ts';
import { operationOf, stagedDeltas } from '../staged-deltas.ts';
import { fingerprintOf } from './fingerprint.ts';
import { keysOf, type ObjectKeys } from './object-keys.ts';

/** One pending export of a file, as far as a comparison keeps it: the whole is read again from its range. */
export interface ComparedEntry {
  readonly keys: ObjectKeys;
  readonly fingerprint: string;
  readonly state: ExportState;
  readonly type: string;
  readonly operation: Operation;
  readonly range: ByteRange;
  /** Where the same object stands in a second export of the server; only what both change counts. null: all of it. */
  readonly again: ByteRange | null;
}

/** The connector that objects are of. */
interface ConnectorName {
  readonly id: string;
  readonly name: string;
}

/** The pending exports of one file: digests and byte ranges, some hundred bytes each. */
export class ComparedExport {
  readonly file: FileIdentity;
  readonly entries: ComparedEntry[] = [];
  readonly #connectors = new Map<string, ConnectorName>();
  #objects = 0;

  constructor(file: FileIdentity) {
    this.file = file;
  }

  /** Takes the next objects of the file. */
  add(batch: readonly ReadObject[]): void {
    for (const read of batch) this.#addOne(read);
  }

  /** Objects read, staged or not. */
  get objects(): number {
    return this.#objects;
  }

  /** The connectors of what was read; in a file of csexport it is one. */
  get connectors(): readonly ConnectorName[] {
    return [...this.#connectors.values()];
  }

  #addOne({ object, range }: ReadObject): void {
    this.#objects += 1;
    const id = object.connectorId?.toLowerCase() ?? '';
    const name = object.connectorName ?? '';
    if (id !== '' || name !== '') this.#connectors.set(`${id} ${name}`, { id, name });
    const staged = stagedDeltas(object);
    for (const [index, record] of pendingExportsOf(object).entries()) {
      const delta = staged[index]?.delta;
      if (delta === undefined) continue;
      this.entries.push({
        keys: keysOf(object, record.state, record.dn),
        fingerprint: fingerprintOf(record),
        state: record.state,
        type: record.type,
        operation: operationOf(delta),
        range,
        again: null,
      });
    }
  }
}
