import {
  type Comparison,
  type Difference,
  differenceKey,
  HEADINGS,
  type Heading,
} from '../../src/configuration/difference.ts';
import { grouped, placeOf, subjectOf } from '../../src/configuration/difference-words.ts';
import type { Unchanged } from '../../src/configuration/unchanged.ts';

/** A branch of the tree: a heading, or what is the same on both servers. */
type BranchId = Heading | 'same';

/** One line of the tree. `id` stays the same when lines above it come or go. */
export type TreeLine =
  | {
      readonly kind: 'heading';
      readonly id: BranchId;
      readonly title: string;
      readonly count: number;
      readonly open: boolean;
    }
  | {
      readonly kind: 'place';
      readonly id: string;
      readonly title: string;
      readonly count: number;
      readonly open: boolean;
    }
  | { readonly kind: 'difference'; readonly id: string; readonly difference: Difference }
  | { readonly kind: 'same'; readonly id: string; readonly thing: Unchanged };

/** What of the tree is to be seen. */
export interface TreeChoice {
  readonly filter: string;
  /** Ids of the branches that are folded; a filter opens them all. */
  readonly folded: ReadonlySet<string>;
  /** What is the same on both servers; null where it is not asked for. */
  readonly unchanged: readonly Unchanged[] | null;
}

/** Branches that are folded at first: what asks for work is open. */
export const FOLDED_AT_FIRST: ReadonlySet<string> = new Set<BranchId>([
  ...HEADINGS.filter((heading) => heading !== 'matters'),
  'same',
]);

/** The lines of the tree from top to bottom. */
export function treeLines(comparison: Comparison, choice: TreeChoice): readonly TreeLine[] {
  const words = choice.filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (texts: readonly (string | null)[]): boolean => {
    const text = texts.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const open = (id: string): boolean => words.length > 0 || !choice.folded.has(id);
  const shown =
    words.length === 0
      ? comparison.differences
      : comparison.differences.filter(({ area, connector, item, setting, active, staging }) =>
          fits([area, connector, item, setting, active, staging]),
        );
  const lines: TreeLine[] = [];
  for (const { heading, title, places } of grouped(comparison, shown)) {
    const count = places.reduce((sum, { differences }) => sum + differences.length, 0);
    lines.push({ kind: 'heading', id: heading, title, count, open: open(heading) });
    if (!open(heading)) continue;
    for (const { place, differences } of places) {
      const id = `${heading}/${place}`;
      lines.push({ kind: 'place', id, title: place, count: differences.length, open: open(id) });
      if (!open(id)) continue;
      for (const difference of differences) {
        lines.push({ kind: 'difference', id: differenceKey(difference), difference });
      }
    }
  }
  return choice.unchanged === null ? lines : [...lines, ...sameLines(choice.unchanged, fits, open)];
}

function sameLines(
  unchanged: readonly Unchanged[],
  fits: (texts: readonly (string | null)[]) => boolean,
  open: (id: string) => boolean,
): readonly TreeLine[] {
  const shown = unchanged.filter(({ area, connector, item, setting, value }) =>
    fits([area, connector, item, setting, value]),
  );
  const heading = { kind: 'heading', id: 'same', title: 'The same on both', count: shown.length } as const;
  if (!open('same')) return [{ ...heading, open: false }];
  const places = [...Map.groupBy(shown, placeOf)];
  return [
    { ...heading, open: true },
    ...places.flatMap(([place, things]): readonly TreeLine[] => {
      const id = `same/${place}`;
      const line = { kind: 'place', id, title: place, count: things.length, open: open(id) } as const;
      if (!line.open) return [line];
      return [
        line,
        ...things.map((thing) => ({ kind: 'same', id: `${id}/${subjectOf(thing)}`, thing }) as const),
      ];
    }),
  ];
}
