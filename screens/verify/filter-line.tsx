import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { cellWidth } from '../../src/terminal/cells.ts';
import { TextField } from '../components/text-field.tsx';
import type { Theme } from '../theme.ts';
import { keyOf } from './key-of.ts';

const LABEL = 'Filter: ';
const EXAMPLE = 'words, or op:delete type:user attr:mail changed:>5 -type:group';

/** The line in which the filter is typed, at the foot of the screen in place of the keys. */
export function FilterLine({
  theme,
  columns,
  initial,
  onType,
  onAccept,
  onCancel,
}: {
  readonly theme: Theme;
  readonly columns: number;
  readonly initial: string;
  readonly onType: (text: string) => void;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const hint = `  ${keyOf('field.accept')} keeps  ${keyOf('field.cancel')} restores`;
  const width = Math.max(8, columns - cellWidth(LABEL) - cellWidth(hint) - 1);
  return (
    <Box>
      <Text {...theme.style('heading')}>{LABEL}</Text>
      <Box width={width} flexShrink={0}>
        <TextField
          theme={theme}
          width={width}
          initial={initial}
          placeholder={EXAMPLE}
          onChange={onType}
          onAccept={onAccept}
          onCancel={onCancel}
        />
      </Box>
      <Text wrap="truncate" {...theme.style('muted')}>
        {hint}
      </Text>
    </Box>
  );
}
