import type { ComparedServers } from '../../src/configuration/compare-servers.ts';
import type { Unchanged } from '../../src/configuration/unchanged.ts';
import { type Move, moved, topFor } from '../components/scrolling.ts';
import type { Outcome } from '../services.ts';
import { FOLDED_AT_FIRST, type TreeLine, treeLines } from './tree-lines.ts';

/** Folders of the two servers, as typed or as compared last. */
export interface Paths {
  readonly active: string;
  readonly staging: string;
}

/** How far the comparison is. */
type Loaded =
  | { readonly kind: 'asking' }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'compared'; readonly servers: ComparedServers }
  | { readonly kind: 'failed'; readonly said: string };

/** What is typed at the foot of the screen; null: keys are keys. */
export type Typing = 'active' | 'staging' | 'filter' | 'why' | 'attribute' | null;

/** What lies over the tree. */
type Over =
  | null
  | { readonly kind: 'whole'; readonly top: number }
  | { readonly kind: 'flows'; readonly attribute: string; readonly top: number }
  | { readonly kind: 'help' };

/** Everything that the Configuration screen shows. */
export interface ConfigurationState {
  readonly paths: Paths;
  readonly loaded: Loaded;
  readonly typing: Typing;
  readonly filter: string;
  readonly folded: ReadonlySet<string>;
  /** What is the same on both servers, where it is shown too. */
  readonly unchanged: readonly Unchanged[] | null;
  readonly cursor: number;
  readonly top: number;
  readonly over: Over;
  readonly said: Outcome | null;
}

export type ConfigurationAction =
  | { readonly kind: 'type'; readonly typing: Typing }
  | { readonly kind: 'path'; readonly side: keyof Paths; readonly path: string }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'compared'; readonly servers: ComparedServers }
  | { readonly kind: 'failed'; readonly said: string }
  | { readonly kind: 'filter'; readonly text: string }
  | { readonly kind: 'toggle-unchanged' }
  | { readonly kind: 'fold'; readonly id: string; readonly folded: boolean }
  | { readonly kind: 'move'; readonly move: Move; readonly height: number }
  | { readonly kind: 'over'; readonly over: Over }
  | { readonly kind: 'scroll'; readonly top: number }
  | { readonly kind: 'said'; readonly outcome: Outcome | null };

/** The state before anything is compared: it asks for the folders where they are not known. */
export function newConfiguration(paths: Paths | null): ConfigurationState {
  return {
    paths: paths ?? { active: '', staging: '' },
    loaded: paths === null ? { kind: 'asking' } : { kind: 'comparing' },
    typing: paths === null ? 'active' : null,
    filter: '',
    folded: FOLDED_AT_FIRST,
    unchanged: null,
    cursor: 0,
    top: 0,
    over: null,
    said: null,
  };
}

/** The lines of the tree as they are to be seen now. */
export function linesOf(state: ConfigurationState): readonly TreeLine[] {
  return state.loaded.kind === 'compared' ? treeLines(state.loaded.servers.comparison, state) : [];
}

/** The marked line; null where there is none. */
export function markedLine(state: ConfigurationState): TreeLine | null {
  return linesOf(state)[state.cursor] ?? null;
}

/** The state after one action. */
export function reduceConfiguration(
  state: ConfigurationState,
  action: ConfigurationAction,
): ConfigurationState {
  switch (action.kind) {
    case 'type':
      return { ...state, typing: action.typing };
    case 'path':
      return { ...state, paths: { ...state.paths, [action.side]: action.path } };
    case 'comparing':
      return { ...state, loaded: { kind: 'comparing' }, typing: null, unchanged: null };
    case 'compared':
      return {
        ...state,
        loaded: { kind: 'compared', servers: action.servers },
        cursor: 0,
        top: 0,
        over: null,
      };
    case 'failed':
      return { ...state, loaded: { kind: 'failed', said: action.said }, over: null };
    case 'filter':
      return { ...state, filter: action.text, cursor: 0, top: 0 };
    case 'toggle-unchanged':
      return withUnchanged(state);
    case 'fold':
      return withFold(state, action.id, action.folded);
    case 'move': {
      const { length } = linesOf(state);
      const cursor = moved(state.cursor, action.move, length, action.height);
      return { ...state, cursor, top: topFor(cursor, state.top, action.height, length) };
    }
    case 'over':
      return { ...state, over: action.over };
    case 'scroll':
      return state.over !== null && state.over.kind !== 'help'
        ? { ...state, over: { ...state.over, top: action.top } }
        : state;
    case 'said':
      return { ...state, said: action.outcome };
    default:
      return action satisfies never;
  }
}

function withUnchanged(state: ConfigurationState): ConfigurationState {
  if (state.loaded.kind !== 'compared') return state;
  return keepMarked(state, {
    ...state,
    unchanged: state.unchanged === null ? state.loaded.servers.unchanged() : null,
  });
}

function withFold(state: ConfigurationState, id: string, fold: boolean): ConfigurationState {
  const folded = new Set(state.folded);
  if (fold) folded.add(id);
  else folded.delete(id);
  return keepMarked(state, { ...state, folded });
}

/** The mark stays on its line; where that is gone, it stays in its place. */
function keepMarked(before: ConfigurationState, after: ConfigurationState): ConfigurationState {
  const id = markedLine(before)?.id;
  const lines = linesOf(after);
  const at = lines.findIndex((line) => line.id === id);
  return { ...after, cursor: at >= 0 ? at : Math.max(0, Math.min(after.cursor, lines.length - 1)) };
}
