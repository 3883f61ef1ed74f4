import { closeSync, openSync, readSync } from 'node:fs';
import sax from 'sax';

/** What plain sax with plain handlers gathers of one row: all that a row of the table is made of. */
interface SaxRow {
  id: string;
  type: string;
  dn: string;
  newDn: string;
  operation: string;
  connectorId: string;
  connectorName: string;
  attributes: string[];
  changed: number;
  before: Map<string, string[]>;
  after: Map<string, string[]>;
}

const WANTED = new Set([
  'displayName',
  'userPrincipalName',
  'sourceAnchor',
  'alias',
  'proxyAddresses',
  'onPremisesSamAccountName',
  'mail',
]);

/** Reads an export's unapplied rows with sax as anybody would: no check beyond its own, no name interned. Gives how many. */
export function saxRows(path: string): number {
  const parser = sax.parser(true, { position: false });
  let rows = 0;
  let row: SaxRow | null = null;
  let holder = '';
  let attribute = '';
  let text = '';
  parser.onopentag = ({ name, attributes }) => {
    const said = attributes as Record<string, string>;
    text = '';
    if (name === 'cs-object') row = newRow(said);
    else if (row === null) return;
    else if (name.endsWith('-export') || name.endsWith('-hologram')) holder = name;
    else if (name === 'delta' && holder === 'unapplied-export') {
      row.operation = said['operation'] ?? '';
      row.dn = said['dn'] ?? row.dn;
      row.newDn = said['newdn'] ?? '';
    } else if (name === 'attr' || name === 'dn-attr') {
      attribute = said['name'] ?? '';
      if (holder === 'unapplied-export') row.attributes.push(attribute);
    } else if ((name === 'value' || name === 'dn-value') && holder === 'unapplied-export') row.changed++;
  };
  parser.ontext = (more) => {
    text += more;
  };
  parser.onclosetag = (name) => {
    if (row === null) return;
    if (name === 'value' && WANTED.has(attribute)) {
      const kept = holder === 'unapplied-export-hologram' ? row.after : row.before;
      const values = kept.get(attribute);
      if (values === undefined) kept.set(attribute, [text]);
      else values.push(text);
    } else if (name === 'ma-id') row.connectorId = text;
    else if (name === 'ma-name') row.connectorName = text;
    else if (name === 'cs-object') {
      if (row.operation !== 'none') rows++;
      row = null;
    }
  };
  const file = openSync(path, 'r');
  const decoder = new TextDecoder();
  try {
    const chunk = Buffer.alloc(256 * 1024);
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      parser.write(decoder.decode(chunk.subarray(0, length), { stream: true }));
    }
  } finally {
    closeSync(file);
  }
  return rows;
}

function newRow(said: Record<string, string>): SaxRow {
  return {
    id: said['id'] ?? '',
    type: said['object-type'] ?? '',
    dn: said['cs-dn'] ?? '',
    newDn: '',
    operation: 'none',
    connectorId: '',
    connectorName: '',
    attributes: [],
    changed: 0,
    before: new Map(),
    after: new Map(),
  };
}
