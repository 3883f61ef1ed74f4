/** Below this a speed is a guess: milliseconds. */
const LEARNING = 1_000;
/** How much of what is told follows the newest measurement. */
const WEIGHT = 0.3;

/** How long a reading still takes, told from its speed so far. */
export class TimeLeft {
  #from: { at: number; bytes: number } | null = null;
  #last = { at: 0, bytes: 0 };
  /** Bytes a millisecond, smoothed: a pause of the disk must not make the number jump. */
  #speed: number | null = null;

  /** Whole seconds left at `now` (milliseconds), or null until they can be told. */
  seconds(now: number, bytes: number, totalBytes: number): number | null {
    if (this.#from === null) {
      this.#from = { at: now, bytes };
      this.#last = this.#from;
      return null;
    }
    const passed = now - this.#last.at;
    if (passed > 0) {
      const speed = (bytes - this.#last.bytes) / passed;
      this.#speed = this.#speed === null ? speed : this.#speed + WEIGHT * (speed - this.#speed);
      this.#last = { at: now, bytes };
    }
    if (now - this.#from.at < LEARNING || this.#speed === null || this.#speed <= 0) return null;
    return Math.max(0, Math.ceil((totalBytes - bytes) / this.#speed / 1000));
  }
}
