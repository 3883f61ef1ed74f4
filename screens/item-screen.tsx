import type { JSX } from 'react';
import type { AppState } from './app-state.ts';
import { bodyRows, ScreenFrame } from './components/screen-frame.tsx';
import { Lines } from './components/wrapped-text.tsx';
import { itemLines } from './item-lines.ts';
import { lastTop, type openItem } from './item-state.ts';
import { leftOutOn } from './step-state.ts';
import type { Theme } from './theme.ts';

/** One item, opened: what to do, the commands whole, why, how it is known to have worked, what goes wrong. */
export function ItemScreen({
  state,
  open,
  theme,
}: {
  readonly state: AppState;
  readonly open: NonNullable<ReturnType<typeof openItem>>;
  readonly theme: Theme;
}): JSX.Element {
  const { terminal, walkthrough } = state;
  const { view, step, item, place } = open;
  const lines = itemLines(item, walkthrough, view.command, terminal.columns, theme);
  const height = bodyRows(terminal);
  const top = Math.min(view.top, lastTop(state, view, item));
  const seen = Math.min(lines.length, top + height);
  const more = lines.length > height ? `  lines ${top + 1} to ${seen} of ${lines.length}` : '';
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={step.title}
      place={`item ${place + 1} of ${step.items.length}${more}`}
      training={walkthrough.training !== null}
      scope="item"
      status={state.status}
      leftOut={
        new Set([
          ...leftOutOn('item', step),
          ...(item.commands.length > 0 ? [] : ['item.copy']),
          ...(item.commands.length > 1 ? [] : ['item.next-command']),
          ...(item.asks.length > 0 ? ['item.tick'] : ['item.facts']),
        ])
      }
    >
      <Lines lines={lines} theme={theme} width={terminal.columns} top={top} height={height} />
    </ScreenFrame>
  );
}
