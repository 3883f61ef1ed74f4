import type { Command, Item } from './walkthrough.ts';

type Written = Pick<Item, 'id' | 'title' | 'todo' | 'why' | 'worked'> & Partial<Item>;

/** An item from what its step says of it; required, ticked once, with nothing to type or click unless it says so. */
export function item(written: Written): Item {
  return {
    commands: [],
    clicks: [],
    wrong: [],
    formerly: null,
    danger: null,
    required: true,
    everyRound: false,
    asks: [],
    ...written,
  };
}

/** Lines typed at a cmd prompt. */
export function cmd(...lines: readonly string[]): Command[] {
  return lines.map((text) => ({ shell: 'cmd', text }));
}

/** Lines typed in a PowerShell window. */
export function powershell(...lines: readonly string[]): Command[] {
  return lines.map((text) => ({ shell: 'powershell', text }));
}
