import { Box, Text } from 'ink';
import type { JSX } from 'react';
import type { Terminal } from '../../src/terminal/terminal.ts';
import type { ComparedConfigurations } from '../../src/walkthrough/walkthrough.ts';
import { HelpPanel } from '../components/help-panel.tsx';
import { bodyRows, ScreenFrame, type Status } from '../components/screen-frame.tsx';
import { topFor } from '../components/scrolling.ts';
import { Lines, type ScreenLine, textLines } from '../components/wrapped-text.tsx';
import type { Services } from '../services.ts';
import type { Theme } from '../theme.ts';
import { keyOf } from '../verify/key-of.ts';
import { type ConfigurationState, linesOf, markedLine } from './configuration-state.ts';
import { detailLines, flowLines } from './detail-lines.ts';
import { TreePane } from './tree-pane.tsx';
import { TypedLine } from './typed-line.tsx';
import { type ComparedResult, useConfiguration } from './use-configuration.ts';
import { useConfigurationKeys } from './use-configuration-keys.ts';

/** What the Configuration screen is given. */
export interface ConfigurationScreenProps {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly services: Services;
  readonly training: boolean;
  /** The last comparison: its folders are compared again, its waivers hold. */
  readonly compared: ComparedConfigurations | null;
  readonly onCompared: (result: ComparedResult) => void;
  /** A difference may stay, and why; '' takes that back. */
  readonly onWaive: (key: string, why: string) => void;
  readonly onBack: () => void;
}

/** What differs between the two servers: a tree at the left, both sides of the marked line at the right. */
export function ConfigurationScreen(props: ConfigurationScreenProps): JSX.Element {
  const { terminal, theme, services, training, compared, onCompared, onWaive } = props;
  const store = useConfiguration(services, compared, onCompared);
  const { state, latest, send } = store;
  const height = bodyRows(terminal);
  const waived = compared?.waived ?? {};
  const over = (shown: ConfigurationState): readonly ScreenLine[] =>
    overLines(shown, waived, terminal.columns, theme);
  const say = (ok: boolean, said: string): void => send({ kind: 'said', outcome: { ok, said } });
  useConfigurationKeys(
    store,
    {
      back: props.onBack,
      overLines: (shown) => over(shown).length,
      unwaive: () => {
        onWaive(markedLine(latest())?.id ?? '', '');
        say(true, 'No longer waived.');
      },
      copy: () => {
        const lines =
          latest().over === null ? marked(latest(), waived, terminal.columns, theme) : over(latest());
        services.copy(lines.map(({ text }) => text).join('\n')).then(
          ({ ok, said }) => say(ok, said),
          () => say(false, 'Not copied.'),
        );
      },
    },
    height,
  );
  if (state.over?.kind === 'help') {
    return (
      <HelpPanel
        terminal={terminal}
        theme={theme}
        scope="configuration"
        training={training}
        onClose={() => send({ kind: 'over', over: null })}
      />
    );
  }
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={titleOf(state)}
      place={placeOf(state, compared)}
      training={training}
      scope="configuration"
      status={statusOf(state)}
      footer={state.typing === null ? undefined : <TypedLine {...props} store={store} />}
    >
      <Body
        state={state}
        over={over(state)}
        waived={waived}
        theme={theme}
        terminal={terminal}
        height={height}
      />
    </ScreenFrame>
  );
}

function Body({
  state,
  over,
  waived,
  theme,
  terminal,
  height,
}: {
  readonly state: ConfigurationState;
  readonly over: readonly ScreenLine[];
  readonly waived: ComparedConfigurations['waived'];
  readonly theme: Theme;
  readonly terminal: Terminal;
  readonly height: number;
}): JSX.Element {
  const { columns } = terminal;
  if (state.loaded.kind !== 'compared') {
    return (
      <Lines lines={waitingLines(state, columns, theme)} theme={theme} width={columns} height={height} />
    );
  }
  if (state.over !== null && state.over.kind !== 'help') {
    const top = Math.min(state.over.top, Math.max(0, over.length - height));
    return <Lines lines={over} theme={theme} width={columns} top={top} height={height} />;
  }
  const left = Math.max(34, Math.floor(columns * 0.45));
  const lines = linesOf(state);
  return (
    <Box height={height}>
      <TreePane
        lines={lines}
        none={state.filter === '' ? 'Nothing differs.' : 'Nothing matches the filter.'}
        cursor={state.cursor}
        top={topFor(state.cursor, state.top, height, lines.length)}
        waived={waived}
        theme={theme}
        width={left}
        height={height}
      />
      <Box flexDirection="column" width={columns - left} height={height} overflow="hidden">
        {marked(state, waived, columns - left - 2, theme)
          .slice(0, height)
          .map(({ text, meaning }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
            <Text key={index} wrap="truncate">
              {`${theme.mark.vertical} `}
              <Text {...theme.style(meaning)}>{text || ' '}</Text>
            </Text>
          ))}
      </Box>
    </Box>
  );
}

function marked(
  state: ConfigurationState,
  waived: ComparedConfigurations['waived'],
  width: number,
  theme: Theme,
): readonly ScreenLine[] {
  if (state.loaded.kind !== 'compared') return [];
  return detailLines(markedLine(state), state.loaded.servers.comparison, waived, width, theme);
}

function overLines(
  state: ConfigurationState,
  waived: ComparedConfigurations['waived'],
  width: number,
  theme: Theme,
): readonly ScreenLine[] {
  if (state.over?.kind === 'flows' && state.loaded.kind === 'compared') {
    const flows = state.loaded.servers.flowsOf?.(state.over.attribute) ?? null;
    return flows === null ? [] : flowLines(flows, width, theme);
  }
  return state.over?.kind === 'whole' ? marked(state, waived, width, theme) : [];
}

function waitingLines(state: ConfigurationState, width: number, theme: Theme): readonly ScreenLine[] {
  if (state.loaded.kind === 'comparing')
    return textLines('Reading and comparing the two configurations.', width);
  if (state.loaded.kind === 'failed') {
    return [
      ...textLines(`${theme.mark.danger} ${state.loaded.said}`, width, 'danger'),
      ...textLines(
        `${keyOf('configuration.folders')} chooses other folders; ${keyOf('configuration.reload')} compares again.`,
        width,
      ),
    ];
  }
  return textLines(
    'Give the folder that Get-ADSyncServerConfiguration -Path wrote on each server, or the JSON file of the wizard. Copy both to this machine first. Nothing is changed.',
    width,
  );
}

function titleOf({ over, loaded, filter }: ConfigurationState): string {
  if (over?.kind === 'flows') return `Flows of ${over.attribute}`;
  const found = loaded.kind === 'compared' && filter !== '' ? `  Filter: ${filter}` : '';
  return `Configuration: active and staging server${found}`;
}

function placeOf({ loaded }: ConfigurationState, compared: ComparedConfigurations | null): string {
  if (loaded.kind !== 'compared' || compared === null) return '';
  const waived = compared.matters.filter((key) => Object.hasOwn(compared.waived, key)).length;
  return waived === 0 ? '' : `${waived} waived`;
}

function statusOf({ said, loaded }: ConfigurationState): Status | null {
  if (said !== null) return { text: said.said, meaning: said.ok ? 'good' : 'warning' };
  if (loaded.kind !== 'compared') return null;
  const { counts } = loaded.servers.comparison;
  const text = `${counts.matters} matter, ${counts.expected} expected, ${counts.versionNoise} because of builds, ${counts.ignored} ignored`;
  return { text, meaning: counts.matters === 0 ? 'good' : 'warning' };
}
