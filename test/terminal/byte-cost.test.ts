import { afterEach, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/walkthrough/scenarios.ts';
import { expectDrawnWell } from './drawn-well.ts';
import { startTerminal, type TerminalSession } from './start-terminal.ts';

// What an SSH session carries, and how much of the window RDP has to send as a picture.
const MOST_FOR_ONE_KEY = 350;

let session: TerminalSession;
afterEach(() => session.close());

describe('what a key costs on the way to the screen', () => {
  it('draws only the lines that change when the cursor moves, and never clears the screen', async () => {
    const { files } = readScenario('contoso');
    session = startTerminal({ columns: 80, rows: 24, args: ['triage', ...files] });
    await session.waitForScreen(/318 of 320 rows\. Row 1$/m);
    const drawn = session.output().length;
    session.press('down');
    await session.waitForScreen(/318 of 320 rows\. Row 2$/m);
    expectDrawnWell(session);
    const cost = session.output().slice(drawn);
    expect(cost.length).toBeLessThan(MOST_FOR_ONE_KEY);
    expect(cost).not.toContain('\x1b[2J');
    expect(cost).not.toContain('\x1b[3J');
  });
});
