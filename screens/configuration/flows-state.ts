import type { AttributeFlows, FlowsOf } from '../../src/configuration/attribute-flows.ts';

/** How far the reading of the two configurations is, for the flows of a pending export's attributes. */
export type FlowsRead =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly flowsOf: FlowsOf }
  | { readonly kind: 'none'; readonly said: string };

/** Which attribute is shown, and from which line on. */
export interface FlowsPlace {
  readonly at: number;
  readonly top: number;
}

/** The place after a step to the next or the last attribute; it begins at its top. */
export function otherAttribute({ at }: FlowsPlace, by: number, count: number): FlowsPlace {
  return { at: Math.max(0, Math.min(at + by, count - 1)), top: 0 };
}

/** The flows that are shown; null where nothing can be. */
export function shownFlows(
  read: FlowsRead,
  attributes: readonly string[],
  { at }: FlowsPlace,
): AttributeFlows | null {
  const attribute = attributes[at];
  return read.kind === 'read' && attribute !== undefined ? read.flowsOf(attribute) : null;
}
