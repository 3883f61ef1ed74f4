import type { AttributeFlows, FlowStep } from '../configuration/attribute-flows.ts';
import { flowSideText } from '../configuration/flow-words.ts';

/** The way of an attribute as paragraphs of plain text; what a rule does stands six deep, so that it stays in one piece. */
export function plainFlows({ attribute, metaverse, steps }: AttributeFlows): readonly string[] {
  if (steps.length === 0) return [`No rule of either server has an attribute ${attribute}.`];
  const different = steps.filter(({ same }) => !same).length;
  const section = (title: string, part: readonly FlowStep[]): readonly string[] =>
    part.length === 0 ? [] : ['', `${title}; the rule that wins comes first`, ...part.flatMap(stepLines)];
  return [
    `Attribute ${attribute}: ${steps.length === 1 ? '1 flow' : `${steps.length} flows`}, ${different === 0 ? 'the same on both servers' : `${different} not the same on both servers`}`,
    `In the metaverse: ${metaverse.join(', ') || 'none, the value is made by the rule'}`,
    ...section(
      'Into the metaverse',
      steps.filter(({ inbound }) => inbound),
    ),
    ...section(
      'Out of the metaverse',
      steps.filter(({ inbound }) => !inbound),
    ),
  ];
}

function stepLines({ connector, rule, target, active, staging, same }: FlowStep): readonly string[] {
  const title = `${rule} (${connector}), to ${target}`;
  if (same && active !== null) return ['', `  - ${title}`, `      both:    ${flowSideText(active)}`];
  return [
    '',
    `  - DIFFERS: ${title}`,
    `      active:  ${flowSideText(active)}`,
    `      staging: ${flowSideText(staging)}`,
  ];
}
