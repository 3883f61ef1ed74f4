import { Text } from 'ink';
import { type JSX, useMemo, useRef } from 'react';
import type { InputFault } from '../../src/csexport/input-fault.ts';
import { inCells } from '../../src/terminal/cells.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { bodyRows, ScreenFrame, type Status } from '../components/screen-frame.tsx';
import { type Move, moved, topFor } from '../components/scrolling.ts';
import { useKeys } from '../components/use-keys.ts';
import { Lines, textLines } from '../components/wrapped-text.tsx';
import { bindingFor, keyNames } from '../keys.ts';
import type { Services } from '../services.ts';
import type { Theme } from '../theme.ts';
import { EDGE_CELLS } from './format-row.ts';
import { keyOf } from './key-of.ts';
import type { LineList } from './line-blocks.ts';
import { fileName } from './load-text.ts';
import { objectLines } from './object-lines.ts';
import type { ObjectPlace } from './table-state.ts';
import { type ObjectSource, useObject } from './use-object.ts';
import type { DetailLayout } from './value-lines.ts';

/** What the object screen shows of one row, and what it can ask for. */
export interface ObjectScreenProps {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly readObject: Services['readObject'];
  readonly training: boolean;
  /** The object's name, as the table has it. */
  readonly name: string;
  /** Which row of those shown it is: `3 of 120 rows`. */
  readonly rank: string;
  /** null where the file was never opened. */
  readonly source: ObjectSource | null;
  /** What copying the DN gives. */
  readonly dn: string;
  readonly nameOf: (dn: string) => string;
  readonly place: ObjectPlace;
  readonly status: Status | null;
  /** Any key: what was said is done with. */
  readonly onKey: () => void;
  readonly onPlace: (place: ObjectPlace) => void;
  /** Another row of those shown, so many places on. */
  readonly onOther: (by: number) => void;
  readonly onCopy: (text: string) => void;
  /** The rules that fill its changed attributes. */
  readonly onFlows: () => void;
  readonly onHelp: () => void;
  readonly onBack: () => void;
}

const MOVES: Readonly<Record<string, Move>> = {
  'object.up': 'up',
  'object.down': 'down',
  'object.page-up': 'page-up',
  'object.page-down': 'page-down',
  'object.first': 'first',
  'object.last': 'last',
};

/** One object in full: each changed attribute before and after, errors, state. */
export function ObjectScreen(props: ObjectScreenProps): JSX.Element {
  const { terminal, theme, training, name, rank, source, status } = props;
  const read = useObject(props.readObject, source);
  const details = read.kind === 'read' ? read.details : null;
  const width = terminal.columns - EDGE_CELLS.left - EDGE_CELLS.right;
  const height = bodyRows(terminal);
  const { nameOf } = props;
  const { whole, expanded } = props.place;
  const layout = useMemo(
    (): DetailLayout => ({ theme, width, whole, expanded, nameOf }),
    [theme, width, whole, expanded, nameOf],
  );
  const lines = useMemo(() => (details === null ? null : objectLines(details, layout)), [details, layout]);
  const listFor = (place: ObjectPlace): LineList | null => {
    if (place.whole === whole && place.expanded === expanded) return lines;
    return details && objectLines(details, { ...layout, whole: place.whole, expanded: place.expanded });
  };
  useObjectKeys(props, height, listFor);
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={name}
      place={rank}
      training={training}
      scope="object"
      status={status}
    >
      {lines !== null && (
        <Window lines={lines} place={props.place} theme={theme} width={terminal.columns} height={height} />
      )}
      {read.kind === 'fault' && <Fault fault={read.fault} theme={theme} width={terminal.columns} />}
      {read.kind === 'reading' && <Text>Reading the object.</Text>}
    </ScreenFrame>
  );
}

/** The keys of the object screen; several may come at once, so each builds on the place that the last one left. */
function useObjectKeys(
  props: ObjectScreenProps,
  height: number,
  listFor: (place: ObjectPlace) => LineList | null,
): void {
  const latest = useRef(props.place);
  latest.current = props.place;
  useKeys((input, key) => {
    props.onKey();
    for (const pressed of keyNames(input, key)) {
      const id = bindingFor('object', pressed)?.id;
      if (id === undefined) continue;
      if (id === 'object.back') return props.onBack();
      if (id === 'everywhere.help') return props.onHelp();
      if (id === 'object.flows') return props.onFlows();
      if (id === 'object.next-object') return props.onOther(1);
      if (id === 'object.previous-object') return props.onOther(-1);
      if (id === 'object.copy-dn') props.onCopy(props.dn);
      const place = latest.current;
      const list = listFor(place);
      if (list === null) continue;
      if (id === 'object.copy-line') props.onCopy(list.line(place.cursor)?.copies ?? '');
      if (id === 'object.copy-object') props.onCopy(Array.from(list.all(), ({ text }) => text).join('\n'));
      latest.current = placeAfter(id, place, list, listFor, height);
    }
    if (latest.current !== props.place) props.onPlace(latest.current);
  });
}

function placeAfter(
  id: string,
  place: ObjectPlace,
  list: LineList,
  listFor: (place: ObjectPlace) => LineList | null,
  height: number,
): ObjectPlace {
  const move = MOVES[id];
  if (move !== undefined) {
    const cursor = moved(Math.min(place.cursor, list.size - 1), move, list.size, height);
    return { ...place, cursor, top: topFor(cursor, place.top, height, list.size) };
  }
  if (id !== 'object.expand' && id !== 'object.whole-values') return place;
  const turned =
    id === 'object.expand' ? { ...place, expanded: !place.expanded } : { ...place, whole: !place.whole };
  const other = listFor(turned);
  if (other === null) return turned;
  const cursor = list.placeIn(other, place.cursor);
  const onLine = cursor - (place.cursor - place.top);
  return { ...turned, cursor, top: topFor(cursor, Math.max(0, onLine), height, other.size) };
}

function Window({
  lines,
  place,
  theme,
  width,
  height,
}: {
  readonly lines: LineList;
  readonly place: ObjectPlace;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}): JSX.Element[] {
  const cursor = Math.max(0, Math.min(place.cursor, lines.size - 1));
  const top = topFor(cursor, place.top, height, lines.size);
  return lines.window(top, height).map(({ text, meaning }, index) => {
    const pointed = top + index === cursor;
    const lead = inCells(pointed ? theme.mark.pointer : '', EDGE_CELLS.left);
    const line = pointed ? inCells(lead + text, width - EDGE_CELLS.right) : (lead + text).trimEnd();
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
      <Text key={index} wrap="truncate" {...theme.style(pointed ? 'selected' : meaning)}>
        {line || ' '}
      </Text>
    );
  });
}

function Fault({
  fault,
  theme,
  width,
}: {
  readonly fault: InputFault;
  readonly theme: Theme;
  readonly width: number;
}): JSX.Element {
  const lines = [
    ...textLines(`${theme.mark.danger} ${fileName(fault.file)}: ${fault.what}`, width, 'danger'),
    ...textLines(fault.next, width),
    ...textLines(
      `${keyOf('object.back')} leads back to the table; ${keyOf('table.reload')} there reads the files again.`,
      width,
    ),
  ];
  return <>{Lines({ lines, theme, width })}</>;
}
