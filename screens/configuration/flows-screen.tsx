import { useInput } from 'ink';
import { type JSX, useEffect, useRef, useState } from 'react';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { bodyRows, ScreenFrame } from '../components/screen-frame.tsx';
import { type Move, moved } from '../components/scrolling.ts';
import { Lines, type ScreenLine, textLines } from '../components/wrapped-text.tsx';
import { bindingFor, keyNames } from '../keys.ts';
import type { Services } from '../services.ts';
import type { Theme } from '../theme.ts';
import type { Paths } from './configuration-state.ts';
import { flowLines } from './detail-lines.ts';
import { type FlowsPlace, type FlowsRead, otherAttribute, shownFlows } from './flows-state.ts';

const MOVES: Readonly<Record<string, Move>> = {
  'flows.up': 'up',
  'flows.down': 'down',
  'flows.page-up': 'page-up',
  'flows.page-down': 'page-down',
  'flows.first': 'first',
  'flows.last': 'last',
};

/** What the screen of a pending export's flows is given. */
export interface FlowsScreenProps {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly services: Pick<Services, 'flowsOf'>;
  readonly training: boolean;
  /** The folders that were compared last; null where none were. */
  readonly compared: Paths | null;
  /** The attributes that the pending export changes. */
  readonly attributes: readonly string[];
  readonly onHelp: () => void;
  readonly onBack: () => void;
}

/** The rules that fill the attributes of a pending export, one attribute at a time, on both servers. */
export function FlowsScreen(props: FlowsScreenProps): JSX.Element {
  const { terminal, theme, training, attributes } = props;
  const read = useFlows(props.services, props.compared);
  const [place, setPlace] = useState<FlowsPlace>({ at: 0, top: 0 });
  const latest = useRef(place);
  const height = bodyRows(terminal);
  const linesAt = (wanted: FlowsPlace): readonly ScreenLine[] =>
    linesFor(read, attributes, wanted, terminal, theme);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) {
      const id = bindingFor('flows', name)?.id;
      if (id === 'flows.back') return props.onBack();
      if (id === 'everywhere.help') return props.onHelp();
      if (id !== undefined)
        latest.current = placeAfter(id, latest.current, attributes.length, linesAt, height);
    }
    setPlace(latest.current);
  });
  const lines = linesAt(place);
  const attribute = attributes[place.at];
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={attribute === undefined ? 'Flows' : `Flows of ${attribute}`}
      place={attributes.length < 2 ? '' : `attribute ${place.at + 1} of ${attributes.length}`}
      training={training}
      scope="flows"
    >
      <Lines lines={lines} theme={theme} width={terminal.columns} top={place.top} height={height} />
    </ScreenFrame>
  );
}

function placeAfter(
  id: string,
  place: FlowsPlace,
  count: number,
  linesAt: (place: FlowsPlace) => readonly ScreenLine[],
  height: number,
): FlowsPlace {
  if (id === 'flows.next') return otherAttribute(place, 1, count);
  if (id === 'flows.previous') return otherAttribute(place, -1, count);
  const move = MOVES[id];
  if (move === undefined) return place;
  const last = Math.max(0, linesAt(place).length - height);
  return { ...place, top: moved(place.top, move, last + 1, height) };
}

function linesFor(
  read: FlowsRead,
  attributes: readonly string[],
  place: FlowsPlace,
  { columns }: Terminal,
  theme: Theme,
): readonly ScreenLine[] {
  if (read.kind === 'none') return textLines(read.said, columns, 'warning');
  if (attributes.length === 0) {
    return textLines(
      'This export changes no attribute: which rule has the object in its scope decides. Look at scoping filters and OUs in the comparison of Configuration.',
      columns,
    );
  }
  const flows = shownFlows(read, attributes, place);
  return flows === null
    ? textLines('Reading the configurations of both servers.', columns)
    : flowLines(flows, columns, theme);
}

function useFlows(services: Pick<Services, 'flowsOf'>, compared: Paths | null): FlowsRead {
  const [read, setRead] = useState<FlowsRead>(
    compared === null
      ? { kind: 'none', said: 'No configurations were compared yet: do it in the step Configuration, key d.' }
      : { kind: 'reading' },
  );
  const handed = useRef(services);
  const { active = null, staging = null } = compared ?? {};
  useEffect(() => {
    if (active === null || staging === null) return;
    let gone = false;
    const tell = (next: FlowsRead): void => {
      if (!gone) setRead(next);
    };
    handed.current.flowsOf(active, staging).then(
      (flowsOf) =>
        tell(
          flowsOf === null
            ? { kind: 'none', said: 'A settings file of the wizard holds no flows: compare two folders.' }
            : { kind: 'read', flowsOf },
        ),
      (error: unknown) =>
        tell({ kind: 'none', said: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      gone = true;
    };
  }, [active, staging]);
  return read;
}
