/** Every column that the table of pending exports can show. Most are named as in the row they show. */
export type ColumnId =
  | 'review'
  | 'operation'
  | 'type'
  | 'name'
  | 'upn'
  | 'attributes'
  | 'changed'
  | 'dn'
  | 'newDn'
  | 'state'
  | 'connector'
  | 'error'
  | 'id'
  | 'displayName'
  | 'sourceAnchor'
  | 'alias'
  | 'primarySmtp'
  | 'onPremisesSamAccountName'
  | 'mail';

/** What a column is called and how wide it is. Widths are terminal cells. */
export interface Column {
  readonly id: ColumnId;
  /** '' for the column of marks, which is too narrow for a word. */
  readonly title: string;
  /** What it takes where there is room. */
  readonly width: number;
  /** Below this it says too little to be worth its place. */
  readonly minimum: number;
  readonly align: 'left' | 'right';
  /** Never cut: a delete-add must not read as a delete, nor 1,234,567 as 1,234. */
  readonly whole: boolean;
  /** Takes no room where no shown row says anything in it. */
  readonly givesWay: boolean;
}

/** A column as the operator has arranged it; `width` null leaves the width to the layout. */
export interface ShownColumn {
  readonly id: ColumnId;
  readonly width: number | null;
}

function column(id: ColumnId, title: string, width: number, minimum: number): Column {
  return { id, title, width, minimum, align: 'left', whole: false, givesWay: false };
}

/** Every column, in the order in which a list of them is offered. */
export const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  review: { ...column('review', '', 1, 1), givesWay: true },
  // Wide enough for the mark and the longest word.
  operation: { ...column('operation', 'Operation', 12, 12), whole: true },
  type: column('type', 'Type', 8, 6),
  name: column('name', 'Name', 24, 12),
  upn: { ...column('upn', 'UPN', 30, 12), givesWay: true },
  attributes: { ...column('attributes', 'Attributes', 30, 12), givesWay: true },
  changed: { ...column('changed', 'Values', 6, 6), align: 'right', whole: true, givesWay: true },
  dn: column('dn', 'DN', 44, 16),
  newDn: column('newDn', 'New DN', 44, 16),
  state: column('state', 'State', 11, 9),
  connector: column('connector', 'Connector', 26, 12),
  error: column('error', 'Error', 26, 12),
  id: column('id', 'ID', 38, 10),
  displayName: column('displayName', 'displayName', 24, 12),
  sourceAnchor: column('sourceAnchor', 'sourceAnchor', 24, 12),
  alias: column('alias', 'alias', 16, 8),
  primarySmtp: column('primarySmtp', 'primarySMTP', 30, 12),
  onPremisesSamAccountName: column('onPremisesSamAccountName', 'onPremisesSamAccountName', 24, 12),
  mail: column('mail', 'mail', 30, 12),
};

/** Every column's id, in the order of {@link COLUMNS}. */
export const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[];

/** What is shown first: all of it fits into 80 cells. */
export const DEFAULT_COLUMNS: readonly ShownColumn[] = (
  ['review', 'operation', 'type', 'name', 'upn', 'attributes', 'changed'] as const
).map((id) => ({ id, width: null }));
