/** What a figure has to reach: of itself, of how many times as good as the peer it is, or of what it takes more. */
type Target =
  | { readonly of: 'ours' | 'more than the peer'; readonly most: number }
  | { readonly of: 'ratio'; readonly least: number };

/** A thing that was measured, ours beside a peer's in the same run. */
export interface Measured {
  /** What, and in which unit. */
  readonly measure: string;
  readonly ours: number;
  /** Null where there is nothing to hold it against. */
  readonly peer: { readonly name: string; readonly figure: number } | null;
  /** Whether a larger figure is the better one. */
  readonly better: 'more' | 'less';
  readonly target: Target | null;
}

/** A thing that could not be measured here. */
export interface Unmeasured {
  readonly measure: string;
  readonly peerName: string;
  readonly why: string;
}

/** A line of the table, and an entry of the JSON file. What is not known is null. */
export interface Result {
  readonly measure: string;
  readonly ours: number | null;
  readonly peer: number | null;
  readonly peerName: string;
  /** How many times as good as the peer: above 1 is better. */
  readonly ratio: number | null;
  readonly target: string;
  readonly holds: boolean | null;
}

/** The line of what was measured. */
export function resultOf({ measure, ours, peer, better, target }: Measured): Result {
  const [above, below] = better === 'more' ? [ours, peer?.figure ?? 0] : [peer?.figure ?? 0, ours];
  // Where either did nothing there is nothing to compare.
  const ratio = above === 0 || below === 0 ? null : above / below;
  return {
    measure,
    ours: rounded(ours),
    peer: peer === null ? null : rounded(peer.figure),
    peerName: peer?.name ?? '',
    ratio: ratio === null ? null : rounded(ratio),
    target: target === null ? '' : wordsOf(target),
    holds: target === null ? null : holds(target, ours, peer?.figure ?? null, ratio),
  };
}

/** The line of what was not measured: its figures are null. */
export function unmeasuredResult({ measure, peerName }: Unmeasured): Result {
  return { measure, ours: null, peer: null, peerName, ratio: null, target: '', holds: null };
}

/** The results as lines of a table, titles first. */
export function tableOf(results: readonly Result[]): string[] {
  const lines = [
    ['measure', 'ours', 'peer', '', 'ratio', 'target', 'holds'],
    ...results.map((one) => [
      one.measure,
      figure(one.ours),
      figure(one.peer),
      one.peerName,
      one.ratio === null ? '' : `${figure(one.ratio)}x`,
      one.target,
      one.ours === null ? 'not measured' : one.holds === null ? '' : one.holds ? 'yes' : 'NO',
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const toTheRight = new Set([1, 2, 4]);
  return lines.map((line) =>
    line
      .map((cell, column) =>
        toTheRight.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** The middle of some figures. NaN of none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

function holds(target: Target, ours: number, peer: number | null, ratio: number | null): boolean | null {
  switch (target.of) {
    case 'ours':
      return ours <= target.most;
    case 'more than the peer':
      return peer === null ? null : ours - peer <= target.most;
    case 'ratio':
      return ratio === null ? null : ratio >= target.least;
    default:
      return target satisfies never;
  }
}

function wordsOf(target: Target): string {
  switch (target.of) {
    case 'ours':
      return `at most ${figure(target.most)}`;
    case 'more than the peer':
      return `at most ${figure(target.most)} more`;
    case 'ratio':
      return `at least ${figure(target.least)}x`;
    default:
      return target satisfies never;
  }
}

/** Three digits say all that a run can. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function figure(value: number | null): string {
  return value === null ? '' : rounded(value).toLocaleString('en-US', { maximumFractionDigits: 3 });
}
