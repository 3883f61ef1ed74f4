import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of the program as it was built.
 *
 * @throws Error where it was not.
 */
export function builtProgram(): string {
  const path = fileURLToPath(new URL('../../dist/stagewalk.js', import.meta.url));
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build first.`);
  return path;
}

/** A folder for the state of a program under test. The caller removes it. */
export function temporaryHome(): string {
  return mkdtempSync(join(tmpdir(), 'stagewalk-test-'));
}
