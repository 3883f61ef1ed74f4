import { KEYS, type KeyBinding, type KeyScope } from './key-bindings.ts';

export { KEYS, type KeyBinding, type KeyScope };

/** The part of Ink's `Key` that names a key. */
export interface PressedKey {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

const NAMED: readonly (readonly [keyof PressedKey, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/**
 * The names of what was pressed: `['down']`, `['ctrl+d']`, `['shift+tab']`.
 * A key held down over a slow line arrives as one string, `jjj`: it gives `['j', 'j', 'j']`, so that no step is lost.
 */
export function keyNames(input: string, key: PressedKey): string[] {
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  const named = NAMED.find(([flag]) => key[flag]);
  if (named) return [named[1]];
  if (key.ctrl) return [`ctrl+${input.toLowerCase()}`];
  return Array.from(input, characterName);
}

const CHARACTERS: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u001b': 'esc',
  '\u007f': 'backspace',
  '\b': 'backspace',
};

// Inside a burst Ink names nothing: a Ctrl+C after two letters is the bare character.
function characterName(character: string): string {
  const code = character.charCodeAt(0);
  const control = code < 0x20 ? `ctrl+${String.fromCharCode(code + 0x60)}` : character;
  return CHARACTERS[character] ?? control;
}

const BY_SCOPE = new Map<KeyScope, KeyBinding[]>();
for (const binding of KEYS) {
  BY_SCOPE.set(binding.scope, [...(BY_SCOPE.get(binding.scope) ?? []), binding]);
}

/** The bindings of one scope, in their order; those of `everywhere` come last, but for `field`, where letters are typed. */
export function bindingsFor(of: KeyScope): readonly KeyBinding[] {
  const own = BY_SCOPE.get(of) ?? [];
  const everywhere = BY_SCOPE.get('everywhere') ?? [];
  return of === 'everywhere' || TYPED.has(of) ? own : [...own, ...everywhere];
}

// Where text is typed, `?` and `h` are text.
const TYPED: ReadonlySet<KeyScope> = new Set(['field', 'switch']);

/** What this key does there, or null. `keyName` as {@link keyNames} gives it. */
export function bindingFor(of: KeyScope, keyName: string): KeyBinding | null {
  return bindingsFor(of).find((binding) => binding.keys.includes(keyName)) ?? null;
}

const SHOWN: Readonly<Record<string, string>> = {
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  esc: 'Esc',
  space: 'Space',
  tab: 'Tab',
  'shift+tab': 'Shift+Tab',
  backspace: 'Backspace',
  delete: 'Del',
};

/** A key as people read it: `PgDn`, `Ctrl+F`, `j`. */
export function keyLabel(keyName: string): string {
  const control = /^ctrl\+(.)$/.exec(keyName)?.[1];
  return control ? `Ctrl+${control.toUpperCase()}` : (SHOWN[keyName] ?? keyName);
}

/** Every key of a binding as people read it. Digits in a row are shortened: `1-9`. */
export function keyLabels(binding: KeyBinding): string[] {
  const digits = binding.keys.filter((key) => /^\d$/.test(key));
  if (digits.length < 3) return binding.keys.map(keyLabel);
  return [`${digits[0]}-${digits.at(-1)}`];
}

/**
 * The line of keys at the foot of a screen, as many as fit into `columns` cells; the last one, which leads back or
 * to help, is always there.
 */
export function footerFor(of: KeyScope, columns: number, leftOut: ReadonlySet<string> = new Set()): string {
  const shown = bindingsFor(of).filter((binding) => binding.footer && !leftOut.has(binding.id));
  const texts = shown.map((binding) => ({
    text: `${keyLabels(binding)[0]} ${binding.label}`,
    stays: /\.(back|quit|cancel|help)$/.test(binding.id),
  }));
  const line = (): string => texts.map(({ text }) => text).join('  ');
  while (line().length > columns) {
    const last = texts.findLastIndex(({ stays }) => !stays);
    if (last < 0) return line().slice(0, Math.max(0, columns));
    texts.splice(last, 1);
  }
  return line();
}

const WHERE: Readonly<Record<KeyScope, string>> = {
  everywhere: 'Everywhere',
  home: 'Home',
  step: 'A step',
  item: 'An item of a step',
  facts: 'Names and folder',
  choice: 'A choice',
  files: 'Export files',
  questions: 'Disaster recovery',
  switch: 'Before the switch',
  table: 'Table of pending exports',
  configuration: 'Configuration',
  flows: 'Flows of a pending export',
  columns: 'Columns of the table',
  object: 'One object',
  help: 'Help',
  field: 'Where you type',
};

/** What the README and the help screen call the place where these keys work. */
export function scopeTitle(of: KeyScope): string {
  return WHERE[of];
}

/** The README's table of keys, in Markdown, without a line end at its end. */
export function keysTable(): string {
  const rows = KEYS.map(
    (binding) => `| ${WHERE[binding.scope]} | ${keyLabels(binding).map(code).join(' ')} | ${binding.help} |`,
  );
  return ['| Where | Keys | What it does |', '|---|---|---|', ...rows].join('\n');
}

function code(key: string): string {
  return `\`${key}\``;
}
