import type { AttributeSpec, DeltaSpec, ObjectSpec } from '../../../fixtures/export-spec.ts';
import { exportBytes, exportText } from '../../../fixtures/export-writer.ts';
import { ExportParser } from '../../../src/csexport/export-parser.ts';
import { type Comparison, compareEntries } from '../../../src/pending-exports/comparison/compare-entries.ts';
import { ComparedExport } from '../../../src/pending-exports/comparison/compared-export.ts';
import type { MatchBy } from '../../../src/pending-exports/comparison/matching.ts';

export const AAD_ID = '{B891884F-051E-4A83-95AF-2544101C9083}';

/** Objects as a comparison keeps them, after they went through the text of an export and the reader. */
export function comparedExport(objects: readonly ObjectSpec[]): ComparedExport {
  const parser = new ExportParser('export', 'utf-8', 0);
  const compared = new ComparedExport({ path: 'export.xml', size: 0, modified: 0 });
  for (const piece of [parser.write(exportBytes(exportText(objects))), parser.end()]) {
    if (piece.fault !== null) throw new Error(JSON.stringify(piece.fault));
    compared.add(piece.objects);
  }
  return compared;
}

export function compared(
  a: readonly ObjectSpec[],
  b: readonly ObjectSpec[],
  by: MatchBy = 'anchor',
): Comparison {
  return compareEntries(comparedExport(a).entries, comparedExport(b).entries, by);
}

/** A user of a connector to Active Directory with one unapplied delta; a test changes what it is about. */
export function staged(delta: Partial<DeltaSpec> = {}, over: Partial<ObjectSpec> = {}): ObjectSpec {
  const dn = over.dn ?? 'CN=Ana,OU=Staff,DC=contoso,DC=com';
  return {
    dn,
    id: '{0A0A0A0A-0000-0000-0000-000000000001}',
    type: 'user',
    deltas: { unapplied: { operation: 'update', dn, ...delta } },
    holograms: {},
    system: {},
    connectorId: '{11111111-0000-0000-0000-000000000001}',
    connectorName: 'contoso.com',
    ...over,
  };
}

/** An attribute whose values are added, but for those that begin with `-`. */
export function changing(name: string, ...values: readonly string[]): AttributeSpec {
  return {
    name,
    type: 'string',
    multivalued: true,
    operation: 'update',
    values: values.map((text) =>
      text.startsWith('-') ? { text: text.slice(1), operation: 'delete' } : { text, operation: 'add' },
    ),
  };
}
