import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeGeneratedExport } from '../../fixtures/generate-export.ts';
import { readScenario } from '../../src/walkthrough/scenarios.ts';
import { expectDrawnWell } from './drawn-well.ts';
import { startTerminal, type TerminalSession } from './start-terminal.ts';

// What an SSH session carries, and how much of the window RDP has to send as a picture.
const MOST_FOR_A_MOVE = 330;
const MOST_FOR_A_SCROLL = 400;
const FRAME = '\x1b[?2026h';

let folder: string;
let path: string;
let session: TerminalSession;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagewalk-test-'));
  path = join(folder, 'export.xml');
  await writeGeneratedExport(path, { objects: 400 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => session.close());

/** The bytes that come until the status line tells of this row. */
async function bytesTo(row: number, press: () => void): Promise<string> {
  const before = session.output().length;
  press();
  await session.waitForScreen(new RegExp(`Row ${row}$`, 'm'));
  expectDrawnWell(session);
  return session.output().slice(before);
}

async function openTable(columns: number, rows: number, env: Record<string, string> = {}): Promise<void> {
  session = startTerminal({ columns, rows, args: ['triage', path], env });
  await session.waitForScreen(/^(?!.*Reading).*of 358 rows\. Row 1\n/s);
}

describe('what a key costs on the way to the screen', () => {
  it('draws only the lines that change when the cursor moves, and never clears the screen', async () => {
    const { files } = readScenario('contoso');
    session = startTerminal({ columns: 80, rows: 24, args: ['triage', ...files] });
    await session.waitForScreen(/318 of 320 rows\. Row 1$/m);
    const cost = await bytesTo(2, () => session.press('down'));
    expect(Buffer.byteLength(cost)).toBeLessThanOrEqual(MOST_FOR_A_MOVE);
    expect(cost).not.toContain('\x1b[2J');
    expect(cost).not.toContain('\x1b[3J');
  });

  it('is at most 330 bytes for each move and 400 for each scroll at 120×40', async () => {
    await openTable(120, 40);
    const costs = [0];
    for (let row = 2; row <= 60; row += 1) {
      costs.push(Buffer.byteLength(await bytesTo(row, () => session.press('down'))));
    }
    for (let row = 59; row >= 1; row -= 1) {
      costs.push(Buffer.byteLength(await bytesTo(row, () => session.press('up'))));
    }
    const scrolls = [...costs.slice(40, 60), ...costs.slice(100)];
    expect(Math.max(...scrolls)).toBeLessThanOrEqual(MOST_FOR_A_SCROLL);
    expect(Math.max(...costs.slice(0, 30), ...costs.slice(60, 85))).toBeLessThanOrEqual(MOST_FOR_A_MOVE);
  });

  it('is one frame for a burst of keys, and none for keys that change nothing', async () => {
    await openTable(120, 40);
    const cost = await bytesTo(21, () => session.type(`${'k'.repeat(5)}ZZ${'j'.repeat(20)}`));
    expect(cost.split(FRAME)).toHaveLength(2);
    const idle = await bytesTo(22, () => {
      session.type('Z');
      session.type('Z');
      session.press('down');
    });
    expect(idle.split(FRAME)).toHaveLength(2);
  });

  it('shows the same screen as Ink itself draws with whole lines', async () => {
    const keys = async (): Promise<string[][]> => {
      const screens: string[][] = [];
      for (const [sent, seen] of [
        ['j'.repeat(45), /Row 46$/m],
        ['k'.repeat(43), /Row 3$/m],
        ['4', /- (\d+) deletes.*^\1 of 358 rows\. Shown: only delete\. Row \d+$/ms],
        ['g', /only delete\. Row 1$/m],
        ['?', /Keys/],
        ['q', /only delete\. Row 1$/m],
        ['0', /^358 of 358 rows\. Row \d+$/m],
        ['g', /^358 of 358 rows\. Row 1$/m],
        ['G', /Row 358$/m],
      ] as const) {
        session.type(sent);
        await session.waitForScreen(seen);
        screens.push(session.screen());
      }
      return screens;
    };
    await openTable(100, 30);
    const drawn = await keys();
    await session.close();
    await openTable(100, 30, { STAGEWALK_REDRAW: 'lines' });
    expect(await keys()).toEqual(drawn);
  });
});
