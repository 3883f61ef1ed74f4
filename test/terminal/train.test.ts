import { afterEach, describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../src/recovery/questions.ts';
import { expectDrawnWell, expectTerminalRestored } from './drawn-well.ts';
import { startTerminal, type TerminalSession } from './start-terminal.ts';

let session: TerminalSession;
afterEach(() => session.close());

/** Waits for a screen of the training, and looks it over. */
async function sees(pattern: RegExp): Promise<string> {
  const shown = await session.waitForScreen(pattern);
  expectDrawnWell(session);
  expect(session.screen()[0]).toContain('TRAINING');
  return shown;
}

describe.each([
  [80, 24],
  [120, 40],
])('stagewalk train in a terminal of %i columns and %i lines', (columns, rows) => {
  const train = (...args: string[]) => startTerminal({ columns, rows, args: ['train', ...args] });

  it('shows the screens of all six steps, says TRAINING on each, and gives the terminal back', async () => {
    session = train();
    await sees(/Start the walkthrough/);
    expect(session.onAlternateScreen()).toBe(true);
    session.type('1');
    await sees(/^Prepare/);
    session.type('n');
    await sees(/^Configuration/);
    session.type('n');
    await sees(/^Import and s/);
    session.type('n');
    await sees(/^Verify/);
    session.type('n');
    await sees(/^Before the switch.*still open/s);
    session.type('STAGE0');
    session.press('enter');
    await sees(/That is not STAGE01/);
    session.type('1');
    await sees(/Name: STAGE01/);
    session.press('enter');
    await sees(/^Switch .*step 5 of 6/);
    session.type('n');
    await sees(/^Disaster recovery/);
    session.press('ctrl+c');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
    expectTerminalRestored(session);
  });

  it('opens an item, the names, the help and the choice of home, and finds the way back', async () => {
    session = train();
    await sees(/Start the walkthrough/);
    session.type('?');
    await sees(/Leave the program/);
    session.press('esc');
    await sees(/Start the walkthrough/);
    session.press('enter');
    await sees(/^Prepare/);
    session.press('down');
    await sees(/► .* 2\. /);
    session.press('enter');
    await sees(/item 2 of \d+.*What to do/s);
    session.press('esc');
    await sees(/^Prepare .*step 1 of 6/);
    session.type('f');
    await sees(/^Names and folder/);
    session.press('esc');
    await sees(/^Prepare .*step 1 of 6/);
    session.press('esc');
    await sees(/Go on: Prepare/);
    session.type('q');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
    expectTerminalRestored(session);
  });

  it('leads from Verify into the table, where the deletes of the contractors are found', async () => {
    session = train();
    await sees(/Start the walkthrough/);
    session.type('1');
    await sees(/^Prepare/);
    for (const title of [/^Configuration/, /^Import and s/, /^Verify/]) {
      session.press('right');
      await sees(title);
    }
    session.type('t');
    await sees(/- 62 deletes.*318 of 320 rows/s);
    session.type('4');
    await sees(/62 of 320 rows/);
    session.type('/');
    await sees(/Filter:/);
    session.type('contractor');
    await sees(/60 of 320 rows/);
    session.press('enter');
    await sees(/Enter open/);
    session.press('enter');
    await sees(/The whole object is deleted/);
    // A small window shows it two pages on.
    if (!session.screen().some((line) => line.includes('OU=')))
      for (const _ of [1, 2]) session.press('pagedown');
    await sees(/OU=Contractors,DC=contoso,DC=com/);
    session.press('esc');
    await sees(/60 of 320 rows/);
    session.type('x');
    session.type('0');
    await sees(/318 of 320 rows/);
    session.type('i');
    await sees(/device\D+1\D+2\D+0\D+2\D/);
    session.press('esc');
    await sees(/Enter open/);
    session.type('v');
    await sees(/Columns: \d+ of \d+ shown/);
    session.press('esc');
    await sees(/Enter open/);
    session.type('?');
    await sees(/One row up/);
    session.press('esc');
    await sees(/318 of 320 rows/);
    session.type('q');
    await sees(/^Verify .*step 4 of 6/);
    session.press('ctrl+c');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
  });

  it('asks the questions of disaster recovery and answers with a strategy', async () => {
    session = train();
    const home = await sees(/Start the walkthrough/);
    session.type(/(\d) +Disaster recovery/.exec(home)?.[1] ?? '');
    for (const question of QUESTIONS.keys()) {
      await sees(new RegExp(`^Disaster recovery .*question ${question + 1} of ${QUESTIONS.length}`));
      session.type('1');
    }
    await sees(/Strategy: Rebuild when needed/);
    session.press('left');
    await sees(/question 11 of 11/);
    session.press('ctrl+c');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
  });

  it('rehearses the loss of the active server, and ends with the debrief', async () => {
    session = train('server-gone');
    await sees(/Rehearsal: the active server is gone/);
    session.type('1');
    await sees(/^Prepare/);
    session.type('jj ');
    await sees(/Ticked/);
    session.type('q');
    const home = await sees(/End the rehearsal/);
    session.type(/(\d) +End the rehearsal/.exec(home)?.[1] ?? '');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
    expect(session.output()).toMatch(/Debrief: .*from the beginning to the last tick[\s\S]*Left out: \d+/);
  });

  it('compares the strategies in a table, and asks where to write the runbook', async () => {
    session = train('server-gone');
    session.type(/(\d) +Disaster recovery/.exec(await sees(/Start the walkthrough/))?.[1] ?? '');
    await sees(/^Disaster recovery/);
    session.type('1'.repeat(QUESTIONS.length));
    await sees(/Strategy: Rebuild when needed/);
    session.type('t');
    await sees(/Rebuild +│ hours.*ADVISED/s);
    session.type('w');
    await sees(/To which file/);
    session.press('esc');
    await sees(/all questions answered/);
    session.press('ctrl+c');
    expect(await session.exit()).toEqual({ exitCode: 0, signal: 0 });
  });
});
