import type { ExportRow } from './export-row.ts';
import { matches, namesState, parseQuery, type Query } from './query.ts';

/** What `--fail-on` asks for: more rows than `limit` that fit `query` are too many. */
export interface FailOn {
  /** As it was given. */
  readonly text: string;
  readonly query: Query;
  readonly limit: number;
}

export type ParsedFailOn =
  | { readonly ok: true; readonly limit: FailOn }
  | { readonly ok: false; readonly message: string };

const FORM = 'say a query, > and a number: --fail-on "op:delete>500"';

/** Reads the value of `--fail-on`: a query, the last `>`, a whole number. `message` is one line about a mistake. */
export function parseFailOn(text: string): ParsedFailOn {
  const sign = text.lastIndexOf('>');
  if (sign === -1) return { ok: false, message: `--fail-on has no limit; ${FORM}` };
  const digits = text.slice(sign + 1).trim();
  if (!/^\d{1,15}$/.test(digits)) {
    return {
      ok: false,
      message: `--fail-on needs a whole number after the last >, not "${digits}"; ${FORM}`,
    };
  }
  const parsed = parseQuery(text.slice(0, sign));
  if (!parsed.ok)
    return { ok: false, message: `--fail-on, character ${parsed.mistake.at + 1}: ${parsed.mistake.message}` };
  return { ok: true, limit: { text, query: parsed.query, limit: Number(digits) } };
}

/** Whether a row counts toward a limit: it fits the query, and is unapplied unless the query names a state. */
export function countsToward(limit: FailOn, row: ExportRow): boolean {
  if (row.state !== 'unapplied' && !namesState(limit.query)) return false;
  return matches(limit.query, row);
}
