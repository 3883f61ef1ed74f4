import type { CsObject, MetaverseLink } from '../csexport/cs-object.ts';
import { decodeAnchor } from '../csexport/values/decode-anchor.ts';

/** One thing that the file says of an object, with a label. */
export interface ObjectFact {
  readonly label: string;
  readonly value: string;
}

/** Labels of what an operator looks for first, in that order; the file's own names stand for all else. */
const LABELS: readonly (readonly [string, string])[] = [
  ['connector-state', 'Connector state'],
  ['export-delta-operation', 'Export operation'],
  ['import-delta-operation', 'Import operation'],
  ['last-import-delta-time', 'Last import'],
  ['last-export-delta-time', 'Last export'],
];

/**
 * What the file says of an object beside its deltas, holograms and errors: connector, status, times, links, and every
 * other element that has a text, by its own name. Nothing is left out.
 */
export function objectFacts(object: CsObject): readonly ObjectFact[] {
  const { system } = object;
  const labelled = new Set(LABELS.map(([name]) => name));
  return [
    ...fact('Connector', object.connectorName),
    ...fact('Connector id', object.connectorId),
    ...fact('Status', object.status),
    ...transientFacts(object),
    ...LABELS.flatMap(([name, label]) => fact(label, system[name])),
    ...errorFacts(object),
    ...object.links.map(linkFact),
    ...Object.entries(system).flatMap(([name, value]) => (labelled.has(name) ? [] : fact(name, value))),
  ];
}

function fact(label: string, value: string | null | undefined): readonly ObjectFact[] {
  return value === null || value === undefined || value === '' ? [] : [{ label, value }];
}

function transientFacts(object: CsObject): readonly ObjectFact[] {
  const { transient, transientDetails: details } = object;
  if (!transient && details === null) return [];
  return [
    ...fact('Transient', transient ? 'yes' : 'no'),
    ...fact('Transient type', details?.type),
    ...fact('Transient since', details?.date),
    ...fact('Transient source DN', details?.sourceDn),
    ...anchorFact('Transient source anchor', details?.sourceAnchor),
    ...anchorFact('Transient existing anchor', details?.existingAnchor),
  ];
}

function anchorFact(label: string, anchor: string | null | undefined): readonly ObjectFact[] {
  return fact(label, anchor ? (decodeAnchor(anchor) ?? anchor) : anchor);
}

function errorFacts(object: CsObject): readonly ObjectFact[] {
  const imports = object.errors.filter((error) => error.direction === 'import').length;
  const exports = object.errors.length - imports;
  return [
    ...fact('Import errors', imports === 0 ? null : String(imports)),
    ...fact('Export errors', exports === 0 ? null : String(exports)),
  ];
}

function linkFact({ id, lineageType, lineageTime, lineageId }: MetaverseLink): ObjectFact {
  const how = [lineageType, lineageTime, lineageId].filter((part) => part !== null && part !== '');
  return { label: 'Metaverse link', value: [id, ...how].join(', ') };
}
