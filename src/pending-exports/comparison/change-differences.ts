import { without } from '../multiset.ts';
import type { PendingExport } from '../pending-export.ts';
import { placeOf } from './fingerprint.ts';
import { type MergedChange, mergedChanges } from './merged-changes.ts';

/** Something of the change itself that both sides say differently; null where a side says nothing. */
export interface PartDifference {
  readonly part: 'operation' | 'type' | 'dn' | 'newDn';
  readonly a: string | null;
  readonly b: string | null;
}

/** Values that one side alone adds or deletes. */
export interface OneSided {
  readonly added: readonly string[];
  readonly deleted: readonly string[];
}

/** An attribute that the two sides change differently. */
export interface AttributeDifference {
  readonly attribute: string;
  /** The operation of the attribute on each side; null where a side leaves it alone. */
  readonly operation: { readonly a: string | null; readonly b: string | null };
  readonly onlyA: OneSided;
  readonly onlyB: OneSided;
}

/** Where two changes of one object differ. */
export interface ChangeDifferences {
  readonly parts: readonly PartDifference[];
  /** In the order of the attributes' names. */
  readonly attributes: readonly AttributeDifference[];
}

/** What makes two changes of one object different ones: never empty where their fingerprints differ. */
export function changeDifferences(a: PendingExport, b: PendingExport): ChangeDifferences {
  return { parts: partDifferences(a, b), attributes: attributeDifferences(a, b) };
}

function partDifferences(a: PendingExport, b: PendingExport): PartDifference[] {
  const parts: PartDifference[] = [
    { part: 'type', a: a.type, b: b.type },
    { part: 'operation', a: a.operation, b: b.operation },
    ...(placeOf(a) === null || placeOf(b) === null || placeOf(a) === placeOf(b)
      ? []
      : [{ part: 'dn', a: a.dn, b: b.dn } as const]),
    { part: 'newDn', a: a.newDn, b: b.newDn },
  ];
  return parts.filter((one) => one.a !== one.b);
}

function attributeDifferences(a: PendingExport, b: PendingExport): AttributeDifference[] {
  const inA = new Map(mergedChanges(a).map((change) => [change.attribute, change]));
  const inB = new Map(mergedChanges(b).map((change) => [change.attribute, change]));
  return [...new Set([...inA.keys(), ...inB.keys()])].sort().flatMap((attribute) => {
    const difference = attributeDifference(attribute, inA.get(attribute), inB.get(attribute));
    return isDifferent(difference) ? [difference] : [];
  });
}

function attributeDifference(
  attribute: string,
  a: MergedChange | undefined,
  b: MergedChange | undefined,
): AttributeDifference {
  return {
    attribute,
    operation: { a: a?.operations.join(' and ') ?? null, b: b?.operations.join(' and ') ?? null },
    onlyA: oneSided(a, b),
    onlyB: oneSided(b, a),
  };
}

function oneSided(one: MergedChange | undefined, other: MergedChange | undefined): OneSided {
  return {
    added: without(one?.added ?? [], other?.added ?? []),
    deleted: without(one?.deleted ?? [], other?.deleted ?? []),
  };
}

function isDifferent({ operation, onlyA, onlyB }: AttributeDifference): boolean {
  const values = [onlyA, onlyB].some((side) => side.added.length + side.deleted.length > 0);
  return values || operation.a !== operation.b;
}
