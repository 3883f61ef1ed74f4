import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Outcome } from '../../screens/services.ts';
import { missingForRunbook, type RunbookSource, runbookFor } from '../recovery/runbook/runbook.ts';
import { OutputProblem } from '../reports/output-problem.ts';
import { runbookHtml } from '../reports/runbook-html.ts';
import { runbookMarkdown } from '../reports/runbook-markdown.ts';
import { WholeFiles } from '../reports/whole-files.ts';
import type { Walkthrough } from '../walkthrough/walkthrough.ts';
import type { CommandIo } from './command-io.ts';
import { wholePath } from './whole-path.ts';

/** What came of it: the file's whole path, or what must be entered before a runbook can be written. */
export type WrittenRunbook = { readonly path: string } | { readonly missing: readonly string[] };

/**
 * Writes the runbook to a whole path, whole or not at all. The ending says the form: .md or .html.
 *
 * @throws OutputProblem where the file cannot be written, or is there and `force` is not said.
 */
export async function writeRunbook(
  source: RunbookSource,
  path: string,
  force: boolean,
): Promise<WrittenRunbook> {
  const text = FORMS[extname(path).toLowerCase()];
  if (text === undefined) throw new OutputProblem(`${path}: end the name with .md or .html.`);
  const missing = missingForRunbook(source);
  if (missing.length > 0) return { missing };
  const files = new WholeFiles(force, []);
  try {
    const file = await files.open(path);
    await file.write(text(runbookFor(source)));
    const [written = path] = await files.commit();
    return { path: written };
  } finally {
    await files.discard();
  }
}

/** The same for a screen, from a path as it was typed: what came of it, said in a line. Never rejects. */
export async function runbookWritten(
  { facts, answers, training }: Walkthrough,
  typed: string,
  force: boolean,
  io: Pick<CommandIo, 'cwd' | 'env' | 'now'>,
): Promise<Outcome> {
  try {
    const path = wholePath(typed, io);
    if (!force && existsSync(path)) {
      // What can never be written over is refused as such, not as a file that is merely in the way.
      await new WholeFiles(true, []).check(path);
      return { ok: false, said: `${path} is there already.`, exists: true };
    }
    const source = { facts, answers, training: training !== null, now: io.now() };
    const written = await writeRunbook(source, path, force);
    return 'missing' in written
      ? { ok: false, said: `Enter first: ${written.missing.join(' ')}` }
      : { ok: true, said: `Wrote ${written.path}` };
  } catch (error) {
    return { ok: false, said: error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error) };
  }
}

const FORMS: Readonly<Record<string, typeof runbookHtml>> = {
  '.md': runbookMarkdown,
  '.html': runbookHtml,
  '.htm': runbookHtml,
};
