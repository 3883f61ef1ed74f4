import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import type { Terminal } from '@xterm/headless';
import xterm from '@xterm/headless';
import { builtProgram, temporaryHome } from './built-program.ts';
import { KEY_BYTES, type KeyName } from './key-bytes.ts';

// Synchronized output: what comes in between is one frame, and no terminal that knows it shows half of one.
const FRAME_BEGINS = '\x1b[?2026h';
const FRAME_ENDS = '\x1b[?2026l';
const DEADLINE = 20_000;

export interface TerminalOptions {
  readonly columns: number;
  readonly rows: number;
  /** What follows `stagewalk` on the command line. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A folder for the state and for HOME that outlives this terminal: to resume in. One of its own if left out. */
  readonly home?: string;
}

/** How the program ended. */
interface Exit {
  readonly exitCode: number;
  readonly signal: number;
}

/** The real program in a real pseudo-terminal, whose screen is read as a person would see it. */
export interface TerminalSession {
  /** The lines on screen, without the spaces at their ends. */
  readonly screen: () => string[];
  /** Waits until the screen as a whole, lines joined by line feeds, matches; gives it. Fails with the screen shown. */
  readonly waitForScreen: (pattern: RegExp) => Promise<string>;
  readonly press: (key: KeyName) => void;
  readonly type: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Lines on screen that began on the line before and did not fit there. */
  readonly wrappedLines: () => string[];
  /** How many cells on screen have a colour of their own, in front or behind. */
  readonly colouredCells: () => number;
  readonly onAlternateScreen: () => boolean;
  readonly cursorVisible: () => boolean;
  /** All that the program has written so far, as it was written. */
  readonly output: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Waits for the program's end. Fails with the screen shown. */
  readonly exit: () => Promise<Exit>;
  /** Ends the program if it still runs, and removes what it left behind. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the built program in a terminal of this size.
 *
 * @throws Error where the program is not built.
 */
export function startTerminal(options: TerminalOptions): TerminalSession {
  const home = options.home ?? temporaryHome();
  const terminal: Terminal = new xterm.Terminal({
    cols: options.columns,
    rows: options.rows,
    allowProposedApi: true,
  });
  const child = spawn(process.execPath, [builtProgram(), '--state', join(home, 'state'), ...options.args], {
    cols: options.columns,
    rows: options.rows,
    name: 'xterm-256color',
    cwd: home,
    env: environment(home, options.env),
  });

  let output = '';
  let midFrame = false;
  let gone = false;
  let exit: Exit | null = null;
  const changed = new Set<() => void>();
  const announce = () => {
    for (const look of changed) look();
  };
  child.onData((data) => {
    output += data;
    const soFar = output;
    terminal.write(data, () => {
      midFrame = soFar.lastIndexOf(FRAME_BEGINS) > soFar.lastIndexOf(FRAME_ENDS);
      announce();
    });
  });
  // What the terminal answers to a question of the program: where the cursor is, say.
  terminal.onData((answer) => {
    if (!gone) child.write(answer);
  });
  child.onExit(({ exitCode, signal }) => {
    gone = true;
    // Behind everything that is still to be drawn.
    terminal.write('', () => {
      exit = { exitCode, signal: signal ?? 0 };
      announce();
    });
  });

  const screen = () => screenOf(terminal);
  const until = <T>(wanted: string, look: () => T | null): Promise<T> =>
    new Promise((resolve, reject) => {
      const attempt = () => {
        const found = look();
        if (found !== null) finish(() => resolve(found));
        else if (exit !== null) finish(() => reject(failure(`The program ended (${exit?.exitCode}) before`)));
      };
      const failure = (why: string) => new Error(`${why} ${wanted}. The screen:\n${screen().join('\n')}`);
      const deadline = setTimeout(() => finish(() => reject(failure('The deadline came before'))), DEADLINE);
      const finish = (settle: () => void) => {
        clearTimeout(deadline);
        changed.delete(attempt);
        settle();
      };
      changed.add(attempt);
      attempt();
    });
  const waitForExit = () => until('its end', () => exit);

  return {
    screen,
    waitForScreen: (pattern) =>
      until(`the screen matched ${pattern}`, () => {
        if (midFrame) return null;
        const text = screen().join('\n');
        return pattern.test(text) ? text : null;
      }),
    press: (key) => child.write(KEY_BYTES[key]),
    type: (text) => child.write(text),
    resize: (columns, rows) => {
      terminal.resize(columns, rows);
      child.resize(columns, rows);
    },
    wrappedLines: () => wrappedLines(terminal),
    colouredCells: () => colouredCells(terminal),
    onAlternateScreen: () => terminal.buffer.active.type === 'alternate',
    cursorVisible: () => output.lastIndexOf('\x1b[?25h') >= output.lastIndexOf('\x1b[?25l'),
    output: () => output,
    kill: (signal) => child.kill(signal),
    exit: waitForExit,
    close: async () => {
      if (exit === null) {
        child.kill('SIGKILL');
        await waitForExit();
      }
      terminal.dispose();
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

function environment(home: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    // CI makes Ink draw nothing until the end; the others would decide on colours and sizes instead of the terminal.
    ([name]) => !/^(CI|NO_COLOR|FORCE_COLOR|COLORTERM|COLUMNS|LINES|NODE_ENV|XDG_.*|VITEST.*)$/.test(name),
  );
  const all = { ...Object.fromEntries(inherited), HOME: home, TERM: 'xterm-256color', ...extra };
  return Object.fromEntries(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

function screenOf(terminal: Terminal): string[] {
  const { active } = terminal.buffer;
  return Array.from(
    { length: terminal.rows },
    (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
  );
}

function wrappedLines(terminal: Terminal): string[] {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) => active.getLine(active.baseY + row))
    .filter((line) => line?.isWrapped)
    .map((line) => line?.translateToString(true) ?? '');
}

function colouredCells(terminal: Terminal): number {
  const { active } = terminal.buffer;
  let count = 0;
  for (let row = 0; row < terminal.rows; row++) {
    const line = active.getLine(active.baseY + row);
    for (let column = 0; column < terminal.cols; column++) {
      const cell = line?.getCell(column);
      if (cell && !(cell.isFgDefault() && cell.isBgDefault())) count++;
    }
  }
  return count;
}
