/** Places of a list, in some order. */
type Places = Uint32Array<ArrayBuffer>;

/** By how many characters texts are put in order before any two are compared. */
const DEPTH = 4;
/** How many values a UTF-16 unit can have. */
const UNITS = 0x1_00_00;

/**
 * Compares two texts: by their lower case, whatever the system's language, then by themselves. An empty text comes
 * last in both directions. `sign` is 1 for ascending, -1 for descending.
 */
export function compareTexts(left: string, right: string, sign: number): number {
  if (left === right) return 0;
  if (left === '' || right === '') return left === '' ? 1 : -1;
  return sign * (compare(left.toLowerCase(), right.toLowerCase()) || compare(left, right));
}

/**
 * The places of `texts` in the order of {@link compareTexts}; equal texts keep theirs. Made for texts by the hundred
 * thousand: their first characters, after those that all begin with, are put in order by counting, and texts are
 * compared only where these are the same.
 */
export function orderOfTexts(texts: readonly string[], sign: number): Places {
  const lowered = texts.map((text) => text.toLowerCase());
  const places = Uint32Array.from(texts, (_, place) => place);
  const empty = places.filter((place) => texts[place] === '');
  const filled = orderOfFilled(
    places.filter((place) => texts[place] !== ''),
    texts,
    lowered,
    sign,
  );
  places.set(filled);
  places.set(empty, filled.length);
  return places;
}

function orderOfFilled(
  places: Places,
  texts: readonly string[],
  lowered: readonly string[],
  sign: number,
): Places {
  const from = commonStart(places, lowered);
  let sorted = places;
  for (let unit = from + DEPTH - 1; unit >= from; unit -= 1) sorted = byUnit(sorted, lowered, unit, sign);
  sortAlike(
    sorted,
    (place) => (lowered[place] ?? '').slice(from, from + DEPTH),
    (a, b) => sign * (compare(lowered[a] ?? '', lowered[b] ?? '') || compare(texts[a] ?? '', texts[b] ?? '')),
  );
  return sorted;
}

/** How many characters all texts at these places begin with. */
function commonStart(places: Places, lowered: readonly string[]): number {
  const first = lowered[places[0] ?? 0] ?? '';
  let length = first.length;
  for (const place of places) {
    while (!lowered[place]?.startsWith(first.slice(0, length))) length -= 1;
  }
  return length;
}

/** Counting sort by one character, stable. A text that ends before it comes before all others. */
function byUnit(places: Places, lowered: readonly string[], unit: number, sign: number): Places {
  const keys = Uint32Array.from(places, (place) => unitOf(lowered[place] ?? '', unit));
  const starts = new Uint32Array(UNITS + 2);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  if (sign > 0) sumUp(starts);
  else sumDown(starts);
  const sorted = new Uint32Array(places.length);
  keys.forEach((key, index) => {
    const at = starts[key] ?? 0;
    sorted[at] = places[index] ?? 0;
    starts[key] = at + 1;
  });
  return sorted;
}

/** From how often each key comes, kept one place after it, to where the key begins: small keys first. */
function sumUp(counts: Uint32Array): void {
  for (let key = 1; key < counts.length; key += 1) counts[key] = (counts[key] ?? 0) + (counts[key - 1] ?? 0);
}

/** The same with large keys first. */
function sumDown(counts: Uint32Array): void {
  let start = 0;
  for (let key = counts.length - 2; key >= 0; key -= 1) {
    const count = counts[key + 1] ?? 0;
    counts[key + 1] = start;
    start += count;
  }
  counts.copyWithin(0, 1);
}

/** The character's code and 1; 0 where the text ends before it. */
function unitOf(text: string, unit: number): number {
  return unit < text.length ? text.charCodeAt(unit) + 1 : 0;
}

/** Sorts each stretch of places that have the same head. */
function sortAlike(
  places: Places,
  headOf: (place: number) => string,
  byText: (a: number, b: number) => number,
): void {
  let start = 0;
  let head = headOf(places[0] ?? 0);
  for (let index = 1; index <= places.length; index += 1) {
    const next = index < places.length ? headOf(places[index] ?? 0) : null;
    if (next === head) continue;
    // An array's sort is quick where most is in order already; a typed array's is not.
    if (index - start > 1) places.set(Array.from(places.subarray(start, index)).sort(byText), start);
    start = index;
    head = next ?? '';
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
