import { type ByteSource, type OpenSource, openFromDisk } from '../../csexport/byte-source.ts';
import type { ByteRange, ExportState } from '../../csexport/cs-object.ts';
import type { FileIdentity, ReadObject } from '../../csexport/export-reader.ts';
import { readObjectAt } from '../../csexport/read-object.ts';
import type { ExportRow } from '../export-row.ts';
import { exportRowsOf } from '../export-rows-of.ts';
import type { PendingExport } from '../pending-export.ts';
import { pendingExportsOf } from '../pending-exports-of.ts';
import type { ComparedEntry } from './compared-export.ts';
import { standingChange } from './standing-change.ts';

/** A pending export as it is compared, and its row for a query. */
export interface ComparedRecord {
  readonly record: PendingExport;
  readonly row: () => ExportRow;
}

/** Reads pending exports again, from the file and, where there is one, from the second export of the same server. */
export class ExportRecords {
  readonly #file: FileIdentity;
  readonly #again: FileIdentity | null;
  readonly #open = new KeptOpen();

  constructor(file: FileIdentity, again: FileIdentity | null) {
    this.#file = file;
    this.#again = again;
  }

  /** Throws `InputFaultError` of kind `changed` where a file is not what it was when it was compared. */
  async read(entry: ComparedEntry): Promise<ComparedRecord> {
    const { state, range, again } = entry;
    const read: ReadObject = { object: await this.#object(this.#file, range), range };
    const record = ofState(pendingExportsOf(read.object), state);
    const row = () => ofState(exportRowsOf(read), state);
    if (this.#again === null || again === null) return { record, row };
    const other = ofState(pendingExportsOf(await this.#object(this.#again, again)), state);
    const standing = standingChange(record, other) ?? record;
    return { record: standing, row: () => rowOf(standing, row()) };
  }

  /** Closes the files. */
  close(): Promise<void> {
    return this.#open.closeAll();
  }

  #object(file: FileIdentity, range: ByteRange) {
    return readObjectAt(file, range, this.#open.source);
  }
}

function ofState<Kind extends { readonly state: ExportState }>(
  all: readonly Kind[],
  state: ExportState,
): Kind {
  const found = all.find((one) => one.state === state);
  // The same bytes of an unchanged file are the same object.
  if (found === undefined) throw new Error(`an object lost its ${state} export while it was compared`);
  return found;
}

/** The row of what stands: a query is not to find an attribute that the comparison leaves out. */
function rowOf(standing: PendingExport, row: ExportRow): ExportRow {
  return {
    ...row,
    newDn: standing.newDn ?? '',
    operation: row.operation === 'rename' && standing.newDn === null ? 'update' : row.operation,
    attributes: [...new Set(standing.changes.map(({ attribute }) => attribute))],
    changedValues: standing.changes.reduce((sum, one) => sum + one.added.length + one.deleted.length, 0),
  };
}

/** Files that stay open between one reading and the next: a comparison may read a hundred thousand objects again. */
class KeptOpen {
  readonly #sources = new Map<string, ByteSource>();

  readonly source: OpenSource = async (path) => {
    const source = this.#sources.get(path) ?? (await openFromDisk(path));
    this.#sources.set(path, source);
    return { ...source, close: async () => undefined };
  };

  async closeAll(): Promise<void> {
    const sources = [...this.#sources.values()];
    this.#sources.clear();
    for (const source of sources) await source.close();
  }
}
