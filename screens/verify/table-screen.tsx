import { Box } from 'ink';
import type { JSX } from 'react';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { HelpPanel } from '../components/help-panel.tsx';
import { bodyRows, ScreenFrame } from '../components/screen-frame.tsx';
import { Lines, type ScreenLine, textLines } from '../components/wrapped-text.tsx';
import type { Paths } from '../configuration/configuration-state.ts';
import { FlowsScreen } from '../configuration/flows-screen.tsx';
import type { KeyScope } from '../keys.ts';
import type { Services } from '../services.ts';
import type { Theme } from '../theme.ts';
import { ColumnsPane } from './columns-pane.tsx';
import { CountsPane } from './counts-pane.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FilterLine } from './filter-line.tsx';
import { keyOf } from './key-of.ts';
import { isPartial, type LoadState } from './load-state.ts';
import { fileName, partialTexts } from './load-text.ts';
import { OpenedObject } from './opened-object.tsx';
import { PieceLine } from './piece-line.tsx';
import { NoRows, RowsPane } from './rows-pane.tsx';
import { noRowsText, statusLine } from './status-line.ts';
import { stripLines } from './strip-lines.ts';
import type { Pane } from './table-pane.ts';
import { isTyping, type TableState } from './table-state.ts';
import { type TableEffects, useTableEffects } from './use-table-effects.ts';
import { useTableKeys } from './use-table-keys.ts';

/** What the table screen is given. */
export interface TableScreenProps {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly services: Services;
  /** Whole paths, in the order in which they are read. */
  readonly files: readonly string[];
  readonly training: boolean;
  /** Deletes in one export above which the AAD connector exports nothing. */
  readonly deletionThreshold: number;
  /** The folders of the two servers that were compared last; null where none were. */
  readonly compared?: Paths | null;
  readonly onBack: () => void;
}

const STRIP_LINES = 2;
const TITLE_LINES = 1;
/** More of a banner would leave no room for the rows that it is about. */
const BANNER_LINES = 6;
const MISTAKE_LINES = 2;

/** The table of pending exports: alive while its files are read, and after. */
export function TableScreen(props: TableScreenProps): JSX.Element {
  const { terminal, theme, services, files, training, onBack } = props;
  const pane = (state: TableState): number =>
    bodyRows(terminal) - STRIP_LINES - bannerLines(state, terminal, theme).length;
  const rows = (state: TableState): number =>
    Math.max(1, pane(state) - TITLE_LINES - mistakeLines(state, terminal).length);
  const effects = useTableEffects(services, files, rows, onBack);
  useTableKeys(effects, terminal.columns, { rows, pane });
  const { state, send } = effects;
  if (state.pane.kind === 'help') {
    return (
      <HelpPanel
        terminal={terminal}
        theme={theme}
        scope={state.pane.scope}
        training={training}
        onClose={() => send({ kind: 'close' })}
      />
    );
  }
  if (state.pane.kind === 'flows') {
    return (
      <FlowsScreen
        terminal={terminal}
        theme={theme}
        services={services}
        training={training}
        compared={props.compared ?? null}
        attributes={effects.feed.table.row(state.pane.row).attributes}
        onHelp={() => send({ kind: 'open-help', scope: 'flows' })}
        onBack={() => send({ kind: 'close' })}
      />
    );
  }
  if (state.pane.kind === 'object') {
    return (
      <OpenedObject
        terminal={terminal}
        theme={theme}
        services={services}
        training={training}
        effects={effects}
        row={state.pane.row}
        heightOf={rows}
      />
    );
  }
  return <TableFrame {...props} effects={effects} rows={rows(state)} pane={pane(state)} />;
}

interface FrameProps extends TableScreenProps {
  readonly effects: TableEffects;
  /** Lines for rows. */
  readonly rows: number;
  /** Lines for what stands in their place, titles included. */
  readonly pane: number;
}

