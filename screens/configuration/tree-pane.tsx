import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { subjectOf } from '../../src/configuration/difference-words.ts';
import { inCells } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Waiver } from '../../src/walkthrough/walkthrough.ts';
import type { Meaning, Theme } from '../theme.ts';
import type { TreeLine } from './tree-lines.ts';

/** The lines of the tree that are in sight. */
export function TreePane({
  lines,
  none,
  cursor,
  top,
  waived,
  theme,
  width,
  height,
}: {
  readonly lines: readonly TreeLine[];
  /** What to say where there is no line. */
  readonly none: string;
  readonly cursor: number;
  readonly top: number;
  readonly waived: Readonly<Record<string, Waiver>>;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}): JSX.Element {
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      {lines.length === 0 ? <Text>{none}</Text> : null}
      {lines.slice(top, top + height).map((line, index) => {
        const isMarked = top + index === cursor;
        const pointer = inCells(isMarked ? theme.mark.pointer : '', 2);
        const text = inCells(pointer + lineText(line, waived), width - 1, 'left', theme.mark.ellipsis);
        return (
          <Text key={line.id} wrap="truncate" {...theme.style(isMarked ? 'selected' : meaningOf(line))}>
            {text}
          </Text>
        );
      })}
    </Box>
  );
}

function lineText(line: TreeLine, waived: Readonly<Record<string, Waiver>>): string {
  switch (line.kind) {
    case 'heading':
      return `[${line.open ? '-' : '+'}] ${line.title}: ${line.count}`;
    case 'place':
      return `  [${line.open ? '-' : '+'}] ${printable(line.title)}: ${line.count}`;
    case 'difference':
      return `      ${Object.hasOwn(waived, line.id) ? '(waived) ' : ''}${printable(subjectOf(line.difference))}`;
    case 'same':
      return `      = ${printable(subjectOf(line.thing))}`;
    default:
      return line satisfies never;
  }
}

function meaningOf(line: TreeLine): Meaning {
  if (line.kind === 'heading') return line.id === 'matters' ? 'warning' : 'heading';
  return line.kind === 'same' ? 'muted' : 'plain';
}
