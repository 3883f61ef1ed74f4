import type { InputFault } from '../csexport/input-fault.ts';
import { type OpenedExport, openExport } from '../csexport/open-export.ts';
import { ComparedExport } from '../pending-exports/comparison/compared-export.ts';
import type { CompareRequest, SideRequest } from './compare-request.ts';
import type { ProgressLine } from './progress-line.ts';

/** One file as it was read for a comparison, and why no further. */
export interface ReadFile {
  /** `A`, `B`, or their second exports. */
  readonly name: 'A' | 'A2' | 'B' | 'B2';
  readonly exports: ComparedExport;
  readonly fault: InputFault | null;
}

/** The files of one side. */
export interface ReadSide {
  readonly first: ReadFile;
  readonly again: ReadFile | null;
}

interface OpenFile {
  readonly name: ReadFile['name'];
  readonly opened: OpenedExport;
}

/**
 * Opens all files of a comparison before it reads any, then reads them one after the other.
 *
 * @throws InputFaultError where a file cannot be opened. A fault further on is kept with what was read before it.
 */
export async function readSides(
  { a, b }: Pick<CompareRequest, 'a' | 'b'>,
  signal: AbortSignal,
  progress: ProgressLine | null,
): Promise<{ a: ReadSide; b: ReadSide }> {
  const open = { a: await openSide(a), b: await openSide(b) };
  const all = [open.a.first, open.a.again, open.b.first, open.b.again].filter((file) => file !== null);
  const total = all.reduce((sum, { opened }) => sum + opened.identity.size, 0);
  let objects = 0;
  const show = (more: number): void => {
    objects += more;
    const bytes = all.reduce((sum, { opened }) => sum + opened.bytesRead(), 0);
    progress?.show(bytes, total, objects);
  };
  try {
    return { a: await readSide(open.a, signal, show), b: await readSide(open.b, signal, show) };
  } finally {
    progress?.clear();
  }
}

interface OpenSide {
  readonly first: OpenFile;
  readonly again: OpenFile | null;
}

async function openSide({ side, file, again }: SideRequest): Promise<OpenSide> {
  return {
    first: { name: side, opened: await openExport(file) },
    again: again === null ? null : { name: `${side}2`, opened: await openExport(again) },
  };
}

async function readSide(
  { first, again }: OpenSide,
  signal: AbortSignal,
  show: (objects: number) => void,
): Promise<ReadSide> {
  return {
    first: await readFile(first, signal, show),
    again: again === null ? null : await readFile(again, signal, show),
  };
}

async function readFile(
  { name, opened }: OpenFile,
  signal: AbortSignal,
  show: (objects: number) => void,
): Promise<ReadFile> {
  const exports = new ComparedExport(opened.identity);
  const reading = opened.objects(signal);
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) {
    exports.add(next.value);
    show(next.value.length);
  }
  return { name, exports, fault: next.value.fault };
}
