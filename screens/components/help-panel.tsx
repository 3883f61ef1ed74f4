import { type JSX, useRef, useState } from 'react';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { bindingFor, bindingsFor, type KeyScope, keyLabels, keyNames, scopeTitle } from '../keys.ts';
import type { Theme } from '../theme.ts';
import { bodyRows, ScreenFrame } from './screen-frame.tsx';
import { type Move, moved } from './scrolling.ts';
import { useKeys } from './use-keys.ts';
import { Lines, type ScreenLine, textLines } from './wrapped-text.tsx';

const KEYS_WIDTH = 20;

/** The help of a screen as lines: every key that works there, from the table of keys. */
function helpLines(scope: KeyScope, width: number): ScreenLine[] {
  const keys = bindingsFor(scope).flatMap((binding) =>
    textLines(binding.help, width, 'plain', keyLabels(binding).join(' ').padEnd(KEYS_WIDTH)),
  );
  return [
    ...keys,
    { text: '', meaning: 'plain' },
    ...textLines(
      'The screen stands still and the window title says "Select"? A click did that: press Esc.',
      width,
      'muted',
    ),
  ];
}

/** The keys of one screen, over that screen; any way back closes it. */
export function HelpPanel({
  terminal,
  theme,
  scope,
  training,
  onClose,
}: {
  readonly terminal: Terminal;
  readonly theme: Theme;
  /** The screen that the help is for. */
  readonly scope: KeyScope;
  readonly training: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const [shown, setShown] = useState(0);
  const latest = useRef(0);
  const lines = helpLines(scope, terminal.columns);
  const height = bodyRows(terminal);
  const tops = Math.max(1, lines.length - height + 1);
  useKeys((input, key) => {
    for (const name of keyNames(input, key)) {
      const id = bindingFor('help', name)?.id;
      if (id === 'help.back' || id === 'everywhere.help') return onClose();
      const move = id === undefined ? undefined : MOVES[id];
      if (move) latest.current = moved(latest.current, move, tops, height);
    }
    setShown(latest.current);
  });
  const top = Math.min(shown, tops - 1);
  const last = Math.min(lines.length, top + height);
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={`Keys: ${scopeTitle(scope)}`}
      place={lines.length > height ? `lines ${top + 1} to ${last} of ${lines.length}` : ''}
      training={training}
      scope="help"
    >
      <Lines lines={lines} theme={theme} width={terminal.columns} top={top} height={height} />
    </ScreenFrame>
  );
}

const MOVES: Readonly<Record<string, Move>> = {
  'help.up': 'up',
  'help.down': 'down',
  'help.page-up': 'page-up',
  'help.page-down': 'page-down',
  'help.first': 'first',
  'help.last': 'last',
};
