import { exportFilesOfRound } from '../src/walkthrough/steps/verify.ts';
import type { Press } from './app-actions.ts';
import { type AppState, popped, pushed, replaced, said, topView, type View, walked } from './app-state.ts';
import { bodyRows } from './components/screen-frame.tsx';
import { type Move, moved, within } from './components/scrolling.ts';

type FilesView = Extract<View, { kind: 'files' }>;

/** A file that can be opened, and why it is offered. */
export interface FileRow {
  readonly path: string;
  readonly note: string;
}

const MOVES: Readonly<Record<string, Move>> = {
  'files.up': 'up',
  'files.down': 'down',
  'files.page-up': 'page-up',
  'files.page-down': 'page-down',
  'files.first': 'first',
  'files.last': 'last',
};

/** The files that are offered, each once: those of this round, those opened last, then the folder's, newest first. Choosing keeps the order. */
export function fileRows(state: AppState, view: FilesView): readonly FileRow[] {
  const { walkthrough, training } = state;
  const found = view.found ?? [];
  const planned = exportFilesOfRound(walkthrough.facts, walkthrough).map(folded);
  const rows: readonly FileRow[] = [
    ...found.filter((path) => planned.includes(folded(path))).map((path) => ({ path, note: 'this round' })),
    ...walkthrough.exportFiles.map((path) => ({ path, note: 'opened last' })),
    ...found.map((path) => ({ path, note: '' })),
    ...(walkthrough.training === null ? [] : (training?.files ?? [])).map((path) => ({
      path,
      note: 'training',
    })),
    ...view.chosen.map((path) => ({ path, note: '' })),
  ];
  const notes = new Map<string, FileRow>();
  for (const row of rows) {
    const known = notes.get(folded(row.path));
    if (!known || (known.note === '' && row.note !== ''))
      notes.set(folded(row.path), { ...row, path: known?.path ?? row.path });
  }
  return [...notes.values()];
}

/** Verify's table: in training that of the scenario's files at once, else the choice of files. */
export function openTable(state: AppState, at: Date): AppState {
  const { walkthrough, training } = state;
  if (walkthrough.training !== null && training) return tableOf(state, 'verify', training.files, at);
  return pushed(state, { kind: 'files', from: 'verify', cursor: 0, typing: false, found: null, chosen: [] });
}

/** What a key does in the choice of export files. */
export function pressInFiles(state: AppState, { id, at }: Press): AppState {
  const view = topView(state);
  if (view?.kind !== 'files' || id === 'files.back') return popped(state);
  // The last line asks for a path.
  const rows = fileRows(state, view);
  const row = rows[within(view.cursor, rows.length)];
  const move = MOVES[id];
  if (move) {
    return replaced(state, {
      ...view,
      cursor: moved(view.cursor, move, rows.length + 1, bodyRows(state.terminal)),
    });
  }
  switch (id) {
    case 'files.type-path':
      return replaced(state, { ...view, typing: true });
    case 'files.look-again':
      return replaced(state, { ...view, found: null });
    case 'files.choose':
      return replaced(state, row ? toggled(view, row.path) : { ...view, typing: true });
    case 'files.open':
      return open(state, view, row ?? null, at);
    default:
      return state;
  }
}

/** The choice of files with what the folder holds. */
export function filesFound(state: AppState, files: readonly string[]): AppState {
  const place = state.views.findLastIndex(({ kind }) => kind === 'files');
  const view = state.views[place];
  return view?.kind === 'files'
    ? { ...state, views: state.views.with(place, { ...view, found: files }) }
    : state;
}

/** The table of the file whose path was typed. Windows copies a path in quotes; they are no part of it. */
export function typedPath(state: AppState, view: FilesView, text: string, at: Date): AppState {
  const path = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  if (path === '') return replaced(state, { ...view, typing: false });
  return tableOf(replaced(state, { ...view, typing: false }), view.from, [...view.chosen, path], at);
}

function open(state: AppState, view: FilesView, row: FileRow | null, at: Date): AppState {
  if (row === null) return replaced(state, { ...view, typing: true });
  return tableOf(state, view.from, view.chosen.length > 0 ? view.chosen : [row.path], at);
}

function tableOf(state: AppState, from: FilesView['from'], files: readonly string[], at: Date): AppState {
  if (files.length === 0) return said(state, 'There is no file to open.', 'warning');
  const noted = from === 'verify' ? walked(state, { type: 'open-exports', files }, at) : state;
  return pushed(noted, { kind: 'table', files });
}

function toggled(view: FilesView, path: string): FilesView {
  const others = view.chosen.filter((one) => one !== path);
  return { ...view, chosen: others.length < view.chosen.length ? others : [...view.chosen, path] };
}

// The names of files on Windows do not tell upper from lower case.
function folded(path: string): string {
  return path.toLowerCase();
}
