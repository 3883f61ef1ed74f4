import { dirname } from 'node:path';

/** Why an output cannot be written, in words for the operator. The message may hold a path: print it through `printable`. */
export class OutputProblem extends Error {
  override readonly name = 'OutputProblem';
}

/** An error of the file system as an {@link OutputProblem} about `path`; any other error as it is. */
export function outputProblem(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (error instanceof OutputProblem || code === null) return error;
  return new OutputProblem(`${path}: ${whatIsWrong(code, path)}`, { cause: error });
}

/** The system's own word for an error (`ENOENT`, say), or null where it is none of the system's. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** True where Windows says that another program has the file open: it has three codes for that. */
export function isHeldByAnother(code: string | null): boolean {
  return code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
}

function whatIsWrong(code: string, path: string): string {
  if (code === 'EEXIST')
    return 'is there already. Choose another place with --out, or replace it with --force.';
  if (code === 'ENOENT')
    return `the folder ${dirname(path)} does not exist. Create it, or choose another place.`;
  if (code === 'ENOTDIR') return 'a part of this path is a file, not a folder. Choose another place.';
  if (code === 'EISDIR') return 'is a folder. Give the name of a file.';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full. Make room, or choose another place.';
  if (code === 'EFBIG') return 'the file would be larger than this disk allows. Choose another place.';
  if (code === 'EROFS') return 'this disk can only be read. Choose another place.';
  if (code === 'ENAMETOOLONG') return 'the name is too long. Choose a shorter one.';
  if (code === 'EINVAL') return 'the name is not allowed here. Choose another one.';
  if (code === 'EBUSY') return 'another program holds it: Excel, say. Close it there, then run this again.';
  if (code === 'EPERM' || code === 'EACCES') {
    return 'cannot be written: you have no permission, or another program (Excel, say) holds it. Close it there, or choose another place.';
  }
  return `cannot be written (${code}). Choose another place.`;
}
