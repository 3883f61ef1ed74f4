import { EventEmitter } from 'node:events';

/** A keyboard for Ink: what is sent arrives as one piece, as from a terminal in raw mode. */
export class FakeStdin extends EventEmitter {
  isTTY = true;
  readonly #waiting: string[] = [];
  setEncoding(): void {}
  setRawMode(): void {}
  ref(): void {}
  unref(): void {}
  read = (): string | null => this.#waiting.shift() ?? null;
  send(text: string): void {
    this.#waiting.push(text);
    this.emit('readable');
  }
}
