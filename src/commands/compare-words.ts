import type { Comparison } from '../pending-exports/comparison/compare-entries.ts';
import type { Matching } from '../pending-exports/comparison/matching.ts';
import type { Standing } from '../pending-exports/comparison/standing-entries.ts';
import { countsLine } from '../reports/comparison-text.ts';
import { printable } from '../terminal/printable.ts';
import type { OutputStream } from './command-io.ts';
import { counted, linesOfFault } from './messages.ts';
import { laidOut } from './paragraphs.ts';
import type { ReadFile, ReadSide } from './read-sides.ts';

/** What was compared, and what came of it. */
export interface Compared {
  readonly a: ReadSide;
  readonly b: ReadSide;
  readonly matching: Matching;
  /** null where a side has one export. */
  readonly standing: { readonly a: Standing | null; readonly b: Standing | null };
  readonly comparison: Comparison;
}

/** The files that were read, in the order in which they are named. */
export function filesOf({ a, b }: Pick<Compared, 'a' | 'b'>): ReadFile[] {
  return [a.first, a.again, b.first, b.again].filter((file) => file !== null);
}

/** What is compared with what, how objects were matched, and what a reader of the counts has to know: printable lines. */
export function introLines(compared: Compared, stream: OutputStream): string[] {
  const { a, b, matching, standing, comparison } = compared;
  const paragraphs = [
    matchingLine(matching),
    ...connectorLine(a.first, b.first),
    ...transientLine('A', standing.a),
    ...transientLine('B', standing.b),
    ...repeatedLine('A', comparison.repeated.a),
    ...repeatedLine('B', comparison.repeated.b),
    ...filesOf(compared).flatMap(partialLine),
  ];
  // A path stays in one piece, however long it is.
  return [...filesOf(compared).map(fileLine).map(printable), ...laidOut(paragraphs, stream)];
}

/** The counts alone, for where the comparison itself goes to a file or to a program. */
export function outcomeLine({ comparison }: Compared): string {
  return countsLine(comparison.counts);
}

/** Each fault, with how far the file was read before it. */
export function faultLines(files: readonly ReadFile[]): string[] {
  return files.flatMap(({ fault, exports: { objects } }) => {
    if (fault === null) return [];
    const read = `${counted(objects, 'object')} before that ${objects === 1 ? 'was' : 'were'} read.`;
    return [...linesOfFault(fault), read];
  });
}

function fileLine({ name, exports, fault }: ReadFile): string {
  const read = counted(exports.entries.length, 'pending export');
  return `${name.padEnd(2)} ${exports.file.path}: ${read}${fault === null ? '' : ', PARTIAL'}`;
}

function matchingLine({ by, why, sharedIds }: Matching): string {
  const how =
    by === 'id'
      ? 'Objects match by id, as in two rounds on one server'
      : 'Objects match by sourceAnchor or DN, as between two servers';
  switch (why) {
    case 'asked':
      return `${how}: --match ${by} says so.`;
    case 'same-ids':
      return `${how}: ${counted(sharedIds, 'id')} of B ${sharedIds === 1 ? 'is' : 'are'} in A too.`;
    case 'other-ids':
      return `${how}: A and B have no id in common.`;
    case 'other-connectors':
      return `${how}: the ids of their connectors differ.`;
    default:
      return why satisfies never;
  }
}

/** The ids of connectors may differ between servers; where their names differ too, the wrong files may be compared. */
function connectorLine(a: ReadFile, b: ReadFile): string[] {
  const [of, others] = [a, b].map(({ exports }) => exports.connectors.map(({ name }) => name));
  if (of === undefined || others === undefined || of.length === 0 || others.length === 0) return [];
  if (of.some((name) => others.some((other) => other.toLowerCase() === name.toLowerCase()))) return [];
  return [
    `NOTE: A is of the connector ${of.join(', ')}, B of ${others.join(', ')}. Are these the right files?`,
  ];
}

function transientLine(side: 'A' | 'B', standing: Standing | null): string[] {
  if (standing === null) return [];
  const { transient, partly } = standing;
  const parts = partly === 0 ? '' : `; of ${counted(partly, 'other')} only a part is in both`;
  return [
    `Transient, not compared: ${counted(transient, 'pending export')} of ${side} and ${side}2 ` +
      `${transient === 1 ? 'is' : 'are'} not the same in both${parts}.`,
  ];
}

function repeatedLine(side: 'A' | 'B', repeated: number): string[] {
  if (repeated === 0) return [];
  const stand = repeated === 1 ? 'stands' : 'stand';
  return [
    `NOTE: in ${side} ${counted(repeated, 'pending export')} ${stand} for an object that has one already; ` +
      'as many as are alike on both sides count as the same.',
  ];
}

function partialLine({ name, fault }: ReadFile): string[] {
  if (fault === null) return [];
  const shows = {
    A: 'the rest of A may show as new',
    B: 'the rest of B may show as gone',
    A2: 'the rest of A2 may count as transient, and show as new',
    B2: 'the rest of B2 may count as transient, and show as gone',
  };
  return [`PARTIAL: ${name} could not be read to its end; ${shows[name]}.`];
}
