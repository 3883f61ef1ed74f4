import type { Comparison, Difference } from '../configuration/difference.ts';
import { countsText, grouped, sideText, subjectOf, valueText } from '../configuration/difference-words.ts';
import { describeFault } from '../csexport/input-fault.ts';

const LONGEST_VALUE = 600;

/** The comparison as paragraphs of plain text; values stand six deep, so that they stay in one piece. */
export function plainConfiguration(comparison: Comparison, shown: readonly Difference[]): readonly string[] {
  return [
    `Active server:  ${sideText(comparison.active)}`,
    `Staging server: ${sideText(comparison.staging)}`,
    `Differences: ${countsText(comparison)}`,
    ...comparison.notCompared.map((sentence) => `! ${sentence}`),
    ...comparison.faults.map((fault) => `! ${describeFault(fault).replaceAll('\n', ' ')}`),
    ...(shown.length === 0 ? ['', nothingDiffers(comparison)] : []),
    ...grouped(comparison, shown).flatMap(({ title, count, places }) => [
      '',
      `${title}: ${count}`,
      ...places.flatMap(({ place, differences }) => ['', `  ${place}`, ...differences.flatMap(paragraphs)]),
    ]),
  ];
}

/** What could not be read may differ: then nothing is known to be equal. */
function nothingDiffers({ notCompared, faults }: Comparison): string {
  return notCompared.length + faults.length === 0
    ? 'Nothing that is listed here differs.'
    : 'NOT WHOLE: no difference in what was compared; the parts named above may differ.';
}

function paragraphs(difference: Difference): readonly string[] {
  return [
    `  - ${subjectOf(difference)}`,
    `      active:  ${shortened(valueText(difference.active))}`,
    `      staging: ${shortened(valueText(difference.staging))}`,
    ...(difference.heading === 'ignored'
      ? []
      : [`    Effect: ${difference.effect}`, `    To do: ${difference.remedy}`]),
  ];
}

function shortened(text: string): string {
  if (text.length <= LONGEST_VALUE) return text;
  return `${text.slice(0, LONGEST_VALUE)}… (${text.length} characters; --format json has them all)`;
}
