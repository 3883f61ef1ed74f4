import { lstat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Outcome } from '../../screens/services.ts';
import type { ByteRange } from '../csexport/cs-object.ts';
import type { FileIdentity } from '../csexport/export-reader.ts';
import { readObjectAt } from '../csexport/read-object.ts';
import { pendingExportsOf } from '../pending-exports/pending-exports-of.ts';
import { RECORD_FORMATS, type RecordFormat, recordReport } from '../reports/record-report.ts';
import { WholeFiles } from '../reports/whole-files.ts';
import type { CommandIo } from './command-io.ts';
import { counted } from './messages.ts';
import { wholePath } from './whole-path.ts';

/** Where an object stands, and in which file. */
export interface ShownObject {
  readonly file: FileIdentity;
  readonly range: ByteRange;
}

// Written at once: enough to keep the disk busy, little enough to keep memory small.
const AT_ONCE = 200;

/**
 * Writes the pending exports of these objects to a file, named as it was typed, in the format that its ending says, whole or not at
 * all. An object that is shown in several rows is written once, with all its pending exports.
 */
export async function exportShown(
  shown: readonly ShownObject[],
  typed: string,
  force: boolean,
  io: Pick<CommandIo, 'cwd' | 'env'>,
): Promise<Outcome> {
  const objects = distinct(shown);
  const inputs = [...new Set(objects.map(({ file }) => file.path))];
  const files = new WholeFiles(force, inputs);
  try {
    const path = wholePath(typed, io);
    const format = formatOf(path);
    if (format === null) return { ok: false, said: 'End the name with .csv, .ndjson or .json.' };
    if (!force && (await isThere(path))) {
      // What can never be written over is refused as such, not as a file that is merely in the way.
      await new WholeFiles(true, inputs).check(path);
      return { ok: false, said: `${path} is there already.`, exists: true };
    }
    const count = await writeRecords(objects, path, format, files);
    const [written = path] = await files.commit();
    return { ok: true, said: `Wrote ${written}: ${counted(count, 'pending export')}` };
  } catch (error) {
    return { ok: false, said: error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error) };
  } finally {
    await files.discard();
  }
}

async function writeRecords(
  objects: readonly ShownObject[],
  path: string,
  format: RecordFormat,
  files: WholeFiles,
): Promise<number> {
  const file = await files.open(path);
  const report = recordReport(format, false);
  let count = 0;
  await file.write(report.head());
  for (let start = 0; start < objects.length; start += AT_ONCE) {
    const read = [];
    for (const { file: identity, range } of objects.slice(start, start + AT_ONCE)) {
      read.push(await readObjectAt(identity, range));
    }
    const records = read.flatMap(pendingExportsOf);
    count += records.length;
    await file.write(report.records(records));
  }
  await file.write(report.tail());
  return count;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function formatOf(path: string): RecordFormat | null {
  const ending = extname(path).slice(1).toLowerCase();
  return RECORD_FORMATS.find((format) => format === ending) ?? null;
}

function distinct(shown: readonly ShownObject[]): ShownObject[] {
  return [...new Map(shown.map((object) => [`${object.range.start} ${object.file.path}`, object])).values()];
}
