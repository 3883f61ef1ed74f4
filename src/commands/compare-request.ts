import { sep } from 'node:path';
import type { MatchBy } from '../pending-exports/comparison/matching.ts';
import { type FailOn, parseFailOn } from '../pending-exports/fail-on.ts';
import type { CommandIo } from './command-io.ts';
import { ArgumentMistake } from './messages.ts';
import { wholePath } from './whole-path.ts';

/** The options of `compare` as they are typed. */
export interface CompareOptions {
  readonly format: 'text' | 'json';
  readonly match?: MatchBy;
  readonly a2?: string;
  readonly b2?: string;
  readonly out?: string;
  readonly force?: true;
  readonly partial?: true;
  readonly failOn?: readonly string[];
}

/** One side of a comparison, and a second export of the same server where there is one. Paths are whole. */
export interface SideRequest {
  readonly side: 'A' | 'B';
  readonly file: string;
  readonly again: string | null;
}

/** What `compare` is asked for, checked. */
export interface CompareRequest {
  readonly a: SideRequest;
  readonly b: SideRequest;
  readonly format: 'text' | 'json';
  /** null: the program finds out. */
  readonly match: MatchBy | null;
  /** null: standard output. */
  readonly out: string | null;
  readonly force: boolean;
  readonly partial: boolean;
  readonly failOn: readonly FailOn[];
}

/**
 * The arguments of `compare` as a request.
 *
 * @throws ArgumentMistake where they do not say what to do.
 */
export function compareRequest(
  a: string,
  b: string,
  options: CompareOptions,
  io: Pick<CommandIo, 'cwd' | 'env'>,
): CompareRequest {
  return {
    a: { side: 'A', file: input(a, 'A', io), again: again(options.a2, '--a2', io) },
    b: { side: 'B', file: input(b, 'B', io), again: again(options.b2, '--b2', io) },
    format: options.format,
    match: options.match ?? null,
    out: outputFile(options.out, io),
    force: options.force ?? false,
    partial: options.partial ?? false,
    failOn: (options.failOn ?? []).map(failOn),
  };
}

function input(typed: string, name: string, io: Pick<CommandIo, 'cwd' | 'env'>): string {
  if (typed === '') throw new ArgumentMistake(`${name} needs the path of a file that csexport wrote.`);
  return wholePath(typed, io);
}

function again(typed: string | undefined, name: string, io: Pick<CommandIo, 'cwd' | 'env'>): string | null {
  return typed === undefined ? null : input(typed, name, io);
}

/** null: standard output, which `-` names too. */
function outputFile(typed: string | undefined, io: Pick<CommandIo, 'cwd' | 'env'>): string | null {
  if (typed === '') throw new ArgumentMistake('--out needs a path.');
  if (typed === undefined || typed === '-') return null;
  if (typed.endsWith('/') || typed.endsWith(sep)) {
    throw new ArgumentMistake(`--out ${typed} is a folder, and compare writes one file: add its name.`);
  }
  return wholePath(typed, io);
}

function failOn(text: string): FailOn {
  const parsed = parseFailOn(text);
  if (!parsed.ok) throw new ArgumentMistake(parsed.message);
  return parsed.limit;
}
