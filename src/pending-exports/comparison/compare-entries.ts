import type { Operation } from '../export-row.ts';
import type { ComparedEntry } from './compared-export.ts';
import { keyBy, type MatchBy } from './matching.ts';

/** `new`: in the second export only. `gone`: in the first only. `changed`: in both, with another change. */
export type DifferenceStatus = 'new' | 'gone' | 'changed';

/** One pending export that differs. What a side does not have is null. */
export type Difference =
  | { readonly status: 'new'; readonly a: null; readonly b: ComparedEntry }
  | { readonly status: 'gone'; readonly a: ComparedEntry; readonly b: null }
  | { readonly status: 'changed'; readonly a: ComparedEntry; readonly b: ComparedEntry };

/** How many pending exports have each status. The names and their order are a promise of `compare --format json`. */
export interface ComparisonCounts {
  readonly new: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
}

/** What comes of two exports. */
export interface Comparison {
  readonly counts: ComparisonCounts;
  /** New, then gone, then changed; of these by operation, state and type, then in the order of the file. */
  readonly differences: readonly Difference[];
  /** Entries of each that stand in it with the key of another: more than one was matched by it. */
  readonly repeated: { readonly a: number; readonly b: number };
}

/**
 * Compares the pending exports of two files. Where a key stands more than once in a file, as many as have the same
 * change on both sides are the same; what is left is put together in an order of its own, not that of the files.
 */
export function compareEntries(
  first: readonly ComparedEntry[],
  second: readonly ComparedEntry[],
  by: MatchBy,
): Comparison {
  const a = groups(first, by);
  const b = groups(second, by);
  const differences: Difference[] = [];
  let same = 0;
  for (const [key, group] of a) {
    const pairs = pairUp(group, b.get(key) ?? []);
    same += pairs.same;
    differences.push(...pairs.differences);
  }
  for (const [key, group] of b) {
    if (!a.has(key)) differences.push(...pairUp([], group).differences);
  }
  const sorted = differences.sort(inOrder);
  return {
    counts: { ...countsOf(sorted), same },
    differences: sorted,
    repeated: { a: first.length - a.size, b: second.length - b.size },
  };
}

function groups(entries: readonly ComparedEntry[], by: MatchBy): Map<string, ComparedEntry[]> {
  const found = new Map<string, ComparedEntry[]>();
  for (const entry of entries) {
    const key = keyBy(by, entry);
    const group = found.get(key);
    if (group === undefined) found.set(key, [entry]);
    else group.push(entry);
  }
  return found;
}

function pairUp(
  first: readonly ComparedEntry[],
  second: readonly ComparedEntry[],
): { same: number; differences: Difference[] } {
  const { same, left, right } = apart(first.toSorted(byChange), second.toSorted(byChange));
  const differences = left.map((a, index): Difference => {
    const b = right[index];
    return b === undefined ? { status: 'gone', a, b: null } : { status: 'changed', a, b };
  });
  const rest = right.slice(left.length).map((b): Difference => ({ status: 'new', a: null, b }));
  return { same, differences: [...differences, ...rest] };
}

/** What two lists, both in the order of {@link byChange}, have in common, and what each has beside that. */
function apart(first: readonly ComparedEntry[], second: readonly ComparedEntry[]) {
  const left: ComparedEntry[] = [];
  const right: ComparedEntry[] = [];
  let same = 0;
  let next = 0;
  for (const entry of first) {
    let other = second[next];
    for (; other !== undefined && byChange(other, entry) < 0; other = second[next]) {
      right.push(other);
      next += 1;
    }
    if (other !== undefined && byChange(other, entry) === 0) {
      same += 1;
      next += 1;
    } else left.push(entry);
  }
  return { same, left, right: [...right, ...second.slice(next)] };
}

function byChange(one: ComparedEntry, other: ComparedEntry): number {
  return compare(one.type, other.type) || compare(one.fingerprint, other.fingerprint);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const STATUSES: readonly DifferenceStatus[] = ['new', 'gone', 'changed'];
const OPERATIONS: readonly Operation[] = [
  'delete',
  'delete-add',
  'replace',
  'rename',
  'add',
  'update',
  'obsolete',
  'other',
];

/** Alike ones stay in the order of the files, so that these are read again from front to back. */
function inOrder(one: Difference, other: Difference): number {
  const [of, than] = [entryOf(one), entryOf(other)];
  return (
    STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
    compareKinds(of, than) ||
    of.range.start - than.range.start
  );
}

/** By operation, what can hurt most first, then by state and type. */
export function compareKinds(one: ComparedEntry, other: ComparedEntry): number {
  return (
    OPERATIONS.indexOf(one.operation) - OPERATIONS.indexOf(other.operation) ||
    compare(one.state, other.state) ||
    compare(one.type, other.type)
  );
}

/** What a difference is counted as: what B would export now, else what A would have. */
export function entryOf(difference: Difference): ComparedEntry {
  return difference.status === 'gone' ? difference.a : difference.b;
}

function countsOf(differences: readonly Difference[]): Omit<ComparisonCounts, 'same'> {
  const counts = { new: 0, gone: 0, changed: 0 };
  for (const { status } of differences) counts[status] += 1;
  return counts;
}
