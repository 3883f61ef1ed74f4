import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN_FILES, makeBroken } from './broken-files.ts';
import { expectDrawnWell, expectTerminalRestored } from './drawn-well.ts';
import { startTerminal, type TerminalSession } from './start-terminal.ts';

let folder: string;
let session: TerminalSession;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagewalk-test-'));
});
afterEach(() => session.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The screen as one text: what is said may be broken into lines anywhere. */
function asText(screen: readonly string[]): string {
  return screen.join(' ').replaceAll(/[│|]/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('stagewalk triage on a file that cannot be read', () => {
  it.each(BROKEN_FILES)('says what is wrong with $name, keeps what was read, and lives on', async (file) => {
    const path = makeBroken(file, folder);
    session = startTerminal({ columns: 80, rows: 24, args: ['triage', path] });
    await session.waitForScreen(new RegExp(file.says.source.replaceAll(' ', '\\s+'), file.says.flags));
    expectDrawnWell(session);
    expect(asText(session.screen())).toMatch(file.partial ? /Ana Adler/ : /0 rows/);
    session.type('?');
    await session.waitForScreen(/One row up/);
    expectDrawnWell(session);
    session.press('esc');
    await session.waitForScreen(new RegExp(file.says.source.replaceAll(' ', '\\s+'), file.says.flags));
    session.type('q');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
    expectTerminalRestored(session);
  });
});
