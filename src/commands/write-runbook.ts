import { extname } from 'node:path';
import { missingForRunbook, type RunbookSource, runbookFor } from '../recovery/runbook/runbook.ts';
import { OutputProblem } from '../reports/output-problem.ts';
import { runbookHtml } from '../reports/runbook-html.ts';
import { runbookMarkdown } from '../reports/runbook-markdown.ts';
import { WholeFiles } from '../reports/whole-files.ts';

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

const FORMS: Readonly<Record<string, typeof runbookHtml>> = {
  '.md': runbookMarkdown,
  '.html': runbookHtml,
  '.htm': runbookHtml,
};
