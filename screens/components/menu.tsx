import { Text } from 'ink';
import SelectInput, { type IndicatorProps, type ItemProps } from 'ink-select-input';
import { createContext, type JSX, useContext } from 'react';
import { cellWidth, truncate } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Theme } from '../theme.ts';

/** Digits choose a line, so there are no more. */
const MOST_LINES = 9;

/**
 * A few lines to choose from, each with the digit that chooses it. It is drawn by ink-select-input and driven from
 * outside: by itself that drops a burst such as `jjj`, knows no Home and End, and forgets its place.
 */
export function Menu({
  theme,
  width,
  lines,
  cursor,
}: {
  readonly theme: Theme;
  readonly width: number;
  readonly lines: readonly string[];
  readonly cursor: number;
}): JSX.Element {
  const room = width - cellWidth(theme.mark.pointer) - 1;
  const items = lines.slice(0, MOST_LINES).map((line, index) => ({
    key: String(index),
    value: index,
    label: truncate(printable(`${index + 1}  ${line}`), room, theme.mark.ellipsis),
  }));
  return (
    <ThemeOfMenu value={theme}>
      <SelectInput
        // It takes a place only when it is made.
        key={cursor}
        items={items}
        initialIndex={cursor}
        isFocused={false}
        indicatorComponent={Pointer}
        itemComponent={Line}
      />
    </ThemeOfMenu>
  );
}

const ThemeOfMenu = createContext<Theme | null>(null);

function Pointer({ isSelected = false }: IndicatorProps): JSX.Element {
  const pointer = useContext(ThemeOfMenu)?.mark.pointer ?? '>';
  return <Text>{`${isSelected ? pointer : ' '.repeat(cellWidth(pointer))} `}</Text>;
}

function Line({ isSelected = false, label }: ItemProps): JSX.Element {
  const theme = useContext(ThemeOfMenu);
  return (
    <Text wrap="truncate" {...theme?.style(isSelected ? 'selected' : 'plain')}>
      {label}
    </Text>
  );
}
