import type { Comparison, Difference } from '../configuration/difference.ts';
import { countsText, grouped, sideText, subjectOf, valueText } from '../configuration/difference-words.ts';
import { describeFault } from '../csexport/input-fault.ts';
import { printable } from '../terminal/printable.ts';

/** The comparison in Markdown: for a change ticket. */
export function configurationMarkdown(comparison: Comparison, shown: readonly Difference[]): string {
  const lines = [
    '# Configuration: active server and staging server',
    '',
    `- Active server: ${plain(sideText(comparison.active))}`,
    `- Staging server: ${plain(sideText(comparison.staging))}`,
    `- Differences: ${countsText(comparison)}`,
    ...comparison.notCompared.map((sentence) => `- Not compared: ${plain(sentence)}`),
    ...comparison.faults.map(
      (fault) => `- Could not be read: ${plain(describeFault(fault).replaceAll('\n', ' '))}`,
    ),
    ...grouped(comparison, shown).flatMap(({ title, count, places }) => [
      '',
      `## ${title}: ${count}`,
      ...places.flatMap(({ place, differences }) => [
        '',
        `### ${plain(place)}`,
        '',
        ...differences.flatMap(entry),
      ]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function entry(difference: Difference): readonly string[] {
  return [
    `- **${plain(subjectOf(difference))}**`,
    `  - active: ${code(valueText(difference.active))}`,
    `  - staging: ${code(valueText(difference.staging))}`,
    ...(difference.heading === 'ignored'
      ? []
      : [`  - effect: ${plain(difference.effect)}`, `  - to do: ${plain(difference.remedy)}`]),
  ];
}

/** Text in which nothing is a mark of Markdown or of HTML. */
function plain(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

/** Text as it stands, in a fence that it cannot close. */
function code(text: string): string {
  const safe = printable(text);
  const longest = Math.max(0, ...Array.from(safe.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${safe} ${fence}`;
}
