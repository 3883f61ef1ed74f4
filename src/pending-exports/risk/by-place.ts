import type { Limits } from './limits.ts';
import { type Place, type Places, pathOf } from './places.ts';

/** Objects of one finding that stand together, and how a title says where. */
export interface PlacedObjects {
  readonly objects: readonly number[];
  /** `, all under OU=Contractors`, ` outside OU=Contractors`, or ''. */
  readonly where: string;
  /** The same for the same place in another export; '' for none. */
  readonly key: string;
}

/** The share of the objects of a place that a place below it needs to be what they have in common. */
const MOST = 0.5;
/** The share of all pending exports of an OU from which on it is the OU itself that is affected. */
const WHOLE_OU = 0.9;

/**
 * Splits objects by where they are: an OU that most of them are in comes first, by itself, then the next one; what is
 * left is outside of these. Few objects are left together.
 */
export function splitByPlace(
  objects: readonly number[],
  placeOf: (object: number) => Place,
  places: Places,
  limits: Limits,
): PlacedObjects[] {
  const split: PlacedObjects[] = [];
  const named: string[] = [];
  let left = objects;
  while (left.length > 0) {
    const counts = countsOf(left, placeOf);
    const place = densest(places.root, counts);
    const count = counts.get(place) ?? 0;
    // A few odd ones out are told apart from the others, not where they are.
    const tooFew = count < limits.sharedAtLeast && (count < left.length || split.length > 0);
    if (place === places.root || tooFew || split.length >= limits.findingsOfRule) break;
    const [inside, outside] = parted(left, (object) => isWithin(placeOf(object), place));
    split.push({ objects: inside, where: under(place, places, inside.length), key: keyOf(place) });
    named.push(places.nameOf(place));
    left = outside;
  }
  if (left.length === 0) return split;
  const where = named.length === 0 ? '' : named.length > 2 ? ' elsewhere' : ` outside ${named.join(' and ')}`;
  return [...split, { objects: left, where, key: '' }];
}

function densest(root: Place, counts: ReadonlyMap<Place, number>): Place {
  let place = root;
  for (;;) {
    const here = counts.get(place) ?? 0;
    const child = largestChild(place, counts);
    if (child === null) return place;
    const share = (counts.get(child) ?? 0) / here;
    // An OU of which nearly all that is pending is found here is the cause; below it are only its parts.
    if (share < 1 && (share <= MOST || (place.depth > 1 && here / place.objects >= WHOLE_OU))) return place;
    place = child;
  }
}

function largestChild(place: Place, counts: ReadonlyMap<Place, number>): Place | null {
  let largest: Place | null = null;
  for (const child of place.children.values()) {
    const difference = (counts.get(child) ?? 0) - (largest === null ? 0 : (counts.get(largest) ?? 0));
    if (difference > 0 || (difference === 0 && largest !== null && child.key < largest.key)) largest = child;
  }
  return largest;
}

function countsOf(objects: readonly number[], placeOf: (object: number) => Place): Map<Place, number> {
  const counts = new Map<Place, number>();
  for (const object of objects) {
    for (let place: Place | null = placeOf(object); place !== null; place = place.parent) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

function parted(
  objects: readonly number[],
  isInside: (object: number) => boolean,
): [inside: number[], outside: number[]] {
  const inside: number[] = [];
  const outside: number[] = [];
  for (const object of objects) (isInside(object) ? inside : outside).push(object);
  return [inside, outside];
}

function isWithin(place: Place, container: Place): boolean {
  for (let at: Place | null = place; at !== null; at = at.parent) if (at === container) return true;
  return false;
}

function under(place: Place, places: Places, count: number): string {
  const preposition = place.depth === 1 ? 'in' : 'under';
  return `${count === 1 ? '' : ', all'} ${preposition} ${places.nameOf(place)}`;
}

function keyOf(place: Place): string {
  return pathOf(place)
    .map(({ key }) => key)
    .join('/');
}
