import type { CsObject, MetaverseLink, TransientDetails } from './cs-object.ts';
import { deltaOf, entryOf } from './delta-of.ts';
import { errorDetailsOf } from './error-details-of.ts';
import { systemValuesOf } from './system-values-of.ts';
import { childOf, isTrue, spoken, trimmedChild, type XmlElement } from './xml-element.ts';

/** Reads one `cs-object` element. Unknown elements are passed over, and the order of the known ones does not matter. */
export function csObjectOf(object: XmlElement): CsObject {
  const { attributes } = object;
  return {
    id: attributes.get('id')?.trim() ?? '',
    dn: attributes.get('cs-dn') ?? '',
    type: attributes.get('object-type')?.trim() ?? '',
    transient: isTrue(attributes.get('transient')),
    status: spoken(attributes.get('status')),
    connectorId: trimmedChild(object, 'ma-id'),
    connectorName: trimmedChild(object, 'ma-name'),
    deltas: {
      unapplied: deltaOf(object, 'unapplied-export'),
      escrowed: deltaOf(object, 'escrowed-export'),
      unconfirmed: deltaOf(object, 'unconfirmed-export'),
      pendingImport: deltaOf(object, 'pending-import'),
    },
    holograms: {
      synchronized: entryOf(object, 'synchronized-hologram'),
      unapplied: entryOf(object, 'unapplied-export-hologram'),
      escrowed: entryOf(object, 'escrowed-export-hologram'),
      unconfirmed: entryOf(object, 'unconfirmed-export-hologram'),
      pendingImport: entryOf(object, 'pending-import-hologram'),
    },
    errors: errorDetailsOf(object),
    links: linksOf(object),
    transientDetails: transientDetailsOf(object),
    system: systemValuesOf(object),
  };
}

function linksOf(object: XmlElement): MetaverseLink[] {
  return object.children.flatMap((child) => {
    if (child.name === 'mv-link') return linkOf(child);
    if (child.name !== 'cs-mv-links') return [];
    return child.children.flatMap((older) => (older.name === 'cs-mv-value' ? linkOf(older) : []));
  });
}

function linkOf(element: XmlElement): MetaverseLink[] {
  const id = spoken(element.text);
  if (id === null) return [];
  return [
    {
      id,
      lineageId: spoken(element.attributes.get('lineage-id')),
      lineageType: spoken(element.attributes.get('lineage-type')),
      lineageTime: spoken(element.attributes.get('lineage-time')),
    },
  ];
}

function transientDetailsOf(object: XmlElement): TransientDetails | null {
  const details = childOf(object, 'transient-details');
  if (details === null) return null;
  return {
    date: trimmedChild(details, 'date'),
    type: trimmedChild(details, 'type'),
    existingAnchor: trimmedChild(details, 'existing-anchor'),
    sourceDn: trimmedChild(details, 'source-dn'),
    sourceAnchor: trimmedChild(details, 'source-anchor'),
  };
}
