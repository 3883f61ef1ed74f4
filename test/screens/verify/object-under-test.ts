import type {
  Attribute,
  AttributeValue,
  CsObject,
  Delta,
  Entry,
  ErrorDetail,
} from '../../../src/csexport/cs-object.ts';

/** A value as the file has it: `+x` is added, `-x` is deleted, anything else has no operation of its own. */
function value(text: string): AttributeValue {
  const sign = text[0];
  const operation = sign === '+' ? 'add' : sign === '-' ? 'delete' : null;
  return { text: operation === null ? text : text.slice(1), operation, base64: false, anchor: null };
}

export function attribute(
  name: string,
  values: readonly string[],
  over: Partial<Omit<Attribute, 'values'>> = {},
): Attribute {
  return {
    name,
    type: 'string',
    multivalued: false,
    operation: null,
    ...over,
    values: values.map(over.type === 'binary' ? binary : value),
  };
}

function binary(text: string): AttributeValue {
  const plain = value(text);
  return { ...plain, base64: true };
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

export function entry(attributes: readonly Attribute[]): Entry {
  return {
    dn: null,
    anchor: null,
    parentAnchor: null,
    primaryObjectClass: null,
    objectClasses: [],
    attributes,
  };
}

export function exportError(over: Partial<ErrorDetail> = {}): ErrorDetail {
  return {
    direction: 'export',
    type: 'AttributeValueMustBeUnique',
    code: '114',
    literal: 'Unable to update this object',
    detail: 'proxyAddresses is already taken',
    first: '2026-11-01 10:00:00.000',
    last: '2026-11-20 10:00:00.000',
    retries: 12,
    ...over,
  };
}

interface Parts {
  readonly unapplied?: Delta;
  readonly escrowed?: Delta;
  readonly before?: Entry;
  readonly after?: Entry;
}

export function csObject(parts: Parts = {}, over: Partial<CsObject> = {}): CsObject {
  return {
    id: '{00000000-0000-0000-0000-000000000001}',
    dn: 'CN=Anna Meier,OU=Users,DC=contoso,DC=com',
    type: 'user',
    transient: false,
    status: null,
    connectorId: '{B891884F-051E-4A83-95AF-2544101C9083}',
    connectorName: 'contoso.com - AAD',
    deltas: {
      unapplied: parts.unapplied ?? null,
      escrowed: parts.escrowed ?? null,
      unconfirmed: null,
      pendingImport: null,
    },
    holograms: {
      synchronized: parts.before ?? null,
      unapplied: parts.after ?? null,
      escrowed: null,
      unconfirmed: null,
      pendingImport: null,
    },
    errors: [],
    links: [],
    transientDetails: null,
    system: { 'connector-state': 'normal' },
    ...over,
  };
}
