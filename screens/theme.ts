import type { Operation } from '../src/pending-exports/export-row.ts';
import type { Terminal } from '../src/terminal/terminal.ts';

/** What a text means on screen. Each meaning has a colour, and wherever it matters a mark or a word beside it. */
export type Meaning =
  | 'plain'
  | 'muted'
  | 'heading'
  | 'add'
  | 'update'
  | 'rename'
  | 'delete'
  | 'danger'
  | 'warning'
  | 'good'
  | 'selected'
  | 'training';

/** How Ink draws one meaning; every part may be missing, so it spreads into `<Text>`. */
interface Style {
  readonly color?: string;
  readonly backgroundColor?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
}

export interface Marks {
  readonly operation: Readonly<Record<Operation, string>>;
  readonly pointer: string;
  readonly ticked: string;
  readonly open: string;
  readonly danger: string;
  readonly arrow: string;
  readonly ellipsis: string;
  readonly sortUp: string;
  readonly sortDown: string;
  readonly horizontal: string;
  readonly vertical: string;
}

export interface Theme {
  readonly style: (meaning: Meaning) => Style;
  readonly mark: Marks;
  /** Ink's border for boxes: line art that every console font has, or plain ASCII. */
  readonly border: 'single' | 'classic';
}

const OPERATION_MARKS: Marks['operation'] = {
  add: '+',
  update: '~',
  rename: '>',
  delete: '-',
  'delete-add': '!',
  replace: '=',
  obsolete: '?',
  other: '?',
};

// Only what WGL4 has: older consoles show a box for anything else.
const UNICODE: Marks = {
  operation: OPERATION_MARKS,
  pointer: '►',
  ticked: '[x]',
  open: '[ ]',
  danger: '‼',
  arrow: '→',
  ellipsis: '…',
  sortUp: '▲',
  sortDown: '▼',
  horizontal: '─',
  vertical: '│',
};

const ASCII: Marks = {
  ...UNICODE,
  pointer: '>',
  danger: '!!',
  arrow: '->',
  ellipsis: '~',
  sortUp: '^',
  sortDown: 'v',
  horizontal: '-',
  vertical: '|',
};

const COLORS: Readonly<Record<Meaning, Style>> = {
  plain: {},
  muted: { dimColor: true },
  heading: { bold: true },
  add: { color: 'green' },
  update: { color: 'yellow' },
  rename: { color: 'cyan' },
  delete: { color: 'red' },
  danger: { color: 'red', bold: true },
  warning: { color: 'yellow', bold: true },
  good: { color: 'green' },
  selected: { inverse: true },
  training: { color: 'magenta', bold: true },
};

const NO_COLORS: Readonly<Record<Meaning, Style>> = {
  plain: {},
  muted: {},
  heading: { bold: true },
  add: {},
  update: {},
  rename: {},
  delete: {},
  danger: { bold: true },
  warning: { bold: true },
  good: {},
  selected: { inverse: true },
  training: { bold: true },
};

/** The theme for what this terminal can show. */
export function themeFor(terminal: Pick<Terminal, 'color' | 'unicode'>): Theme {
  const styles = terminal.color ? COLORS : NO_COLORS;
  return {
    style: (meaning) => styles[meaning],
    mark: terminal.unicode ? UNICODE : ASCII,
    border: terminal.unicode ? 'single' : 'classic',
  };
}
