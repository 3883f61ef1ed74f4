import type { View } from '../../src/pending-exports/table-view.ts';
import { printable } from '../../src/terminal/printable.ts';
import type { Status } from '../components/screen-frame.tsx';
import type { Theme } from '../theme.ts';
import { columnName } from './column-list.ts';
import { isPartial, objectsRead } from './load-state.ts';
import { counted, fileName, grouped, progressText } from './load-text.ts';
import { isTyping, type TableState } from './table-state.ts';

/** `120 of 300 rows`, after PARTIAL where that is not all of the files. */
function rowCounts(state: TableState): string {
  const partial = isPartial(state.load) ? 'PARTIAL: ' : '';
  return `${partial}${grouped(state.rows.length)} of ${counted(state.total, 'row')}`;
}

/** The line above the keys: how many rows are shown, then what just happened, else the progress, else the view. */
export function statusLine(state: TableState, theme: Theme): Status {
  const counts = `${rowCounts(state)}.`;
  if (state.said !== null) {
    return { text: `${counts} ${state.said.said}`, meaning: state.said.ok ? 'good' : 'warning' };
  }
  const progress = progressText(state.load);
  const parts = [
    counts,
    state.stopping && progress !== null ? 'Stopping.' : (progress ?? ''),
    viewText(state.view.view, theme),
    state.settled ? '' : 'Looking for rows.',
    state.rows.length > 0 ? `Row ${grouped(state.cursor.selected + 1)}` : '',
  ];
  return {
    text: parts.filter((part) => part !== '').join(' '),
    meaning: isPartial(state.load) ? 'danger' : 'plain',
  };
}

/** What narrows and orders the rows, in words; '' where nothing does. */
function viewText(view: View, theme: Theme): string {
  const { filter, operations, types, states, sort } = view;
  const sorted =
    sort === null
      ? ''
      : `Sorted by ${columnName(sort.column)} ${sort.direction === 'ascending' ? theme.mark.sortUp : theme.mark.sortDown}.`;
  const shown = [
    operations.length > 0 ? `only ${operations.join(', ')}` : '',
    types.length > 0 ? `type ${printable(types.join(', '))}` : '',
    states === 'sent' ? 'sent already' : states === 'all' ? 'waiting and sent' : '',
    filter.query.text === '' ? '' : `filter ${printable(filter.query.text)}`,
  ].filter((part) => part !== '');
  return [shown.length > 0 ? `Shown: ${shown.join('; ')}.` : '', sorted]
    .filter((part) => part !== '')
    .join(' ');
}

/** What to say where no row is shown: why, and what leads on. */
export function noRowsText(
  state: TableState,
  sentOnly: number,
  keyOf: (id: string) => string,
): readonly string[] {
  if (!state.load.done || !state.settled) return state.total === 0 ? [] : ['No row matches so far.'];
  if (state.total === 0) {
    if (isPartial(state.load)) return ['No row was read.'];
    const names = state.load.files.map(({ path }) => fileName(path)).join(', ');
    return [
      'Nothing is staged.',
      `${names}: ${counted(objectsRead(state.load), 'object')} read, and none has an export that waits.`,
    ];
  }
  const { view } = state.view;
  const plain = view.filter.text === '' && view.operations.length === 0 && view.types.length === 0;
  if (plain && view.states === 'unapplied' && sentOnly > 0) {
    return [
      'No export waits.',
      `${counted(sentOnly, 'export')} sent, but not confirmed: ${keyOf('table.only-sent')} shows them.`,
    ];
  }
  if (isTyping(state)) return ['No row matches.'];
  return [
    'No row matches.',
    `${keyOf('table.clear-filter')} takes the filter away, ${keyOf('table.all-operations')} shows all operations and types, ${keyOf('table.undo')} takes back the last change.`,
  ];
}
