import { errorCode, OutputProblem } from '../reports/output-problem.ts';
import type { OutputStream } from './command-io.ts';

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
    if (!READER_GONE.has(errorCode(error) ?? '')) {
      throw new OutputProblem(`Standard output cannot be written: ${error.message}`, { cause: error });
    }
    this.#readerGone = true;
  }
}
