import { Text } from 'ink';
import type { JSX } from 'react';
import type { Theme } from '../theme.ts';
import type { Piece } from './format-row.ts';

/** One line made of pieces, each drawn by its meaning; cut at the edge of the screen. */
export function PieceLine({
  pieces,
  theme,
}: {
  readonly pieces: readonly Piece[];
  readonly theme: Theme;
}): JSX.Element {
  return (
    <Text wrap="truncate">
      {pieces.map(({ text, meaning }, index) =>
        meaning === 'plain' ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the line
          <Text key={index} {...theme.style(meaning)}>
            {text}
          </Text>
        ),
      )}
    </Text>
  );
}
