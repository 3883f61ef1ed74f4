import type {
  Attribute,
  AttributeValue,
  CsObject,
  Delta,
  Entry,
  ErrorDetail,
} from '../../src/csexport/cs-object.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';

/** A value as a test writes it: a text, or a text with its operation: `['add', 'x']`. */
export type Written = string | readonly [operation: string | null, text: string];

/** A value, with or without an operation of its own. */
export function value(written: Written): AttributeValue {
  const [operation, text] = typeof written === 'string' ? [null, written] : written;
  return { text, operation, base64: false, anchor: null };
}

/** An `attr` of type string. Its operation is null where the test gives none. */
export function attr(
  name: string,
  values: readonly Written[] = [],
  over: Partial<Attribute> = {},
): Attribute {
  return { name, type: 'string', multivalued: false, operation: null, values: values.map(value), ...over };
}

/** A many-valued `dn-attr`. */
export function references(name: string, dns: readonly Written[], over: Partial<Attribute> = {}): Attribute {
  return attr(name, dns, { type: 'reference', multivalued: true, ...over });
}

export function delta(
  operation: string,
  attributes: readonly Attribute[] = [],
  over: Partial<Delta> = {},
): Delta {
  return {
    operation,
    dn: null,
    newDn: null,
    anchor: null,
    parentAnchor: null,
    primaryObjectClass: null,
    objectClasses: [],
    attributes,
    ...over,
  };
}

export function entry(...attributes: readonly Attribute[]): Entry {
  return {
    dn: null,
    anchor: null,
    parentAnchor: null,
    primaryObjectClass: null,
    objectClasses: [],
    attributes,
  };
}

export function errorDetail(over: Partial<ErrorDetail> = {}): ErrorDetail {
  return {
    direction: 'export',
    type: null,
    code: null,
    literal: null,
    detail: null,
    first: null,
    last: null,
    retries: null,
    ...over,
  };
}

interface Parts extends Partial<Omit<CsObject, 'deltas' | 'holograms'>> {
  readonly deltas?: Partial<CsObject['deltas']>;
  readonly holograms?: Partial<CsObject['holograms']>;
}

/** A user of the AAD connector without deltas and holograms; a test adds what it is about. */
export function csObject({ deltas, holograms, ...over }: Parts = {}): CsObject {
  return {
    id: '{34CF4AD4-73D8-5160-9CFB-4C382343C98A}',
    dn: 'CN=Alva Berg,OU=Staff,DC=contoso,DC=com',
    type: 'user',
    transient: false,
    status: null,
    connectorId: '{B891884F-051E-4A83-95AF-2544101C9083}',
    connectorName: 'contoso.onmicrosoft.com - AAD',
    deltas: { unapplied: null, escrowed: null, unconfirmed: null, pendingImport: null, ...deltas },
    holograms: {
      synchronized: null,
      unapplied: null,
      escrowed: null,
      unconfirmed: null,
      pendingImport: null,
      ...holograms,
    },
    errors: [],
    links: [],
    transientDetails: null,
    system: {},
    ...over,
  };
}

/** A row of the table: an unapplied update of a user; a test changes what it is about. */
export function exportRow(over: Partial<ExportRow> = {}): ExportRow {
  return {
    id: '{34CF4AD4-73D8-5160-9CFB-4C382343C98A}',
    connectorId: '{B891884F-051E-4A83-95AF-2544101C9083}',
    connectorName: 'contoso.onmicrosoft.com - AAD',
    type: 'user',
    operation: 'update',
    state: 'unapplied',
    dn: 'CN={4141}',
    newDn: '',
    name: 'Alva Berg',
    attributes: ['proxyAddresses', 'mail'],
    changedValues: 3,
    error: '',
    range: { start: 0, end: 1 },
    sentOnly: false,
    upn: 'alva@contoso.com',
    displayName: 'Alva Berg',
    sourceAnchor: 'QUFB',
    alias: 'alva',
    primarySmtp: 'alva.berg@contoso.com',
    onPremisesSamAccountName: 'aberg',
    mail: 'alva.berg@contoso.com',
    ...over,
  };
}
