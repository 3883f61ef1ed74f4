import type { Writable } from 'node:stream';
import { errorCode, OutputProblem } from '../reports/output-problem.ts';
import type { CommandIo, OutputStream } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';

// A pipe whose reader has ended; Windows has a word of its own for it.
const READER_GONE = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** Standard output for data: no faster than its reader, and calm when the reader goes away (`| head`). */
export class StandardOutput {
  readonly #stream: OutputStream;
  #readerGone = false;

  constructor(stream: OutputStream) {
    this.#stream = stream;
  }

  /** True once nobody reads any more: what is written after that goes nowhere. */
  get readerGone(): boolean {
    return this.#readerGone;
  }

  /** Resolves when the text is handed over. Rejects with an `OutputProblem` where it cannot be (a full disk, say). */
  async write(text: string): Promise<void> {
    if (text === '' || this.#readerGone) return;
    const error = await new Promise<Error | null | undefined>((resolve) => {
      this.#stream.write(text, resolve);
    });
    if (!error) return;
    if (!isReaderGone(error)) throw new OutputProblem(cannotBeWritten(error), { cause: error });
    this.#readerGone = true;
  }
}

/**
 * Notices from now on what a stream loses. The function that comes back waits until all is handed over, and gives the
 * exit code: where words for people were lost (a report that is sent to a full disk) it says so, and the code is no
 * longer {@link EXIT.fine}.
 */
export function noticeLoss(
  stdout: Writable,
  io: Pick<CommandIo, 'stderr'>,
): (code: number) => Promise<number> {
  let lost: Error | null = null;
  stdout.on('error', (error) => {
    if (!isReaderGone(error)) lost ??= error;
  });
  return async (code) => {
    await new Promise<void>((resolve) => {
      stdout.write('', () => resolve());
    });
    if (lost === null || (code !== EXIT.fine && code !== EXIT.needsPerson)) return code;
    say(io.stderr, cannotBeWritten(lost));
    return EXIT.arguments;
  };
}

function isReaderGone(error: Error): boolean {
  return READER_GONE.has(errorCode(error) ?? '');
}

function cannotBeWritten(error: Error): string {
  return `Standard output cannot be written, and what was printed is not whole: ${error.message}`;
}
