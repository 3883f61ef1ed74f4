import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { cellWidth } from '../../src/terminal/cells.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { TextField } from '../components/text-field.tsx';
import type { Theme } from '../theme.ts';
import { markedLine, type Typing } from './configuration-state.ts';
import type { ConfigurationStore } from './use-configuration.ts';

const LABELS: Readonly<Record<Exclude<Typing, null>, string>> = {
  active: 'Active server, folder: ',
  staging: 'Staging server, folder: ',
  filter: 'Filter: ',
  why: 'Why may it stay? ',
  attribute: 'Attribute: ',
};

/** The line at the foot of the screen in which a folder, the filter, a reason or an attribute is typed. */
export function TypedLine({
  terminal,
  theme,
  store,
  onWaive,
  onBack,
}: {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly store: ConfigurationStore;
  readonly onWaive: (key: string, why: string) => void;
  readonly onBack: () => void;
}): JSX.Element | null {
  const { state, latest, send, compare } = store;
  const { typing } = state;
  if (typing === null) return null;
  const label = LABELS[typing];
  const accept = (text: string) => {
    const typed = withoutQuotes(text);
    send({ kind: 'type', typing: null });
    if (typing === 'filter') return send({ kind: 'filter', text });
    if (typed === '') return cancel();
    if (typing === 'attribute')
      return send({ kind: 'over', over: { kind: 'flows', attribute: typed, top: 0 } });
    if (typing === 'why') return onWaive(markedLine(latest())?.id ?? '', typed);
    send({ kind: 'path', side: typing, path: typed });
    if (typing === 'active') send({ kind: 'type', typing: 'staging' });
    else compare();
  };
  const cancel = (): void => {
    if (typing === 'filter') send({ kind: 'filter', text: '' });
    send({ kind: 'type', typing: null });
    if (latest().loaded.kind === 'asking') onBack();
  };
  return (
    <Box>
      <Text {...theme.style('heading')}>{label}</Text>
      <TextField
        // Another question is another field.
        key={typing}
        theme={theme}
        width={Math.max(8, terminal.columns - cellWidth(label) - 1)}
        initial={
          typing === 'active' || typing === 'staging'
            ? state.paths[typing]
            : typing === 'filter'
              ? state.filter
              : ''
        }
        {...(typing === 'filter' ? { onChange: (text: string) => send({ kind: 'filter', text }) } : {})}
        onAccept={accept}
        onCancel={cancel}
      />
    </Box>
  );
}

/** Windows copies a path in quotes; they are no part of it. */
function withoutQuotes(text: string): string {
  return text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
}
