import type { FlowSide } from './attribute-flows.ts';

/** What a rule of one server does with the attribute, in a line: `precedence 100: Trim([mail]), where c EQUAL DE`. */
export function flowSideText(side: FlowSide | null): string {
  if (side === null) return 'none';
  const scope = side.scope.length === 0 ? '' : `, where ${side.scope.join(' OR ')}`;
  const state = side.disabled ? ' (DISABLED)' : '';
  return `precedence ${side.precedence ?? 'not said'}${state}: ${side.flow}${scope}`;
}
