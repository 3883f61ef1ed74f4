import { useCallback, useEffect, useRef, useState } from 'react';
import { matches } from '../../src/pending-exports/query.ts';
import { criteriaOf, type View } from '../../src/pending-exports/table-view.ts';
import type { Outcome, Services } from '../services.ts';
import { copiedCell, copiedRow } from './copied-text.ts';
import { type FeedNews, TableFeed } from './table-feed.ts';
import type { Effect } from './table-keys.ts';
import { newTableState, reduceTable, type TableAction, type TableState } from './table-state.ts';

/** The table screen's state, and everything that it can do. All of it stays the same from draw to draw but the state. */
export interface TableEffects {
  readonly state: TableState;
  readonly feed: TableFeed;
  /** The state as it is now, also between two draws: several keys can come at once. */
  readonly latest: () => TableState;
  readonly send: (action: TableAction) => void;
  readonly perform: (effect: Effect) => void;
  readonly copy: (text: string) => void;
  readonly exportTo: (path: string) => void;
}

/**
 * Loads the files on mount and stops on unmount; finds the rows to show whenever the view changes; copies and writes.
 * `heightOf` gives the lines that there are for rows.
 */
export function useTableEffects(
  services: Services,
  files: readonly string[],
  heightOf: (state: TableState) => number,
  onBack: () => void,
): TableEffects {
  const now = useRef({ services, files, heightOf, onBack });
  now.current = { services, files, heightOf, onBack };
  const store = useRef<TableState | null>(null);
  store.current ??= newTableState(files);
  const [state, draw] = useState(store.current);
  const latest = useCallback((): TableState => store.current ?? newTableState(now.current.files), []);
  const current = useRef<TableFeed | null>(null);

  const send = useCallback(
    (action: TableAction): void => {
      const before = latest();
      const after = reduceTable(before, action);
      store.current = after;
      if (asksAnew(before.view.view, after.view.view)) current.current?.choose(after.view.view);
      draw(latest());
    },
    [latest],
  );
  const hear = useCallback(
    (news: FeedNews): void => {
      send(news.kind === 'load' ? news : { ...news, height: now.current.heightOf(latest()) });
    },
    [send, latest],
  );
  const [feed, setFeed] = useState(() => new TableFeed(hear));
  current.current = feed;
  useEffect(() => {
    feed.start((paths, listen) => now.current.services.loadExports(paths, listen), now.current.files);
    return () => feed.close();
  }, [feed]);

  const copy = useCallback(
    (text: string): void => {
      if (text === '') {
        send({ kind: 'said', outcome: { ok: false, said: 'There is nothing to copy here.' } });
        return;
      }
      now.current.services
        .copy(text)
        .catch((error: unknown) => ({ ok: false, said: `Not copied: ${messageOf(error)}` }))
        .then((outcome) => send({ kind: 'said', outcome }));
    },
    [send],
  );
  const exportTo = useCallback(
    (path: string): void => exportShown(path.trim(), now.current.services, feed, latest, send),
    [feed, latest, send],
  );
  const perform = useCallback(
    (effect: Effect) => {
      const { cursor, marked, view, load, stopping } = latest();
      const { row } = cursor;
      switch (effect) {
        case 'back':
          if (load.done || stopping) return now.current.onBack();
          send({ kind: 'stopping' });
          return feed.stop();
        case 'load-again':
          send({ kind: 'load-again', files: now.current.files });
          return setFeed(new TableFeed(hear, view.view));
        case 'copy-cell':
          return copy(row === null ? '' : copiedCell(feed.table, marked, row));
        case 'copy-row':
          return copy(row === null ? '' : copiedRow(feed.table, view.view, row));
        case 'copy-dn':
          return copy(row === null ? '' : feed.table.text('dn', row));
        case 'ask-for-path':
          if (latest().rows.length === 0) {
            return send({
              kind: 'said',
              outcome: { ok: false, said: 'No row is shown: there is nothing to write.' },
            });
          }
          return send({ kind: 'open-export', path: now.current.services.proposeExportPath() });
        case 'next-match':
        case 'previous-match':
          return toMatch(effect === 'next-match' ? 1 : -1, feed, latest(), now.current.heightOf, send);
        default:
          return effect satisfies never;
      }
    },
    [feed, latest, send, hear, copy],
  );
  return { state, feed, latest, send, perform, copy, exportTo };
}

/** Whether other rows are asked for, or another order. */
function asksAnew(before: View, after: View): boolean {
  const [former, wanted] = [criteriaOf(before), criteriaOf(after)];
  return (
    former.query !== wanted.query ||
    former.operations !== wanted.operations ||
    former.types !== wanted.types ||
    former.states !== wanted.states ||
    before.sort !== after.sort
  );
}

function toMatch(
  by: 1 | -1,
  feed: TableFeed,
  state: TableState,
  heightOf: (state: TableState) => number,
  send: (action: TableAction) => void,
) {
  const { lastQuery, rows, cursor } = state;
  const say = (said: string): void => send({ kind: 'said', outcome: { ok: false, said } });
  if (lastQuery === null) return say('No filter was used yet: there is nothing to look for.');
  for (let place = cursor.selected + by; place >= 0 && place < rows.length; place += by) {
    if (!matches(lastQuery, feed.table.row(rows[place] ?? 0))) continue;
    return send({ kind: 'move', move: { kind: 'to', place }, height: heightOf(state) });
  }
  say(`No row ${by === 1 ? 'below' : 'above'} matches ${lastQuery.text}`);
}

function exportShown(
  path: string,
  services: Services,
  feed: TableFeed,
  latest: () => TableState,
  send: (action: TableAction) => void,
) {
  const { pane, rows, load } = latest();
  if (pane.kind !== 'export' || pane.writing) return;
  if (path === '') {
    return send({ kind: 'export-refused', outcome: { ok: false, said: 'Type the name of a file.' } });
  }
  // Enter on a file that is there confirms it: typing another name takes the refusal away.
  const force = pane.refused?.exists === true;
  const shown = Array.from(rows).flatMap((row) => {
    const file = load.files[feed.table.file(row)]?.identity;
    return file ? [{ file, range: feed.table.range(row) }] : [];
  });
  send({ kind: 'export-writing' });
  services
    .exportShown(shown, path, force)
    .catch((error: unknown): Outcome => ({ ok: false, said: messageOf(error) }))
    .then((outcome) => {
      if (!outcome.ok) return send({ kind: 'export-refused', outcome });
      if (latest().pane.kind === 'export') send({ kind: 'close' });
      return send({ kind: 'said', outcome });
    });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
