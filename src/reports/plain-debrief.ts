import { debriefOf } from '../walkthrough/debrief.ts';
import type { Walkthrough } from '../walkthrough/walkthrough.ts';

/** How a rehearsal went: plain text, a paragraph a line. */
export function plainDebrief(walkthrough: Walkthrough): string[] {
  const { seconds, steps, slowest, skipped, dangerous } = debriefOf(walkthrough);
  if (steps.length === 0) return ['Debrief: nothing was ticked, so there is nothing to tell.'];
  return [
    `Debrief: ${duration(seconds)} from the beginning to the last tick`,
    ...steps.map(({ title, seconds: took, ticks }) => `  - ${title}: ${duration(took)}, ${ticks} ticked`),
    '',
    'What took longest:',
    ...slowest.map(({ title, seconds: took }) => `  - ${title}: ${duration(took)}`),
    '',
    ...list('Left out', skipped, 'Nothing was left out.'),
    '',
    ...list('DANGER, done in this order', dangerous, 'Nothing was done in a dangerous order.'),
  ];
}

function list(title: string, lines: readonly string[], none: string): string[] {
  return lines.length === 0 ? [none] : [`${title}: ${lines.length}`, ...lines.map((line) => `  - ${line}`)];
}

/** `12 s`, `4 min 05 s`, `1 h 20 min`. */
function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
