import { sep } from 'node:path';
import { type FailOn, parseFailOn } from '../pending-exports/fail-on.ts';
import type { CommandIo } from './command-io.ts';
import { ArgumentMistake } from './messages.ts';
import { wholePath } from './whole-path.ts';

type FindingsFormat = 'json' | 'text';

/** The options of `triage` as they are typed. */
export interface TriageOptions {
  readonly format?: FindingsFormat;
  readonly rules?: string;
  readonly out?: string;
  readonly force?: true;
  readonly failOn?: readonly string[];
  readonly strict?: true;
}

/** Findings without a screen, as `triage` is asked for them, checked. Paths are whole. */
export interface FindingsRequest {
  readonly files: readonly string[];
  readonly format: FindingsFormat;
  /** null: none. */
  readonly rulesFile: string | null;
  /** null: standard output. */
  readonly out: string | null;
  readonly force: boolean;
  readonly failOn: readonly FailOn[];
}

/**
 * The findings that the options of `triage` ask for; null where they ask for the table.
 *
 * @throws ArgumentMistake where they do not say what to do.
 */
export function findingsRequest(
  files: readonly string[],
  options: TriageOptions,
  io: Pick<CommandIo, 'cwd' | 'env'>,
): FindingsRequest | null {
  const { format, rules, out, force, failOn = [] } = options;
  if (format === undefined) {
    const given = { '--rules': rules, '--out': out, '--force': force, '--fail-on': options.failOn };
    const [idle] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (idle === undefined) return null;
    throw new ArgumentMistake(`${idle} is for the findings: add --format json or --format text.`);
  }
  if (out === '') throw new ArgumentMistake('--out needs a path.');
  if (rules === '') throw new ArgumentMistake('--rules needs the path of a rules file.');
  if (out !== undefined && (out.endsWith('/') || out.endsWith(sep))) {
    throw new ArgumentMistake(`--out ${out} is a folder, and the findings are one file: add its name.`);
  }
  return {
    files,
    format,
    rulesFile: rules === undefined ? null : wholePath(rules, io),
    out: out === undefined || out === '-' ? null : wholePath(out, io),
    force: force ?? false,
    failOn: failOn.map(limitOf),
  };
}

function limitOf(text: string): FailOn {
  const parsed = parseFailOn(text);
  if (!parsed.ok) throw new ArgumentMistake(parsed.message);
  return parsed.limit;
}
