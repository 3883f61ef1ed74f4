import { Text } from 'ink';
import type { JSX } from 'react';
import { footerFor, type KeyScope } from '../keys.ts';
import type { Theme } from '../theme.ts';

/** The line of keys at the foot of every screen, made from the table of keys; what has no room is in the help. */
export function Footer({
  scope,
  theme,
  columns,
  leftOut,
}: {
  readonly scope: KeyScope;
  readonly theme: Theme;
  readonly columns: number;
  /** Ids of bindings that do nothing on this screen. */
  readonly leftOut?: ReadonlySet<string>;
}): JSX.Element {
  return (
    <Text wrap="truncate" {...theme.style('muted')}>
      {footerFor(scope, columns, leftOut)}
    </Text>
  );
}
