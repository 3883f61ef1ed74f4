import { EventEmitter } from 'node:events';
import { render } from 'ink';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { cellWidth } from '../../src/terminal/cells.ts';
import { FakeStdin } from './fake-stdin.ts';

const SEQUENCES: Readonly<Record<string, string>> = {
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  pageup: '\u001b[5~',
  pagedown: '\u001b[6~',
  enter: '\r',
  esc: '\u001b',
  tab: '\t',
  'shift+tab': '\u001b[Z',
  space: ' ',
  backspace: '\u007f',
  delete: '\u001b[3~',
};
const PATIENCE_MS = 5_000;

/** A screen under test: what it shows, and the keys that reach it. */
export interface ScreenUnderTest {
  /** What stands on the screen now. */
  readonly frame: () => string;
  /** The frame, once it matches; fails with the last frame where it never does. */
  readonly waitForFrame: (wanted: RegExp) => Promise<string>;
  /** Presses keys by name, one after the other: `down`, `enter`, `ctrl+f`, `q`. */
  readonly press: (...keys: string[]) => Promise<void>;
  /** Sends characters in one piece, as a slow line does. */
  readonly type: (text: string) => Promise<void>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  readonly unmount: () => void;
}

class FakeStdout extends EventEmitter {
  isTTY = true;
  columns: number;
  rows: number;
  last = '';
  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }
  write = (text: string, ...rest: readonly unknown[]): boolean => {
    // What sets a mode of the terminal draws nothing; an empty write is how Ink waits for those before it.
    if (text !== '' && !text.startsWith('\u001b[?')) {
      this.last = text;
      this.emit('frame');
    }
    for (const written of rest) if (typeof written === 'function') written();
    return true;
  };
}

const mounted = new Set<() => void>();
afterEach(() => {
  for (const unmount of mounted) unmount();
  mounted.clear();
});

/** Draws a screen into a terminal of this size that only the test sees. It is taken down after the test. */
export async function renderScreen(
  screen: ReactNode,
  { columns = 80, rows = 24 }: { columns?: number; rows?: number } = {},
): Promise<ScreenUnderTest> {
  const stdout = new FakeStdout(columns, rows);
  const stdin = new FakeStdin();
  const instance = render(screen, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stderr: new FakeStdout(columns, rows) as unknown as NodeJS.WriteStream,
    // Whole frames, without cursor movement.
    debug: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const unmount = (): void => {
    instance.unmount();
    instance.cleanup();
    mounted.delete(unmount);
  };
  mounted.add(unmount);
  const settled = async (): Promise<void> => {
    await new Promise((done) => setImmediate(done));
    await instance.waitUntilRenderFlush();
  };
  const send = async (text: string): Promise<void> => {
    stdin.send(text);
    await settled();
  };
  const frame = (): string => stdout.last;
  // Ink listens for keys only after its first effects.
  await settled();
  return {
    frame,
    unmount,
    waitForFrame: (wanted) =>
      new Promise((done, fail) => {
        const seen = (): void => {
          if (!wanted.test(frame())) return;
          stop();
          done(frame());
        };
        const late = setTimeout(() => {
          stop();
          fail(new Error(`No frame matches ${wanted}. The last one:\n${frame()}`));
        }, PATIENCE_MS);
        const stop = (): void => {
          clearTimeout(late);
          stdout.off('frame', seen);
        };
        stdout.on('frame', seen);
        seen();
      }),
    press: async (...keys) => {
      for (const key of keys) await send(sequence(key));
    },
    type: send,
    resize: async (toColumns, toRows) => {
      stdout.columns = toColumns;
      stdout.rows = toRows;
      stdout.emit('resize');
      await settled();
    },
  };
}

function sequence(key: string): string {
  const control = /^ctrl\+(.)$/.exec(key)?.[1];
  return control ? String.fromCharCode(control.charCodeAt(0) & 31) : (SEQUENCES[key] ?? key);
}

/** What of a frame does not fit into a window of this size: '' where all does. */
export function misfit(frame: string, columns: number, rows: number): string {
  const lines = frame.replace(/\n$/, '').split('\n');
  const wide = lines.filter((line) => cellWidth(line) > columns).map((line) => `too wide: ${line}`);
  const tall = lines.length > rows - 1 ? [`too tall: ${lines.length} lines in ${rows} rows`] : [];
  return [...wide, ...tall].join('\n');
}
