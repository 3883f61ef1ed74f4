import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileIdentity } from './export-reader.ts';
import { type FaultReason, faultOf } from './fault-reason.ts';
import {
  changedSinceRead,
  folder,
  missing,
  noOrdinaryFile,
  noPermission,
  unreadable,
} from './fault-reasons.ts';
import { InputFaultError } from './input-fault.ts';

/** An open file, as far as the reader needs it. Its functions reject as those of node:fs do. */
export interface ByteSource {
  /** Fills `buffer` from a byte of the file on; gives how many bytes there were, 0 at the end. */
  read(buffer: Uint8Array, position: number): Promise<number>;
  stat(): Promise<Pick<Stats, 'size' | 'mtimeMs' | 'isFile' | 'isDirectory'>>;
  close(): Promise<void>;
}

/** Opens a file for reading; a test hands in another. */
export type OpenSource = (path: string) => Promise<ByteSource>;

// Else the opening of a named pipe would wait for somebody to write into it. Windows has no such flag.
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file of the disk. */
export const openFromDisk: OpenSource = async (path) => {
  const handle = await open(path, READ_WITHOUT_WAITING);
  return {
    stat: () => handle.stat(),
    close: () => handle.close(),
    read: async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
  };
};

/**
 * Opens a file, lets `use` work with it, and closes it. What the operating system refuses becomes an
 * {@link InputFaultError} in an operator's words.
 */
export async function withSource<Result>(
  path: string,
  openSource: OpenSource,
  use: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  try {
    const source = await openSource(path);
    try {
      return await use(source);
    } finally {
      await source.close();
    }
  } catch (error) {
    throw inputFaultError(error, path);
  }
}

/** What the operating system says of a file as an {@link InputFaultError}; one that is such already comes back as it is. */
export function inputFaultError(error: unknown, path: string): InputFaultError {
  if (error instanceof InputFaultError) return error;
  return new InputFaultError(faultOf(reasonOfSystemError(error), path, null));
}

function reasonOfSystemError(error: unknown): FaultReason {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return missing();
    case 'EISDIR':
      return folder();
    case 'EACCES':
    case 'EPERM':
      return noPermission();
    default:
      return unreadable(code);
  }
}

/** What a file looks like now. Throws where it is a folder, a device or a pipe. */
export async function identify(path: string, source: ByteSource): Promise<FileIdentity> {
  const stats = await source.stat();
  if (stats.isDirectory()) throw new InputFaultError(faultOf(folder(), path, null));
  if (!stats.isFile()) throw new InputFaultError(faultOf(noOrdinaryFile(), path, null));
  return { path, size: stats.size, modified: stats.mtimeMs };
}

/** Throws the fault `changed` where a file is not what it was. */
export async function expectUnchanged(file: FileIdentity, source: ByteSource): Promise<void> {
  if (await hasChanged(file, source)) throw new InputFaultError(faultOf(changedSinceRead(), file.path, null));
}

/** True where a file has another size or another time than it had. */
export async function hasChanged(file: FileIdentity, source: ByteSource): Promise<boolean> {
  const stats = await source.stat();
  return stats.size !== file.size || stats.mtimeMs !== file.modified;
}
