import { Writable } from 'node:stream';
import type { CommandIo, OutputStream } from '../../src/commands/command-io.ts';

/** A stream that keeps what is written to it. */
export class KeptOutput extends Writable {
  readonly isTTY: boolean;
  readonly columns = 80;
  readonly rows = 24;
  #chunks: Buffer[] = [];

  constructor(isTTY = false) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#chunks.push(chunk);
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }
}

/** A {@link CommandIo} whose output can be read, and whose interrupt can be pulled. */
export interface TestIo extends CommandIo {
  readonly stdout: KeptOutput & OutputStream;
  readonly stderr: KeptOutput & OutputStream;
  readonly interrupt: () => void;
}

/** A process without a terminal in the folder `cwd`. */
export function testIo(cwd: string, parts: Partial<CommandIo> & { tty?: boolean } = {}): TestIo {
  const listeners = new Set<() => void>();
  const { tty = false, ...given } = parts;
  return {
    stdin: {},
    env: {},
    platform: 'linux',
    now: () => new Date('2026-11-22T20:00:00Z'),
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    cwd,
    ...given,
    stdout: new KeptOutput(tty),
    stderr: new KeptOutput(tty),
    interrupt: () => {
      for (const listener of listeners) listener();
    },
  };
}
