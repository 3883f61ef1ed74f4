import {
  type ComparedSide,
  type Comparison,
  type Difference,
  HEADING_TITLES,
  HEADINGS,
  type Heading,
} from './difference.ts';

/** The differences of one heading, in groups of one place. */
export interface HeadingGroup {
  readonly heading: Heading;
  readonly title: string;
  readonly count: number;
  readonly places: readonly { readonly place: string; readonly differences: readonly Difference[] }[];
}

/** The differences as reports have them: by heading, then by area and connector. A heading without one is left out. */
export function grouped({ counts }: Comparison, shown: readonly Difference[]): readonly HeadingGroup[] {
  return HEADINGS.flatMap((heading) => {
    const own = shown.filter((difference) => difference.heading === heading);
    if (own.length === 0) return [];
    const places = [...Map.groupBy(own, placeOf)].map(([place, differences]) => ({ place, differences }));
    return [{ heading, title: HEADING_TITLES[heading], count: counts[heading], places }];
  });
}

/** `Attributes: contoso.com`. */
export function placeOf({ area, connector }: Pick<Difference, 'area' | 'connector'>): string {
  return connector === null ? area : `${area}: ${connector}`;
}

/** What differs, in a few words: `In from AD - User Join, scoping filter`. */
export function subjectOf({ item, setting }: Pick<Difference, 'item' | 'setting'>): string {
  return setting === '' ? item : `${item}, ${setting}`;
}

/** What a heading says about the differences under it. */
export const HEADING_MEANINGS: Readonly<Record<Heading | 'same', string>> = {
  matters:
    'Each of these changes what is exported, or how. Bring the staging server in line, or say why it may stay.',
  expected: 'Two servers always differ in these.',
  versionNoise: 'The product itself changed these from one build to the next.',
  ignored: 'Ids, times, cookies and watermarks differ between any two servers.',
  same: 'Both servers have these in the same way.',
};

/** What a side has, or that it has none. */
export function valueText(value: string | null): string {
  if (value === null) return 'none';
  return value === '' ? '(empty)' : value;
}

/** `SYNC01, build 2.4.21.0, C:\Exports\active`. */
export function sideText({ server, build, path }: ComparedSide): string {
  return [server, build === null ? null : `build ${build}`, path].filter((text) => text !== null).join(', ');
}

/** All counts in one line. */
export function countsText({ counts }: Comparison): string {
  return `${counts.matters} matter, ${counts.expected} expected, ${counts.versionNoise} because the builds differ, ${counts.ignored} ignored (ids, times, cookies)`;
}
