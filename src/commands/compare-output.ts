import { type WholeFile, WholeFiles } from '../reports/whole-files.ts';
import { partialPath } from './analyze-destination.ts';
import type { CommandIo } from './command-io.ts';
import type { CompareRequest } from './compare-request.ts';
import { StandardOutput } from './standard-output.ts';
import { terminalSafe } from './terminal-safe.ts';

/** Where a comparison goes. Its methods reject with an `OutputProblem`. */
export interface CompareOutput {
  /** True where it goes to a file: this appears whole or not at all, and standard output is free for words. */
  readonly toFile: boolean;
  /** True once nobody reads what is written. */
  readonly abandoned: () => boolean;
  /** Fails early where nothing could be written at the end. */
  readonly prepare: () => Promise<void>;
  readonly write: (text: string) => Promise<void>;
  /** Gives the whole path of the file, or null; where the comparison is not whole, the file's name says `partial`. */
  readonly finish: (whole: boolean) => Promise<string | null>;
  /** Leaves nothing behind of what was not finished. */
  readonly discard: () => Promise<void>;
}

/** The output that a request names. */
export function compareOutput(request: CompareRequest, io: CommandIo): CompareOutput {
  return request.out === null ? toStandardOutput(request, io) : toFile(request, request.out);
}

function toStandardOutput({ format }: CompareRequest, io: CommandIo): CompareOutput {
  const output = new StandardOutput(io.stdout);
  // The text for people is printable as it is made.
  const safe = io.stdout.isTTY && format === 'json' ? terminalSafe('json') : (text: string) => text;
  return {
    toFile: false,
    abandoned: () => output.readerGone,
    prepare: async () => undefined,
    write: (text) => output.write(safe(text)),
    finish: async () => null,
    discard: async () => undefined,
  };
}

function toFile({ a, b, force, partial }: CompareRequest, path: string): CompareOutput {
  const inputs = [a.file, a.again, b.file, b.again].filter((file) => file !== null);
  const files = new WholeFiles(force, inputs);
  let file: WholeFile | null = null;
  return {
    toFile: true,
    abandoned: () => false,
    prepare: async () => {
      if (partial) await files.check(partialPath(path));
      file = await files.open(path);
    },
    write: async (text) => file?.write(text),
    finish: async (whole) => (await files.commit(whole ? undefined : partialPath))[0] ?? null,
    discard: () => files.discard(),
  };
}