function TableFrame(props: FrameProps): JSX.Element {
  const { terminal, theme, training, deletionThreshold, effects } = props;
  const { state, feed, send } = effects;
  const { columns } = terminal;
  const mistakes = mistakeLines(state, terminal);
  const strip = stripLines(feed.summary, deletionThreshold, isPartial(state.load), theme, columns);
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={title(state.load)}
      training={training}
      scope={footerScope(state.pane)}
      status={statusLine(state, theme)}
      footer={
        isTyping(state) ? (
          <FilterLine
            theme={theme}
            columns={columns}
            initial={state.view.view.filter.text}
            onType={(text) => send({ kind: 'view', action: { kind: 'filter-type', text } })}
            onAccept={() => send({ kind: 'view', action: { kind: 'filter-accept' } })}
            onCancel={() => send({ kind: 'view', action: { kind: 'filter-cancel' } })}
          />
        ) : undefined
      }
    >
      <Lines lines={bannerLines(state, terminal, theme)} theme={theme} width={columns} />
      {strip.map((pieces, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the strip
        <PieceLine key={index} pieces={pieces} theme={theme} />
      ))}
      <Box
        flexDirection="column"
        height={Math.max(1, props.pane - mistakes.length)}
        flexShrink={0}
        overflowY="hidden"
      >
        <Shown {...props} />
      </Box>
      <Lines lines={mistakes} theme={theme} width={columns} />
    </ScreenFrame>
  );
}

function Shown({ terminal, theme, effects, rows, pane: height }: FrameProps): JSX.Element {
  const { state, feed, send, exportTo } = effects;
  const { pane } = state;
  const width = terminal.columns;
  switch (pane.kind) {
    case 'counts':
      return (
        <CountsPane summary={feed.summary} theme={theme} terminal={terminal} height={height} top={pane.top} />
      );
    case 'columns':
      return (
        <ColumnsPane
          view={state.view.view}
          needs={state.needs}
          at={pane.at}
          theme={theme}
          width={width}
          height={height}
        />
      );
    case 'export':
      return (
        <ExportDialog
          terminal={terminal}
          theme={theme}
          pane={pane}
          rows={state.rows.length}
          partial={isPartial(state.load) || !state.load.done}
          onPath={(path) => send({ kind: 'export-path', path })}
          onAccept={exportTo}
          onCancel={() => send({ kind: 'close' })}
        />
      );
    default: {
      const { escrowed, unconfirmed } = feed.summary.sentOnly;
      const none = noRowsText(state, escrowed + unconfirmed, keyOf);
      if (state.rows.length === 0 && none.length > 0) return <NoRows lines={none} theme={theme} />;
      return <RowsPane table={feed.table} state={state} theme={theme} width={width} height={rows} />;
    }
  }
}

function footerScope(pane: Pane): KeyScope {
  switch (pane.kind) {
    case 'counts':
      return 'help';
    case 'columns':
      return 'columns';
    case 'export':
      return 'field';
    default:
      return 'table';
  }
}

function title(load: LoadState): string {
  const [first, ...more] = load.files;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return `Pending exports: ${first ? fileName(first.path) : ''}${others}`;
}

/** What was not read, on top of everything else. */
function bannerLines(state: TableState, { columns }: Terminal, theme: Theme): readonly ScreenLine[] {
  return partialTexts(state.load, state.total)
    .flatMap(({ what, next }) => [
      ...textLines(`${theme.mark.danger} ${what}`, columns, 'danger'),
      ...textLines(next, columns, 'warning'),
    ])
    .slice(0, BANNER_LINES);
}

/** What is wrong with the filter as it is typed; the rows are still those of the last one that was right. */
function mistakeLines(state: TableState, { columns }: Terminal): readonly ScreenLine[] {
  const { mistake } = state.view.view.filter;
  if (mistake === null || !isTyping(state)) return [];
  return textLines(mistake.message, columns, 'warning').slice(0, MISTAKE_LINES);
}
