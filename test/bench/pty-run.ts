import { spawn } from '@lydell/node-pty';

/** Nothing is written for so long: the program has drawn what it had to. VisiData writes a little each 100 ms. */
const QUIET_MS = 70;
const PATIENCE_MS = 30_000;
/** A key that brings nothing for so long brings nothing. */
const ANSWER_MS = 2_000;

/** What a key brings. */
export interface KeyCost {
  readonly bytes: number;
  /** From the key to the last byte, in milliseconds. */
  readonly milliseconds: number;
}

/** A program in a pseudo-terminal of 120×40, that is measured. */
export interface PtyRun {
  /** Milliseconds from the start until what it writes holds this text. Comes once it then rests for so long. */
  readonly shows: (text: string, rest?: number) => Promise<number>;
  readonly press: (keys: string) => Promise<KeyCost>;
  readonly end: () => void;
}

/** Starts a program so. `env` is all of its environment but the path and the kind of terminal. */
export function startPty(command: string, args: readonly string[], env: Record<string, string>): PtyRun {
  const start = performance.now();
  const child = spawn(command, [...args], {
    cols: 120,
    rows: 40,
    name: 'xterm-256color',
    cwd: env['HOME'] ?? '.',
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  });
  let output = '';
  let lastAt = start;
  let wake = (): void => undefined;
  child.onData((data) => {
    output += data;
    lastAt = performance.now();
    wake();
  });
  const quiet = async (rest = QUIET_MS): Promise<void> => {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const left = lastAt + rest - performance.now();
      if (left <= 0) return;
      await pause(left);
    }
  };
  return {
    shows: async (text, rest) => {
      const until = start + PATIENCE_MS;
      while (!output.includes(text)) {
        if (performance.now() > until)
          throw new Error(`${command} never shows "${text}":\n${output.slice(-500)}`);
        await Promise.race([new Promise<void>((seen) => (wake = seen)), pause(QUIET_MS)]);
      }
      const shown = lastAt - start;
      await quiet(rest);
      return shown;
    },
    press: async (keys) => {
      const before = output.length;
      const pressed = performance.now();
      lastAt = pressed;
      child.write(keys);
      // On a busy machine the answer itself can take longer than the quiet after it.
      const until = pressed + ANSWER_MS;
      while (output.length === before && performance.now() < until) await pause(1);
      await quiet();
      return { bytes: Buffer.byteLength(output.slice(before)), milliseconds: lastAt - pressed };
    },
    end: () => child.kill('SIGKILL'),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
