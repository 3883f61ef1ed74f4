/** A screen, or a part of one that has keys of its own. */
export type KeyScope =
  | 'everywhere'
  | 'home'
  | 'step'
  | 'item'
  | 'facts'
  | 'choice'
  | 'files'
  | 'questions'
  | 'switch'
  | 'table'
  | 'configuration'
  | 'flows'
  | 'columns'
  | 'object'
  | 'help'
  | 'field';

/** One thing that a key does. Help, the footer and the README's table are made from these. */
export interface KeyBinding {
  readonly id: string;
  readonly scope: KeyScope;
  /** As {@link keyNames} gives them. The first is the one shown in the footer. */
  readonly keys: readonly string[];
  /** What it does: a word or two for the footer. */
  readonly label: string;
  /** One line for the help screen and the README. */
  readonly help: string;
  /** True where the footer names it, in this order, as far as the line has room. */
  readonly footer: boolean;
}

type Row = readonly [name: string, keys: string, label: string, help: string, footer?: 'footer'];

function scope(of: KeyScope, rows: readonly Row[]): KeyBinding[] {
  return rows.map(([name, keys, label, help, footer]) => ({
    id: `${of}.${name}`,
    scope: of,
    keys: keys.split(' '),
    label,
    help,
    footer: footer !== undefined,
  }));
}

/**
 * Every key of every screen. No F-keys (Ink does not see them), no Alt (RDP takes it); what needs Shift or AltGr on a
 * German or French keyboard and is no letter has a letter beside it.
 */
