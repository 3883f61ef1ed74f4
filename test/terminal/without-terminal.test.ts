import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtProgram, temporaryHome } from './built-program.ts';

let home: string;
beforeEach(() => {
  home = temporaryHome();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Starts the program with pipes in place of a terminal. */
function piped(...args: string[]) {
  const child = spawn(process.execPath, [builtProgram(), '--state', join(home, 'state'), ...args], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, exit };
}

describe('the program without a terminal', () => {
  it('prints the whole training as plain text and ends with 0', async () => {
    const { child, exit } = piped('train');
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(await exit).toBe(0);
    expect(errors).toBe('');
    expect(output).toMatch(/^TRAINING/);
    for (const title of [
      'Prepare',
      'Configuration',
      'Import and synchronize',
      'Verify',
      'Switch',
      'Disaster recovery',
    ]) {
      expect(output).toContain(title);
    }
    expect(output).toMatch(/62 deletes/);
    expect(output).toMatch(/The first \d+ of 320 rows/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be in plain text
    expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  it('ends without a word where nobody reads on', async () => {
    const { child, exit } = piped('train');
    child.stdout.once('data', () => child.stdout.destroy());
    const errors = await text(child.stderr);
    expect(errors).toBe('');
    expect(await exit).not.toBeNull();
  });
});
