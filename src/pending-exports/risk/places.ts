import { ownText } from './own-text.ts';

/** A container that objects are in: a domain, or an OU below it. The root is everywhere. */
export interface Place {
  readonly parent: Place | null;
  readonly depth: number;
  /** Lower case, as Active Directory compares names: `contoso.com`, or `ou=contractors`. */
  readonly key: string;
  /** As written; of several spellings the first in order, so that the order of the objects does not count. */
  label: string;
  /** Pending exports here and below. */
  objects: number;
  readonly children: Map<string, Place>;
}

/** All places that the objects of an export are in. */
export class Places {
  readonly root: Place = newPlace(null, '', '');

  /** The place that holds the object of this DN, one pending export more in it. The root for what is no such DN. */
  enter(dn: string): Place {
    let place = this.root;
    place.objects += 1;
    for (const label of containersOf(dn)) {
      const key = label.toLowerCase();
      let child = place.children.get(key);
      if (child === undefined) {
        child = newPlace(place, ownText(key), ownText(label));
        place.children.set(child.key, child);
      }
      if (label < child.label) child.label = ownText(label);
      child.objects += 1;
      place = child;
    }
    return place;
  }

  /** A place in words: `OU=Berlin,OU=Contractors`, with its domain where there are several; a domain as `contoso.com`. */
  nameOf(place: Place): string {
    const path = pathOf(place);
    const [domain, ...units] = path.map(({ label }) => label);
    if (domain === undefined) return '';
    if (units.length === 0) return domain;
    return units.reverse().join(',') + (this.root.children.size > 1 && domain !== '' ? ` in ${domain}` : '');
  }
}

/** From the domain down to the place itself. */
export function pathOf(place: Place): readonly Place[] {
  return place.parent === null ? [] : [...pathOf(place.parent), place];
}

function newPlace(parent: Place | null, key: string, label: string): Place {
  const depth = parent === null ? 0 : parent.depth + 1;
  return { parent, depth, key, label, objects: 0, children: new Map() };
}

/** The domain, then the containers from the top down: `CN=A,OU=B,DC=c,DC=d` is in `c.d`, `OU=B`. */
function containersOf(dn: string): string[] {
  const parts = partsOf(dn).slice(1);
  const firstDomain = parts.findIndex((part) => /^dc=/i.test(part));
  if (firstDomain === -1) return [];
  const domain = parts
    .slice(firstDomain)
    .map((part) => part.slice(3))
    .join('.');
  return [domain.toLowerCase(), ...parts.slice(0, firstDomain).reverse()];
}

/** The parts of a DN. A comma behind a backslash belongs to a name: RFC 4514, 2.4. */
function partsOf(dn: string): string[] {
  return (dn.match(/(?:\\.|[^,\\])+/gs) ?? []).map((part) => part.trim());
}
