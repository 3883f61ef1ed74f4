import type { AttributeFlows, FlowStep } from '../../src/configuration/attribute-flows.ts';
import type { Comparison, Difference } from '../../src/configuration/difference.ts';
import {
  HEADING_MEANINGS,
  sideText,
  subjectOf,
  valueText,
} from '../../src/configuration/difference-words.ts';
import { flowSideText } from '../../src/configuration/flow-words.ts';
import type { Waiver } from '../../src/walkthrough/walkthrough.ts';
import { type ScreenLine, textLines } from '../components/wrapped-text.tsx';
import type { Theme } from '../theme.ts';
import type { TreeLine } from './tree-lines.ts';

const GAP: ScreenLine = { text: '', meaning: 'plain' };

/** Both sides of what is marked in the tree, and what it means. */
export function detailLines(
  line: TreeLine | null,
  comparison: Comparison,
  waivers: Readonly<Record<string, Waiver>>,
  width: number,
  theme: Theme,
): readonly ScreenLine[] {
  if (line === null) return overviewLines(comparison, width, theme);
  switch (line.kind) {
    case 'heading':
      return [
        ...textLines(`${line.title}: ${line.count}`, width, 'heading'),
        ...textLines(HEADING_MEANINGS[line.id], width),
        GAP,
        ...overviewLines(comparison, width, theme),
      ];
    case 'place':
      return [...textLines(`${line.title}: ${line.count}`, width, 'heading')];
    case 'same':
      return [
        ...textLines(subjectOf(line.thing), width, 'heading'),
        ...textLines(valueText(line.thing.value), width, 'plain', 'both: '),
      ];
    case 'difference':
      return differenceLines(line.difference, waivers[line.id] ?? null, width, theme);
    default:
      return line satisfies never;
  }
}

function differenceLines(
  difference: Difference,
  waiver: Waiver | null,
  width: number,
  theme: Theme,
): readonly ScreenLine[] {
  const mark = difference.heading === 'matters' && waiver === null ? `${theme.mark.danger} ` : '';
  return [
    ...textLines(`${mark}${subjectOf(difference)}`, width, 'heading'),
    ...(waiver === null ? [] : textLines(`Waived: ${waiver.why}`, width, 'good')),
    GAP,
    ...textLines('Active server', width, 'muted'),
    ...textLines(valueText(difference.active), width, 'plain', '  '),
    ...textLines('Staging server', width, 'muted'),
    ...textLines(valueText(difference.staging), width, 'update', '  '),
    GAP,
    ...textLines(difference.effect, width, 'plain', 'Effect: '),
    ...textLines(difference.remedy, width, 'plain', 'To do: '),
  ];
}

function overviewLines(comparison: Comparison, width: number, theme: Theme): readonly ScreenLine[] {
  return [
    ...textLines(sideText(comparison.active), width, 'plain', 'Active: '),
    ...textLines(sideText(comparison.staging), width, 'plain', 'Staging: '),
    ...comparison.notCompared.flatMap((sentence) =>
      textLines(`${theme.mark.danger} ${sentence}`, width, 'warning'),
    ),
    ...comparison.faults.flatMap(({ file, what, next }) =>
      textLines(`${theme.mark.danger} ${file}: ${what} ${next}`, width, 'danger'),
    ),
  ];
}

/** The way of an attribute on both servers. */
export function flowLines(flows: AttributeFlows, width: number, theme: Theme): readonly ScreenLine[] {
  if (flows.steps.length === 0) {
    return textLines(`No rule of either server has an attribute ${flows.attribute}.`, width);
  }
  const part = (title: string, steps: readonly FlowStep[]): readonly ScreenLine[] =>
    steps.length === 0
      ? []
      : [
          GAP,
          ...textLines(`${title}; the rule that wins comes first`, width, 'heading'),
          ...steps.flatMap((step) => stepLines(step, width, theme)),
        ];
  return [
    ...textLines(
      `In the metaverse: ${flows.metaverse.join(', ') || 'none, the rule makes the value'}`,
      width,
    ),
    ...part(
      'Into the metaverse',
      flows.steps.filter(({ inbound }) => inbound),
    ),
    ...part(
      'Out of the metaverse',
      flows.steps.filter(({ inbound }) => !inbound),
    ),
  ];
}

function stepLines(step: FlowStep, width: number, theme: Theme): readonly ScreenLine[] {
  const { connector, rule, target, active, staging, same } = step;
  const title = `${rule} (${connector}), to ${target}`;
  if (same) {
    return [
      ...textLines(title, width, 'plain', '  '),
      ...textLines(flowSideText(active), width, 'muted', '    both: '),
    ];
  }
  return [
    ...textLines(`DIFFERS ${title}`, width, 'warning', `${theme.mark.danger} `),
    ...textLines(flowSideText(active), width, 'plain', '    active: '),
    ...textLines(flowSideText(staging), width, 'update', '    staging: '),
  ];
}
