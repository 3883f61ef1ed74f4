const COLUMNS = new Set([
  'userPrincipalName',
  'displayName',
  'sourceAnchor',
  'alias',
  'proxyAddresses',
  'onPremisesSamAccountName',
  'mail',
]);

/** The rows of an export, from the events of an XML parser: what a row of the table holds, and no more. */
export class RowCollector {
  readonly rows: Record<string, string>[] = [];
  #row: Record<string, string> = {};
  #attributes: string[] = [];
  #part = '';
  #wanted = '';
  #text: string | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'cs-object') {
      this.#row = {
        dn: attributes['cs-dn'] ?? '',
        id: attributes['id'] ?? '',
        type: attributes['object-type'] ?? '',
      };
      this.#attributes = [];
    } else if (name === 'unapplied-export' || name.endsWith('-hologram')) this.#part = name;
    else if (name === 'delta' && this.#part === 'unapplied-export') {
      this.#row['operation'] = attributes['operation'] ?? 'none';
    } else if (name === 'attr' || name === 'dn-attr') this.#openAttribute(attributes['name'] ?? '');
    else if (name === 'value' && this.#wanted !== '') this.#text = '';
  }

  text(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  close(name: string): void {
    if (name === 'value' && this.#text !== null) {
      this.#row[this.#wanted] ??= this.#text;
      this.#text = null;
    } else if (name === 'attr' || name === 'dn-attr') this.#wanted = '';
    else if (name === this.#part) this.#part = '';
    else if (name === 'cs-object' && (this.#row['operation'] ?? 'none') !== 'none') {
      this.rows.push({ ...this.#row, attributes: this.#attributes.join(', ') });
    }
  }

  #openAttribute(name: string): void {
    if (this.#part === 'unapplied-export') this.#attributes.push(name);
    else if (this.#part.endsWith('-hologram') && COLUMNS.has(name)) this.#wanted = name;
  }
}
