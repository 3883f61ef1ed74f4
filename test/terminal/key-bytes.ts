/** What a terminal sends for a key. */
export const KEY_BYTES = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  enter: '\r',
  esc: '\x1b',
  tab: '\t',
  'ctrl+c': '\x03',
} as const;

export type KeyName = keyof typeof KEY_BYTES;
