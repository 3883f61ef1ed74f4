import { isAadConnector } from '../../csexport/connectors.ts';
import type { ComparedEntry, ComparedExport } from './compared-export.ts';

/** `id`: two rounds on one server. `anchor`: two servers, by sourceAnchor or DN. */
export type MatchBy = 'id' | 'anchor';

/** How the objects of two exports are matched, and why so. */
export interface Matching {
  readonly by: MatchBy;
  /** `asked`: somebody said so. `same-ids`, `other-ids`: see `sharedIds`. `other-connectors`: their ids differ. */
  readonly why: 'asked' | 'same-ids' | 'other-ids' | 'other-connectors';
  /** How many objects of the second export have an id that the first has. */
  readonly sharedIds: number;
}

/**
 * Whether two exports come from one server. The ids of objects are GUIDs of one server's database, and so are the ids
 * of its connectors, but for the connector to Microsoft Entra ID, which has the same everywhere.
 */
export function matchingOf(a: ComparedExport, b: ComparedExport, asked: MatchBy | null): Matching {
  const ids = new Set(a.entries.map(({ keys }) => keys.id));
  const sharedIds = b.entries.filter(({ keys }) => keys.id !== null && ids.has(keys.id)).length;
  if (asked !== null) return { by: asked, why: 'asked', sharedIds };
  if (haveOtherConnectors(a, b)) return { by: 'anchor', why: 'other-connectors', sharedIds };
  return sharedIds > 0
    ? { by: 'id', why: 'same-ids', sharedIds }
    : { by: 'anchor', why: 'other-ids', sharedIds };
}

function haveOtherConnectors(a: ComparedExport, b: ComparedExport): boolean {
  const [of, others] = [a, b].map(ownConnectors);
  if (of === undefined || others === undefined || of.length === 0 || others.length === 0) return false;
  return !of.some((id) => others.includes(id));
}

function ownConnectors({ connectors }: ComparedExport): readonly string[] {
  return connectors.map(({ id }) => id).filter((id) => id !== '' && !isAadConnector(id));
}

/** What an entry is matched by. The state is a part of it: a change that was sent is not one that is to be sent. */
export function keyBy(by: MatchBy, { keys, state }: ComparedEntry): string {
  return `${state} ${by === 'id' ? (keys.id ?? keys.anchor) : keys.anchor}`;
}
