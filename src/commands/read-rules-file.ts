import { readFile } from 'node:fs/promises';
import type { Limits } from '../pending-exports/risk/limits.ts';
import type { RiskRules } from '../pending-exports/risk/risk-rules.ts';
import { parseRulesFile } from '../pending-exports/risk/rules-file.ts';
import { errorCode } from '../reports/output-problem.ts';
import { ArgumentMistake } from './messages.ts';

export type ReadRules =
  | { readonly ok: true; readonly rules: RiskRules }
  /** A line for each mistake: file, line, what is wrong. */
  | { readonly ok: false; readonly lines: readonly string[] };

/**
 * The operator's rules file; `limits` hold where it sets none.
 *
 * @throws ArgumentMistake where the file cannot be read.
 */
export async function readRulesFile(path: string, limits: Limits): Promise<ReadRules> {
  const parsed = parseRulesFile(decoded(await bytesOf(path), path), limits);
  if (parsed.ok) return parsed;
  return {
    ok: false,
    lines: parsed.mistakes.map(({ line, message }) => `${path}, line ${line}: ${message}`),
  };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    throw new ArgumentMistake(`${path}: the rules file ${whatIsWrong(code)}`, { cause: error });
  }
}

function whatIsWrong(code: string): string {
  if (code === 'ENOENT') return 'does not exist. Check the path of --rules.';
  if (code === 'EISDIR') return 'is a folder. Give the name of a file.';
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read: you have no permission.';
  return `cannot be read (${code}).`;
}

/** Editors on Windows save UTF-8 with or without a mark, or UTF-16 with one. */
function decoded(bytes: Buffer, path: string): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const encoding = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : (utf16 ?? 'utf-8');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ArgumentMistake(`${path}: the rules file is not UTF-8 text. Save it as UTF-8.`, {
      cause: error,
    });
  }
}