export const KEYS: readonly KeyBinding[] = [
  ...scope('everywhere', [
    ['help', '? h', 'help', 'Show the keys of this screen', 'footer'],
    ['quit', 'ctrl+c', 'quit', 'Leave the program; everything is saved already'],
  ]),
  ...scope('home', [
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['first', 'home g pageup', 'first', 'To the first line'],
    ['last', 'end G pagedown', 'last', 'To the last line'],
    ['choose', 'enter space right', 'choose', 'Choose the marked line', 'footer'],
    ['choose-number', '1 2 3 4 5 6 7 8 9', 'choose', 'Choose the line with this number'],
    ['quit', 'q esc', 'quit', 'Leave the program; everything is saved already', 'footer'],
  ]),
  ...scope('step', [
    ['tick', 'space', 'tick', 'Tick the marked item, or take the tick away', 'footer'],
    ['open', 'enter', 'open', 'Open the marked item: what to do, commands, why', 'footer'],
    ['facts', 'f', 'names', 'Enter server names, connectors and the folder', 'footer'],
    ['table', 't', 'table', 'Verify: choose export files and open the table', 'footer'],
    ['compare', 'd', 'compare', 'Configuration: what differs between the two servers', 'footer'],
    ['again', 'r', 'new round', 'Import and Verify: begin a new round', 'footer'],
    ['next-step', 'right n', 'next', 'To the next step', 'footer'],
    ['previous-step', 'left p', 'previous', 'To the step before', 'footer'],
    ['back', 'q esc b backspace', 'back', 'Back to where you came from', 'footer'],
    ['up', 'up k', 'up', 'One item up'],
    ['down', 'down j', 'down', 'One item down'],
    ['page-up', 'pageup ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'first', 'To the first item'],
    ['last', 'end G', 'last', 'To the last item'],
  ]),
  ...scope('item', [
    ['tick', 'space', 'tick', 'Tick this item, or take the tick away', 'footer'],
    ['copy', 'c', 'copy', 'Copy the marked command', 'footer'],
    ['facts', 'f', 'enter', 'Enter the names and answers that this item asks for', 'footer'],
    ['next-command', 'tab m', 'next command', 'Mark the next command', 'footer'],
    ['table', 't', 'table', 'Verify: choose export files and open the table', 'footer'],
    ['compare', 'd', 'compare', 'Configuration: what differs between the two servers', 'footer'],
    ['again', 'r', 'new round', 'Import and Verify: begin a new round', 'footer'],
    ['next', 'right n', 'next', 'Open the next item', 'footer'],
    ['previous', 'left p', 'previous', 'Open the item before', 'footer'],
    ['back', 'q esc b backspace enter', 'back', 'Back to the list of items', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['page-up', 'pageup ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'top', 'To the top'],
    ['last', 'end G', 'end', 'To the end'],
  ]),
  ...scope('facts', [
    ['change', 'enter space', 'change', 'Change the marked line', 'footer'],
    ['up', 'up k shift+tab', 'up', 'One line up'],
    ['down', 'down j tab', 'down', 'One line down', 'footer'],
    ['first', 'home g pageup', 'first', 'To the first line'],
    ['last', 'end G pagedown', 'last', 'To the last line'],
    ['back', 'q esc b backspace', 'back', 'Back; everything entered is kept', 'footer'],
  ]),
  ...scope('choice', [
    ['choose', 'enter space', 'choose', 'Choose the marked line', 'footer'],
    ['choose-number', '1 2 3 4 5 6 7 8 9', 'choose', 'Choose the line with this number'],
    ['back', 'q esc b backspace', 'back', 'Back; nothing changes', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['first', 'home g pageup', 'first', 'To the first line'],
    ['last', 'end G pagedown', 'last', 'To the last line'],
  ]),
  ...scope('files', [
    ['open', 'enter', 'open', 'Open the chosen files in the table, or the marked one', 'footer'],
    ['choose', 'space', 'choose', 'Choose the marked file, or leave it out', 'footer'],
    ['type-path', 'p', 'type a path', 'Type the path of a file', 'footer'],
    ['look-again', 'r', 'look again', 'Look again which files the folder holds', 'footer'],
    ['back', 'q esc b backspace', 'back', 'Back to where you came from', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['page-up', 'pageup ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'first', 'To the first file'],
    ['last', 'end G', 'last', 'To the last file'],
  ]),
  ...scope('questions', [
    ['choose', 'enter space', 'answer', 'Answer with the marked line', 'footer'],
    ['choose-number', '1 2 3 4 5 6 7 8 9', 'answer', 'Answer with the line of this number'],
    ['next', 'right n', 'next', 'To the next question that has an answer already', 'footer'],
    ['previous', 'left p', 'previous', 'To the question before; its answer is kept', 'footer'],
    ['table', 't', 'table', 'Compare all strategies in a table, or read the reasons again', 'footer'],
    ['runbook', 'w', 'runbook', 'Write the runbook of the plan into a file', 'footer'],
    ['steps', 's', 'steps', 'To the steps of this page', 'footer'],
    ['back', 'q esc b backspace', 'back', 'Back; the answers are kept', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['page-up', 'pageup ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown ctrl+f', 'page down', 'One page down'],
  ]),
  ...scope('switch', [
    ['confirm', 'enter', 'go on', 'Go on, once the name of the server is typed', 'footer'],
    ['back', 'esc', 'back', 'Back; nothing is lost', 'footer'],
    ['up', 'up', 'up', 'One line up'],
    ['down', 'down', 'more', 'One line down', 'footer'],
    ['page-up', 'pageup', 'page up', 'One page up'],
    ['page-down', 'pagedown', 'page down', 'One page down'],
  ]),
  ...scope('table', [
    ['open', 'enter', 'open', 'Open the object: every value before and after', 'footer'],
    ['filter', '/ f', 'filter', 'Narrow the rows as you type', 'footer'],
    ['only-deletes', '4', 'deletes', 'Only deletes, or all again', 'footer'],
    ['all-operations', '0', 'all', 'All operations and all types', 'footer'],
    ['sort', 's', 'sort', 'Sort by the marked column', 'footer'],
    ['summary', 'i', 'counts', 'Counts by object type', 'footer'],
    ['flows', 'a', 'flows', 'The rules that fill the changed attributes, on both servers', 'footer'],
    ['export-shown', 'e', 'export', 'Write what is shown to a file', 'footer'],
    ['back', 'q esc', 'back', 'Stop the load where one runs; else back', 'footer'],
    ['up', 'up k', 'up', 'One row up'],
    ['down', 'down j', 'down', 'One row down'],
    ['page-up', 'pageup b ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown space ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'first', 'To the first row'],
    ['last', 'end G', 'last', 'To the last row'],
    ['column-left', 'left', 'column left', 'Mark the column to the left; the table scrolls along'],
    ['column-right', 'right', 'column right', 'Mark the column to the right; the table scrolls along'],
    ['next-match', 'n', 'next match', 'To the next row that matches the last filter'],
    ['previous-match', 'N', 'previous match', 'To the row before that matches the last filter'],
    ['clear-filter', 'x', 'no filter', 'Take the filter away'],
    ['only-adds', '1', 'adds', 'Only adds, or all again'],
    ['only-updates', '2', 'updates', 'Only updates, or all again'],
    ['only-renames', '3', 'renames', 'Only renames, or all again'],
    ['only-others', '5', 'others', 'Only delete-adds, replaces and obsoletes, or all again'],
    ['next-type', 't', 'type', 'Only the next object type; after the last, all'],
    ['only-sent', 'o', 'sent', 'Only what was sent already and is not confirmed, or all again'],
    ['sort-reverse', 'S', 'reverse', 'Turn the order round'],
    ['undo', 'u', 'undo', 'Take back the last change of the view'],
    ['redo', 'r', 'redo', 'Do again what was taken back'],
    ['copy-cell', 'c', 'copy', 'Copy the cell of the marked column'],
    ['copy-row', 'y', 'copy row', 'Copy the row'],
    ['copy-dn', 'd', 'copy DN', 'Copy the distinguished name'],
    ['columns', 'v', 'columns', 'Show, hide and order the columns'],
    ['hide-column', 'X', 'hide', 'Hide the marked column'],
    ['widen', '+ w', 'wider', 'Make the marked column wider'],
    ['narrow', '- W', 'narrower', 'Make the marked column narrower'],
    ['freeze', 'z', 'freeze', 'Keep the columns up to the marked one in place, or let go'],
    ['reload', 'R', 'load again', 'Read the files again'],
  ]),
  ...scope('configuration', [
    ['open', 'enter', 'open', 'Open the marked difference, or fold a branch', 'footer'],
    ['filter', '/ f', 'filter', 'Narrow the tree as you type', 'footer'],
    ['only-differences', 'o', 'same too', 'Show what is the same on both servers too, or not', 'footer'],
    ['waive', 'w', 'waive', 'Say why a difference that matters may stay', 'footer'],
    ['flows', 'a', 'flows', 'The way of an attribute from rule to rule', 'footer'],
    ['back', 'q esc', 'back', 'Back', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['page-up', 'pageup b ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown space ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'first', 'To the first line'],
    ['last', 'end G', 'last', 'To the last line'],
    ['fold', 'left', 'fold', 'Fold the marked branch'],
    ['unfold', 'right', 'unfold', 'Unfold the marked branch'],
    ['clear-filter', 'x', 'no filter', 'Take the filter away'],
    ['unwaive', 'W', 'not waived', 'Take back that a difference may stay'],
    ['copy', 'c', 'copy', 'Copy what is shown of the marked difference'],
    ['folders', 'p', 'folders', 'Choose other folders to compare'],
    ['reload', 'R', 'compare again', 'Read and compare the folders again'],
  ]),
  ...scope('flows', [
    ['next', 'n right', 'next', 'To the next attribute that the export changes', 'footer'],
    ['previous', 'N p left', 'previous', 'To the attribute before', 'footer'],
    ['back', 'q esc backspace a', 'back', 'Back to where you came from', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['page-up', 'pageup b ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown space ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'top', 'To the top'],
    ['last', 'end G', 'end', 'To the end'],
  ]),
  ...scope('columns', [
    ['toggle', 'space enter', 'show/hide', 'Show or hide the marked column', 'footer'],
    ['earlier', 'left', 'earlier', 'Move the marked column to the left', 'footer'],
    ['later', 'right', 'later', 'Move the marked column to the right', 'footer'],
    ['back', 'q esc v', 'done', 'Back to the table', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['first', 'home g pageup', 'first', 'To the first column'],
    ['last', 'end G pagedown', 'last', 'To the last column'],
    ['widen', '+ w', 'wider', 'Make the marked column wider'],
    ['narrow', '- W', 'narrower', 'Make the marked column narrower'],
    ['freeze', 'z', 'freeze', 'Keep the columns up to the marked one in place, or let go'],
    ['undo', 'u', 'undo', 'Take back the last change of the view'],
    ['redo', 'r', 'redo', 'Do again what was taken back'],
  ]),
  ...scope('object', [
    ['expand', 'x enter', 'unchanged', 'Show the unchanged values too, or count them again', 'footer'],
    ['whole-values', 'w', 'whole values', 'Show long and binary values whole, or short again', 'footer'],
    ['next-object', 'n right', 'next', 'Open the next row of the table', 'footer'],
    ['previous-object', 'N p left', 'previous', 'Open the row before', 'footer'],
    ['flows', 'a', 'flows', 'The rules that fill the changed attributes, on both servers', 'footer'],
    ['back', 'q esc backspace', 'back', 'Back to the table', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'down', 'One line down'],
    ['page-up', 'pageup b ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown space ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'top', 'To the top'],
    ['last', 'end G', 'end', 'To the end'],
    ['copy-line', 'c', 'copy', 'Copy the value of the marked line'],
    ['copy-object', 'y', 'copy all', 'Copy all that is shown of the object'],
    ['copy-dn', 'd', 'copy DN', 'Copy the distinguished name'],
  ]),
  ...scope('help', [
    ['back', 'q esc enter b backspace', 'close', 'Close the help', 'footer'],
    ['up', 'up k', 'up', 'One line up'],
    ['down', 'down j', 'more', 'One line down', 'footer'],
    ['page-up', 'pageup ctrl+b', 'page up', 'One page up'],
    ['page-down', 'pagedown space ctrl+f', 'page down', 'One page down'],
    ['first', 'home g', 'top', 'To the top'],
    ['last', 'end G', 'end', 'To the end'],
  ]),
  ...scope('field', [
    ['accept', 'enter', 'accept', 'Take what is typed', 'footer'],
    ['cancel', 'esc', 'cancel', 'Leave it as it was', 'footer'],
    ['left', 'left ctrl+b', 'left', 'One character to the left'],
    ['right', 'right ctrl+f', 'right', 'One character to the right'],
    ['start', 'home ctrl+a', 'start', 'To the start of the line'],
    ['end', 'end ctrl+e', 'end', 'To the end of the line'],
    ['erase', 'backspace ctrl+h', 'erase', 'Erase the character before'],
    ['delete', 'delete ctrl+d', 'delete', 'Delete the character here'],
    ['erase-word', 'ctrl+w', 'erase word', 'Erase the word before'],
    ['erase-all', 'ctrl+u', 'clear', 'Erase all', 'footer'],
  ]),
];
