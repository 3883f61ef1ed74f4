import { shownValue } from './secrets.ts';
import type { Area, Fact, Value } from './server-configuration.ts';
import type { Strings } from './strings.ts';

/** Gathers facts; a second one about the same thing is kept beside the first, with its number. */
export class FactList {
  readonly facts = new Map<string, Fact>();
  readonly #strings: Strings;

  constructor(strings: Strings) {
    this.#strings = strings;
  }

  /** Adds a setting with the text that a file gives it; what must not be seen is hidden here. */
  add(area: Area, item: string, setting: string, text: string, type = ''): void {
    this.addValue(area, item, setting, shownValue(setting === '' ? item : setting, text, type));
  }

  /** Adds a setting whose value may be shown as it is. */
  addShown(area: Area, item: string, setting: string, text: string): void {
    this.addValue(area, item, setting, { text, compared: text });
  }

  addValue(area: Area, item: string, setting: string, value: Value): void {
    for (let count = 1; ; count++) {
      const named = count === 1 ? setting : `${setting} (${count})`;
      const key = `${area}\0${item}\0${named}`.toLowerCase();
      if (this.facts.has(key)) continue;
      this.facts.set(this.#strings.kept(key), {
        area,
        item: this.#strings.kept(item),
        setting: this.#strings.kept(named),
        value: this.#keptValue(value),
      });
      return;
    }
  }

  #keptValue({ text, compared }: Value): Value {
    const kept = this.#strings.kept(text);
    return { text: kept, compared: text === compared ? kept : compared };
  }
}
