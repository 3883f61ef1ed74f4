import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keysTable } from '../screens/keys.ts';
import { startTerminal, type TerminalSession } from './terminal/start-terminal.ts';

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

let session: TerminalSession | undefined;
afterEach(() => session?.close());

/** Compares a block of the README with what it is made from; with UPDATE_README set it writes the block instead. */
function expectBlock(name: string, made: string): void {
  const marks = new RegExp(`(<!-- ${name} -->\n)(.*?)(\n?<!-- /${name} -->)`, 's');
  const text = readFileSync(README, 'utf8');
  if (process.env['UPDATE_README']) {
    writeFileSync(
      README,
      text.replace(marks, (_, begin: string) => `${begin}${made}\n<!-- /${name} -->`),
    );
    return;
  }
  expect(marks.exec(text)?.[2]?.trim(), 'stale: run UPDATE_README=1 npx vitest run test/readme.test.ts').toBe(
    made,
  );
}

describe('the README', () => {
  it('lists the keys as the program has them', () => {
    expectBlock('keys', keysTable().trim());
  });

  it('shows the table as it looks in the training scenario', async () => {
    session = startTerminal({ columns: 80, rows: 24, args: ['train'] });
    await session.waitForScreen(/Start the walkthrough/);
    session.type('1');
    await session.waitForScreen(/^Prepare/);
    session.type('nnn');
    await session.waitForScreen(/^Verify/);
    session.type('t');
    await session.waitForScreen(/\d+ of \d+ rows/);
    session.type('4');
    // While the files are read something else stands between the two.
    await session.waitForScreen(/rows\. Shown: only delete/);
    const lines = session.screen();
    expectBlock(
      'picture',
      `\`\`\`\n${lines
        .map((line) => line.trimEnd())
        .join('\n')
        .trimEnd()}\n\`\`\``,
    );
  });

  it('has the two commands, and CI runs the second', () => {
    const readme = read('README.md');
    expect(readme).toContain('\nnpm ci && npm start -- train\n');
    expect(readme).toContain('\nnpm ci && npm test\n');
    expect(read('.ci/run')).toContain('\nnpm ci && npm test\n');
  });

  it('names each command of the program', () => {
    const cli = read('src/cli.ts');
    const commands = Array.from(cli.matchAll(/\.command\('(\w+)/g), ([, name]) => name);
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) expect(read('README.md')).toContain(`| \`stagewalk ${command}`);
  });
});
