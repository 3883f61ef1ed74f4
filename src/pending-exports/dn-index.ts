/** How far a text takes the hash on; the one of FNV-1a. */
const PRIME = 0x01000193;

/**
 * Finds rows by a DN, whatever its capitals. It keeps numbers alone, eight to sixteen bytes a row: a map from the
 * DNs themselves would hold every one of them a second time, in lower case.
 */
export class DnIndex {
  readonly #dnOf: (row: number) => string;
  /** Rows plus one by the hash of their DN; 0 is a free place. */
  #places = new Uint32Array(256);
  #rows = 0;
  // Not the same in each run: no file can be made whose DNs all meet in one place.
  readonly #start = Math.trunc(Math.random() * 0x1_0000_0000);

  /** `dnOf` gives the DN of a row, the same each time, or '' where the row has none. */
  constructor(dnOf: (row: number) => string) {
    this.#dnOf = dnOf;
  }

  /** The first of the first `size` rows that has this DN; null where none has. Rows are taken up when they are asked for. */
  find(dn: string, size: number): number | null {
    if (size * 2 > this.#places.length) this.#makeRoom(size);
    for (; this.#rows < size; this.#rows += 1) this.#add(this.#rows);
    return this.#rowAt(this.#placeOf(dn.toLowerCase()));
  }

  /** Twice as many places as rows, so that few DNs meet in one. Where each stands depends on how many there are. */
  #makeRoom(size: number): void {
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(size * 2)));
    this.#rows = 0;
  }

  #add(row: number): void {
    const dn = this.#dnOf(row).toLowerCase();
    if (dn === '') return;
    const place = this.#placeOf(dn);
    if (this.#places[place] === 0) this.#places[place] = row + 1;
  }

  /** Where a DN in lower case stands, or would stand. */
  #placeOf(dn: string): number {
    const mask = this.#places.length - 1;
    let place = this.#hash(dn) & mask;
    for (let row = this.#rowAt(place); row !== null; row = this.#rowAt(place)) {
      if (this.#dnOf(row).toLowerCase() === dn) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  #rowAt(place: number): number | null {
    const taken = this.#places[place] ?? 0;
    return taken === 0 ? null : taken - 1;
  }

  #hash(text: string): number {
    let hash = this.#start;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
    return hash ^ (hash >>> 15);
  }
}
