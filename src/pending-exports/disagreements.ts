import type { CsObject } from '../csexport/cs-object.ts';
import { EntryValues } from './entry-values.ts';
import { without } from './multiset.ts';
import { shownValue } from './shown-value.ts';
import type { StagedDelta } from './staged-deltas.ts';

/** Something that a delta and the holograms around it say differently, in a sentence. */
export interface Disagreement {
  readonly attribute: string;
  readonly what: string;
}

/** A changed attribute, as far as a disagreement needs it. */
interface Change {
  readonly attribute: string;
  readonly type: string;
  readonly added: readonly string[];
  readonly deleted: readonly string[];
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

/** How many values a sentence names. */
const NAMED = 3;

/**
 * Where a delta and the holograms before and after it do not fit together: a deleted value that was not there, an
 * added one that was, an outcome that is not the hologram's, an attribute that changes without the delta. Values
 * compare as case-sensitive multisets. Where a hologram is missing nothing can disagree.
 */
export function disagreementsOf(
  object: CsObject,
  staged: StagedDelta,
  changes: readonly Change[],
): readonly Disagreement[] {
  return [...changes.flatMap(withinChange), ...besideDelta(object, staged, changes)];
}

function withinChange(change: Change): readonly Disagreement[] {
  const { attribute, added, deleted, before, after } = change;
  if (before === null) return [];
  const named = (values: readonly string[]): string => nameValues(change, values);
  const missing = without(deleted, before);
  const left = without(before, deleted);
  const fresh = without(added, left);
  const present = without(added, fresh);
  const found: string[] = [];
  if (missing.length > 0) found.push(`The delta deletes ${named(missing)}, which the object does not have.`);
  if (present.length > 0) found.push(`The delta adds ${named(present)}, which the object already has.`);
  if (after !== null) found.push(...outcome([...left, ...fresh], after, named));
  return found.map((what) => ({ attribute, what }));
}

function outcome(
  expected: readonly string[],
  after: readonly string[],
  named: (values: readonly string[]) => string,
): readonly string[] {
  const lost = without(expected, after);
  const extra = without(after, expected);
  const found: string[] = [];
  if (lost.length > 0) {
    const them = lost.length === 1 ? 'it' : 'them';
    found.push(`By the delta ${named(lost)} should be there afterwards, but the hologram lacks ${them}.`);
  }
  if (extra.length > 0) {
    found.push(`The hologram has ${named(extra)} afterwards, which the delta does not explain.`);
  }
  return found;
}

/** What differs before and after although the delta does not list it. Of a delete nothing is left to compare. */
function besideDelta(
  object: CsObject,
  { state, delta }: StagedDelta,
  changes: readonly Change[],
): readonly Disagreement[] {
  const { synchronized, [state]: afterEntry } = object.holograms;
  if (afterEntry === null || delta.operation === 'delete') return [];
  if (synchronized === null && delta.operation !== 'add') return [];
  const before = new EntryValues(synchronized);
  const after = new EntryValues(afterEntry);
  const changed = new Set(changes.map((change) => change.attribute));
  const names = new Set([...before.names(), ...after.names()]);
  return [...names]
    .filter((name) => !changed.has(name))
    .flatMap((attribute) => {
      const type = (after.attribute(attribute) ?? before.attribute(attribute))?.type ?? '';
      const was = before.texts(attribute);
      const becomes = after.texts(attribute);
      const gone = without(was, becomes);
      const come = without(becomes, was);
      if (gone.length === 0 && come.length === 0) return [];
      const named = (values: readonly string[]): string =>
        values.length === 0 ? 'nothing' : nameValues({ attribute, type }, values);
      const what = `The holograms change it from ${named(gone)} to ${named(come)}, but the delta does not list it.`;
      return [{ attribute, what }];
    });
}

function nameValues(
  { attribute, type }: { readonly attribute: string; readonly type: string },
  values: readonly string[],
): string {
  const named = values.slice(0, NAMED).map((value) => `"${shownValue(attribute, type, value).text}"`);
  const more = values.length - named.length;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`;
}
