import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeGeneratedExport } from '../../fixtures/generate-export.ts';
import { expectDrawnWell, expectTerminalRestored } from './drawn-well.ts';
import { startTerminal, type TerminalSession } from './start-terminal.ts';

let home: string;
let session: TerminalSession;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stagewalk-test-'));
});
afterEach(async () => {
  await session.close();
  rmSync(home, { recursive: true, force: true });
});

function start(...args: string[]): TerminalSession {
  session = startTerminal({ columns: 80, rows: 24, args, home });
  return session;
}

describe('a program that is interrupted', () => {
  it('goes on where it was after it was killed', async () => {
    start('train');
    await session.waitForScreen(/Start the walkthrough/);
    session.type('1');
    await session.waitForScreen(/^Prepare/);
    session.type('n');
    await session.waitForScreen(/^Configuration/);
    session.press('down');
    session.type(' ');
    const before = await session.waitForScreen(/\[x\]/);
    session.kill('SIGKILL');
    expect((await session.exit()).signal).toBe(9);

    start('train');
    const after = await session.waitForScreen(/^(Configuration.*\[x\]|.*Go on: Configuration)/s);
    if (!after.startsWith('Configuration')) session.type('1');
    const resumed = await session.waitForScreen(/^Configuration.*\[x\]/s);
    const ticked = (screen: string) => screen.split('\n').filter((line) => line.includes('[x]'));
    expect(ticked(resumed).map((line) => line.replace(/^\W+/, ''))).toEqual(
      ticked(before).map((line) => line.replace(/^\W+/, '')),
    );
  });

  it('ends at once on Ctrl+C while it loads, and gives the terminal back', async () => {
    const path = join(home, 'large.xml');
    await writeGeneratedExport(path, { bytes: 40_000_000 });
    // Read whole by the parser, the file takes long enough to be interrupted.
    start('triage', '--strict', path);
    await session.waitForScreen(/Reading \d+ %/);
    expectDrawnWell(session);
    session.press('ctrl+c');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
    expectTerminalRestored(session);
  });

  it('keeps what was read when Esc stops the load, and says that it is partial', async () => {
    const path = join(home, 'large.xml');
    await writeGeneratedExport(path, { bytes: 40_000_000 });
    // Read whole by the parser, the file takes long enough to be interrupted.
    start('triage', '--strict', path);
    await session.waitForScreen(/Reading [1-9]\d* %/);
    session.press('esc');
    await session.waitForScreen(/PARTIAL: [\d,]+ of [\d,]+ rows/);
    expectDrawnWell(session);
    session.press('down');
    session.press('enter');
    await session.waitForScreen(/dn|before|value/i);
    expectDrawnWell(session);
  });

  it('says what is needed in a window that is too small, and then shows the table as it was', async () => {
    const path = join(home, 'small.xml');
    const { objects, operations } = await writeGeneratedExport(path, { objects: 100 });
    const staged = objects - operations.none;
    start('triage', path);
    await session.waitForScreen(new RegExp(`${staged} of ${staged} rows`));
    session.type('4');
    const shown = new RegExp(`^Pending exports.*${operations.delete} of ${staged} rows`, 's');
    await session.waitForScreen(shown);
    session.resize(60, 20);
    await session.waitForScreen(/80.*24/s);
    expect(session.wrappedLines()).toEqual([]);
    session.resize(120, 40);
    await session.waitForScreen(shown);
    expectDrawnWell(session);
    session.resize(80, 24);
    await session.waitForScreen(shown);
    expectDrawnWell(session);
  });
});
