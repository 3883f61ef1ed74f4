/** A stream that a command writes to: the process's own, or a test's. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** The stream that a screen reads keys from. */
interface InputStream {
  readonly isTTY?: boolean;
  readonly setRawMode?: (raw: boolean) => unknown;
}

/** Everything of the process that a command touches; tests hand in their own. */
export interface CommandIo {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** May be changed: colour is settled here before a screen loads. */
  readonly env: Record<string, string | undefined>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly now: () => Date;
  /** Calls `listener` once, when the operator or the system wants the program to end. Gives the way to stop listening. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** The options that every command has. */
export interface GlobalOptions {
  readonly ascii: boolean;
  readonly plain: boolean;
  readonly color: boolean;
  /** Folder of the saved walkthrough; undefined: the usual one. */
  readonly state: string | undefined;
}

/** The program's own process. */
export function processIo(): CommandIo {
  // A reader that goes away is noticed where something is written; without these it would end the program with a trace.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    now: () => new Date(),
    onInterrupt,
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

function onInterrupt(listener: () => void): () => void {
  // Without our listeners a second Ctrl+C ends the program at once.
  const stop = () => {
    for (const signal of SIGNALS) process.off(signal, interrupted);
  };
  const interrupted = () => {
    stop();
    listener();
  };
  for (const signal of SIGNALS) process.on(signal, interrupted);
  return stop;
}
