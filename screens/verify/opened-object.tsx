import { type JSX, useCallback, useMemo } from 'react';
import { printable } from '../../src/terminal/printable.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import type { Services } from '../services.ts';
import type { Theme } from '../theme.ts';
import { isPartial } from './load-state.ts';
import { grouped } from './load-text.ts';
import { ObjectScreen } from './object-screen.tsx';
import { NEW_PLACE, type TableState } from './table-state.ts';
import type { TableEffects } from './use-table-effects.ts';

/** The object of one row of the table, at the place where it was left. */
export function OpenedObject({
  terminal,
  theme,
  services,
  training,
  effects,
  row,
  heightOf,
}: {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly services: Services;
  readonly training: boolean;
  readonly effects: TableEffects;
  readonly row: number;
  readonly heightOf: (state: TableState) => number;
}): JSX.Element {
  const { state, feed, latest, send, copy } = effects;
  const file = state.load.files[feed.table.file(row)]?.identity ?? null;
  const source = useMemo(
    () => (file === null ? null : { file, range: feed.table.range(row) }),
    [file, feed, row],
  );
  const nameOf = useCallback((dn: string) => feed.table.nameOfDn(dn), [feed]);
  const other = (by: number) => {
    const now = latest();
    const place = now.cursor.selected + by;
    const next = now.rows[place];
    if (next === undefined) {
      const said = by > 0 ? 'This is the last row.' : 'This is the first row.';
      return send({ kind: 'said', outcome: { ok: true, said } });
    }
    send({ kind: 'move', move: { kind: 'to', place }, height: heightOf(now) });
    send({ kind: 'open-object', row: next });
  };
  const partial = isPartial(state.load) ? 'PARTIAL: ' : '';
  return (
    <ObjectScreen
      terminal={terminal}
      theme={theme}
      readObject={services.readObject}
      training={training}
      name={feed.table.text('name', row) || printable(feed.table.text('dn', row))}
      rank={`${partial}${grouped(state.cursor.selected + 1)} of ${grouped(state.rows.length)} rows`}
      source={source}
      dn={feed.table.text('dn', row)}
      nameOf={nameOf}
      place={state.places.get(row) ?? NEW_PLACE}
      status={state.said && { text: state.said.said, meaning: state.said.ok ? 'good' : 'warning' }}
      onKey={() => latest().said !== null && send({ kind: 'said', outcome: null })}
      onPlace={(place) => send({ kind: 'object-place', row, place })}
      onOther={other}
      onCopy={copy}
      onFlows={() => send({ kind: 'open-flows', row })}
      onHelp={() => send({ kind: 'open-help', scope: 'object' })}
      onBack={() => send({ kind: 'close' })}
    />
  );
}
