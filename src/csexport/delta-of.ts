import { attributesOf, operationOf } from './attribute-of.ts';
import type { Delta, Entry } from './cs-object.ts';
import { childOf, spoken, trimmedChild, type XmlElement } from './xml-element.ts';

/** The delta that one of `unapplied-export`, `escrowed-export` … holds; null where there is none. */
export function deltaOf(object: XmlElement, holder: string): Delta | null {
  const delta = contentOf(object, holder, 'delta');
  if (delta === null) return null;
  const newDn = delta.attributes.get('newdn') ?? null;
  const state = stateOf(delta);
  const silent = state.attributes.length === 0 && newDn === null ? 'none' : 'update';
  return { operation: operationOf(delta) ?? silent, newDn, ...state };
}

/** The entry that a hologram holds; null where it is empty or missing. */
export function entryOf(object: XmlElement, holder: string): Entry | null {
  const entry = contentOf(object, holder, 'entry');
  return entry === null ? null : stateOf(entry);
}

/** Looks into each holder of that name: one may be empty and another not. */
function contentOf(object: XmlElement, holder: string, name: string): XmlElement | null {
  for (const child of object.children) {
    const content = child.name === holder ? childOf(child, name) : null;
    if (content !== null) return content;
  }
  return null;
}

function stateOf(element: XmlElement): Entry {
  const classes = childOf(element, 'objectclass')?.children ?? [];
  return {
    dn: element.attributes.get('dn') ?? null,
    anchor: trimmedChild(element, 'anchor'),
    parentAnchor: trimmedChild(element, 'parent-anchor'),
    primaryObjectClass: trimmedChild(element, 'primary-objectclass'),
    objectClasses: classes.flatMap((child) => (child.name === 'oc-value' ? (spoken(child.text) ?? []) : [])),
    attributes: attributesOf(element),
  };
}
