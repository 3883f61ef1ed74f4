/** What an object of a test export has; the rest is filled in. */
export interface XmlObject {
  readonly name: string;
  /** Operation of the unapplied delta. */
  readonly operation?: string;
  /** Content of the unapplied delta. */
  readonly delta?: string;
  /** Operation of the unconfirmed delta. */
  readonly unconfirmed?: string;
  /** Content of the hologram after, and of the one before. */
  readonly after?: string;
  readonly before?: string;
}

/** One `attr` of a hologram or of an add. */
export function attr(name: string, ...values: readonly string[]): string {
  const inside = values.map((value) => `<value>${value}</value>`).join('');
  return `<attr name="${name}" type="string" multivalued="${values.length > 1}">${inside}</attr>`;
}

/** A whole export in one line, as csexport writes it. */
export function exportXml(objects: readonly XmlObject[]): string {
  return `<cs-objects>${objects.map(objectXml).join('')}</cs-objects>`;
}

/** One cs-object of the AAD connector. */
function objectXml(object: XmlObject): string {
  const dn = `CN=${object.name}`;
  const { operation = 'none', delta = '', unconfirmed = 'none', after = '', before = '' } = object;
  const entry = (content: string) => (content === '' ? '' : `<entry dn="${dn}">${content}</entry>`);
  return (
    `<cs-object cs-dn="${dn}" id="{${object.name}}" object-type="user">` +
    `<unapplied-export><delta operation="${operation}" dn="${dn}">${delta}</delta></unapplied-export>` +
    `<unconfirmed-export><delta operation="${unconfirmed}" dn="${dn}"></delta></unconfirmed-export>` +
    `<synchronized-hologram>${entry(before)}</synchronized-hologram>` +
    `<unapplied-export-hologram>${entry(after)}</unapplied-export-hologram>` +
    '<ma-id>{B891884F-051E-4A83-95AF-2544101C9083}</ma-id><ma-name>contoso - AAD</ma-name></cs-object>'
  );
}

/** `count` deletes, named d1, d2 … */
export function deletes(count: number): XmlObject[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `d${index + 1}`,
    operation: 'delete',
    before: attr('displayName', `Person ${index + 1}`),
  }));
}
