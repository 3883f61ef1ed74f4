import { type Frame, frameChange, frameOf } from './frame-change.ts';

/** The stream of a terminal: process.stdout, or a test's. */
export interface TerminalStream {
  readonly columns: number;
  readonly rows: number;
  readonly destroyed?: boolean;
  readonly writableEnded?: boolean;
  readonly write: (text: string, written?: () => void) => unknown;
  readonly on: (event: 'resize', listener: () => void) => unknown;
  readonly off: (event: 'resize', listener: () => void) => unknown;
}

/** How a terminal takes its frames. */
export interface FramePace {
  /** Milliseconds from one frame to the next at least. */
  readonly pause: number;
  /** Whether it has a scroll region, and inserts and deletes lines in it. */
  readonly scrolls: boolean;
}

// Synchronized output (DEC 2026): a terminal that knows it shows no half of a frame; others ignore it.
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';
const ENTER_SCREEN = '\x1b[?1049h';
const LEAVE_SCREEN = '\x1b[?1049l';
const MODE = '\x1b[?';

/**
 * Stands between Ink, which writes each frame whole (`debug: true`), and a terminal, which gets what changed. While the
 * terminal takes its time, or frames follow faster than its pace, only the latest frame is drawn. What sets
 * a mode passes through. Text at a real cursor (Ink's `useCursor`) is not supported: Ink does not place it then.
 */
export class FrameOutput implements TerminalStream {
  readonly isTTY = true;
  readonly #terminal: TerminalStream;
  readonly #pace: FramePace;
  /** What the terminal shows; null where that is not known. */
  #shown: Frame | null = null;
  /** The latest frame that is not drawn yet. */
  #waiting: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #busy = false;
  #drawnAt = Number.NEGATIVE_INFINITY;

  constructor(terminal: TerminalStream, pace: FramePace) {
    this.#terminal = terminal;
    this.#pace = pace;
    // Before Ink's own listener, which draws: a terminal rearranges what it shows when it changes its size.
    terminal.on('resize', this.#forget);
  }

  get columns(): number {
    return this.#terminal.columns;
  }

  get rows(): number {
    return this.#terminal.rows;
  }

  get destroyed(): boolean {
    return this.#terminal.destroyed ?? false;
  }

  get writableEnded(): boolean {
    return this.#terminal.writableEnded ?? false;
  }

  on(event: 'resize', listener: () => void): this {
    this.#terminal.on(event, listener);
    return this;
  }

  off(event: 'resize', listener: () => void): this {
    this.#terminal.off(event, listener);
    return this;
  }

  /** Takes a whole frame, or a sequence that sets a mode. With `written` all that waits is drawn first. */
  write(text: string, written?: () => void): boolean {
    if (text.startsWith(MODE)) this.#setMode(text, written);
    else {
      if (text !== '' || written === undefined) this.#waiting = text;
      if (written === undefined) this.#drawSoon();
      else {
        this.#draw();
        this.#terminal.write('', written);
      }
    }
    return true;
  }

  /** Lets go of the terminal. What waits is not drawn any more. */
  close(): void {
    this.#drop();
    this.#terminal.off('resize', this.#forget);
  }

  #setMode(text: string, written: (() => void) | undefined): void {
    if (text.startsWith(ENTER_SCREEN)) this.#forget();
    if (text.startsWith(LEAVE_SCREEN)) {
      // A frame must not land on the shell's screen.
      this.#drop();
      this.#forget();
    }
    this.#terminal.write(text, written);
  }

  readonly #forget = (): void => {
    this.#shown = null;
  };

  #drop(): void {
    this.#waiting = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #drawSoon(): void {
    if (this.#busy || this.#timer !== null || this.#waiting === null) return;
    const wait = this.#drawnAt + this.#pace.pause - performance.now();
    if (wait <= 0) this.#draw();
    else this.#timer = setTimeout(() => this.#draw(), wait);
  }

  #draw(): void {
    const text = this.#waiting;
    this.#drop();
    if (text === null) return;
    const frame = frameOf(text, this.columns, this.rows, this.#shown);
    const change = frameChange(this.#shown, frame, this.#pace.scrolls);
    this.#shown = frame;
    if (change === '') return;
    this.#drawnAt = performance.now();
    this.#busy = true;
    this.#terminal.write(BEGIN + change + END, () => {
      this.#busy = false;
      this.#drawSoon();
    });
  }
}
