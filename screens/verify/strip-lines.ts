import { isAadConnector } from '../../src/csexport/connectors.ts';
import { type Summary, thresholdStatus } from '../../src/pending-exports/summary.ts';
import { cellWidth } from '../../src/terminal/cells.ts';
import type { Meaning, Theme } from '../theme.ts';
import { type Piece, SENT_MARK } from './format-row.ts';
import { grouped } from './load-text.ts';

/** What the strip says, with the operations that few exports have in one sum. */
interface Tally {
  readonly mark: string;
  readonly count: number;
  readonly words: readonly [one: string, many: string];
  readonly meaning: Meaning;
}

const GAP = '  ';

/**
 * The strip on top of the table, two lines: what waits by operation; then the deletes that wait for Entra ID against
 * the deletion threshold, and what was sent already, counted apart. `partial` stands before all counts.
 */
export function stripLines(
  summary: Summary,
  threshold: number,
  partial: boolean,
  theme: Theme,
  width: number,
): readonly (readonly Piece[])[] {
  const counts = tallies(summary, theme);
  const lead: Piece[] = partial ? [{ text: 'PARTIAL', meaning: 'danger' }] : [];
  const ways = [inWords, inShort, inMarks].map((say) => [...lead, ...counts.map(say)]);
  return [
    spaced(firstThatFits(ways, width)),
    spaced(firstThatFits(secondLines(summary, threshold, theme), width)),
  ];
}

/** The first that fits; where none does, as many pieces of the last as fit: half a number would be another number. */
function firstThatFits(ways: readonly (readonly Piece[])[], width: number): readonly Piece[] {
  const fitting = ways.find((pieces) => widthOf(pieces) <= width);
  if (fitting !== undefined) return fitting;
  let pieces = ways.at(-1) ?? [];
  while (pieces.length > 1 && widthOf(pieces) > width) pieces = pieces.slice(0, -1);
  return pieces;
}

function tallies(summary: Summary, theme: Theme): readonly Tally[] {
  const { byOperation } = summary;
  const marks = theme.mark.operation;
  const others = byOperation['delete-add'] + byOperation.replace + byOperation.obsolete + byOperation.other;
  const tally = (count: number, mark: string, one: string, meaning: Meaning, many = `${one}s`): Tally => ({
    mark,
    count,
    words: [one, many],
    meaning,
  });
  return [
    tally(byOperation.add, marks.add, 'add', 'add'),
    tally(byOperation.update, marks.update, 'update', 'update'),
    tally(byOperation.rename, marks.rename, 'rename', 'rename'),
    tally(byOperation.delete, marks.delete, 'delete', 'delete'),
    ...(others > 0 ? [tally(others, marks['delete-add'], 'other', 'delete')] : []),
  ];
}

function inWords({ mark, count, words, meaning }: Tally): Piece {
  return { text: `${mark} ${grouped(count)} ${count === 1 ? words[0] : words[1]}`, meaning };
}

function inShort({ mark, count, words, meaning }: Tally): Piece {
  return { text: `${mark}${grouped(count)} ${words[0].slice(0, 3)}`, meaning };
}

function inMarks({ mark, count, meaning }: Tally): Piece {
  return { text: `${mark}${grouped(count)}`, meaning };
}

/** The ways to say the second line, the longest first. */
function secondLines(summary: Summary, threshold: number, theme: Theme): readonly (readonly Piece[])[] {
  return [false, true].flatMap((short) =>
    deletesPieces(summary, threshold, theme).map((deletes) => [deletes, ...restPieces(summary, short)]),
  );
}

/** The deletes against the threshold, longer and shorter; at the threshold it is a warning. */
function deletesPieces(summary: Summary, threshold: number, theme: Theme): readonly Piece[] {
  const { deletes, status } = thresholdStatus(summary, threshold);
  const counted = `AAD deletes ${grouped(deletes)} of ${grouped(threshold)}`;
  if (status === 'below') {
    const elsewhere = summary.total > 0 && summary.connectors().every(({ id }) => !isAadConnector(id));
    // Deletes in a local directory do not count: who reads "0" must not take it for "no deletes".
    const texts = elsewhere ? [`${counted} (not the AAD connector)`, counted] : [counted];
    return texts.map((text) => ({ text, meaning: 'plain' }));
  }
  const where = deletes > threshold ? 'ABOVE' : 'AT';
  return [
    `${counted}: ${where} THE DELETION THRESHOLD, all exports would stop`,
    `${counted}: ${where} THE THRESHOLD`,
  ].map((text) => ({ text: `${theme.mark.danger} ${text}`, meaning: 'danger' }));
}

function restPieces(summary: Summary, short: boolean): readonly Piece[] {
  const { escrowed, unconfirmed } = summary.sentOnly;
  const sent = escrowed + unconfirmed;
  const failed = summary.objectsWithErrors;
  const pieces: Piece[] = [];
  if (sent > 0) {
    const said = short ? 'sent' : 'sent, not confirmed';
    pieces.push({ text: `${SENT_MARK} ${grouped(sent)} ${said}`, meaning: 'plain' });
  }
  if (failed > 0) {
    pieces.push({ text: `${grouped(failed)} ${short ? 'errors' : 'with errors'}`, meaning: 'warning' });
  }
  return pieces;
}

function widthOf(pieces: readonly Piece[]): number {
  return cellWidth(pieces.map(({ text }) => text).join(GAP));
}

function spaced(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) =>
    index === 0 ? [piece] : [{ text: GAP, meaning: 'plain' as const }, piece],
  );
}
