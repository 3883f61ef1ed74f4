import { EXPORT_STATES } from '../csexport/cs-object.ts';
import type { ExportRow, Operation } from './export-row.ts';

/** The operations that a query can name, in the order in which they are offered. */
const OPERATION_WORDS = [
  'add',
  'update',
  'rename',
  'delete',
  'delete-add',
  'replace',
  'obsolete',
  'other',
] as const satisfies readonly Operation[];

/** How a field of a query looks at a row. */
export type QueryField =
  /** Holds the words anywhere. */
  | { readonly kind: 'text'; readonly name: string; readonly texts: (row: ExportRow) => readonly string[] }
  /** Is the word, as a whole. `words` are all that there are, or null where anything can be. */
  | {
      readonly kind: 'word';
      readonly name: string;
      readonly words: readonly string[] | null;
      readonly texts: (row: ExportRow) => readonly string[];
    }
  | { readonly kind: 'number'; readonly name: string; readonly number: (row: ExportRow) => number };

/** Every field of the query language, by the name that messages and help give it. */
const FIELDS: readonly QueryField[] = [
  { kind: 'word', name: 'op', words: OPERATION_WORDS, texts: (row) => [row.operation] },
  { kind: 'word', name: 'type', words: null, texts: (row) => [row.type] },
  { kind: 'word', name: 'attr', words: null, texts: (row) => row.attributes },
  { kind: 'word', name: 'state', words: EXPORT_STATES, texts: (row) => [row.state] },
  { kind: 'text', name: 'connector', texts: (row) => [row.connectorName, row.connectorId] },
  { kind: 'text', name: 'upn', texts: (row) => [row.upn] },
  { kind: 'text', name: 'name', texts: (row) => [row.name] },
  { kind: 'text', name: 'display', texts: (row) => [row.displayName] },
  { kind: 'text', name: 'dn', texts: (row) => [row.dn] },
  { kind: 'text', name: 'newdn', texts: (row) => [row.newDn] },
  { kind: 'text', name: 'id', texts: (row) => [row.id] },
  { kind: 'text', name: 'anchor', texts: (row) => [row.sourceAnchor] },
  { kind: 'text', name: 'alias', texts: (row) => [row.alias] },
  { kind: 'text', name: 'smtp', texts: (row) => [row.primarySmtp] },
  { kind: 'text', name: 'sam', texts: (row) => [row.onPremisesSamAccountName] },
  { kind: 'text', name: 'mail', texts: (row) => [row.mail] },
  { kind: 'text', name: 'error', texts: (row) => [row.error] },
  { kind: 'number', name: 'changed', number: (row) => row.changedValues },
];

/** Longer names of the fields: those of the columns. */
const ALIASES: Readonly<Record<string, string>> = {
  operation: 'op',
  attribute: 'attr',
  attributes: 'attr',
  userprincipalname: 'upn',
  displayname: 'display',
  sourceanchor: 'anchor',
  primarysmtp: 'smtp',
  onpremisessamaccountname: 'sam',
};

const BY_NAME: ReadonlyMap<string, QueryField> = new Map(FIELDS.map((field) => [field.name, field]));
const BY_ALIAS: ReadonlyMap<string, string> = new Map(Object.entries(ALIASES));

/** The names of all fields, in the order in which they are offered. */
export const FIELD_NAMES: readonly string[] = FIELDS.map((field) => field.name);

/** The field that a person means by a name or an alias, in any case; undefined where there is none. */
export function fieldNamed(name: string): QueryField | undefined {
  const lower = name.toLowerCase();
  return BY_NAME.get(BY_ALIAS.get(lower) ?? lower);
}

/** The texts of a row that a word on its own is looked for in: every column but the count. */
export function searchedTexts(row: ExportRow): readonly string[] {
  return [
    row.name,
    row.upn,
    row.dn,
    row.newDn,
    row.id,
    row.type,
    row.operation,
    ...row.attributes,
    row.displayName,
    row.sourceAnchor,
    row.alias,
    row.primarySmtp,
    row.onPremisesSamAccountName,
    row.mail,
    row.connectorName,
    row.error,
    row.state,
  ];
}
