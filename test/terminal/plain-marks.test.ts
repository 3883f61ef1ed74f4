import { afterEach, describe, expect, it } from 'vitest';
import { startTerminal, type TerminalSession } from './start-terminal.ts';

let session: TerminalSession;
afterEach(() => session.close());

// Colours in front or behind: 30 to 49 and 90 to 107. Bold and reverse are no colours.
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what a terminal is told
const COLOUR = /\x1b\[(?:\d+;)*(?:[34][0-8]|9[0-7]|10[0-7])(?:;\d+)*m/;
const BEYOND_ASCII = /[^\x20-\x7e\n]/;

async function tableOf(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  session = startTerminal({ columns: 80, rows: 24, args: [...args, 'train'], env });
  await session.waitForScreen(/Start the walkthrough/);
  session.type('1');
  await session.waitForScreen(/^Prepare/);
  for (const title of [/^Configuration/, /^Import and s/, /^Verify/]) {
    session.type('n');
    await session.waitForScreen(title);
  }
  session.type('t');
  return session.waitForScreen(/318 of 320 rows/);
}

describe('what the operator asked of colours and characters', () => {
  it('is in colour in a terminal that has them', async () => {
    await tableOf([]);
    expect(session.colouredCells()).toBeGreaterThan(0);
  });

  it.each<[string, string[], Record<string, string>]>([
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['--no-color', ['--no-color'], {}],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }],
  ])('has no colour with %s, and says by words and marks what colour says', async (_, args, env) => {
    const table = await tableOf(args, env);
    expect(session.output()).not.toMatch(COLOUR);
    expect(session.colouredCells()).toBe(0);
    expect(table).toContain('TRAINING');
    expect(table).toMatch(/- 62 deletes/);
  });

  it('draws with ASCII alone where --ascii asks for it; only names of people keep their letters', async () => {
    const table = await tableOf(['--ascii']);
    expect(table.replaceAll(/[\p{L}\p{M}]/gu, '')).not.toMatch(BEYOND_ASCII);
    session.type('i');
    expect(await session.waitForScreen(/device/)).not.toMatch(BEYOND_ASCII);
    session.press('esc');
    await session.waitForScreen(/Enter open/);
    session.type('q');
    expect(await session.waitForScreen(/^Verify/)).not.toMatch(BEYOND_ASCII);
  });
});
