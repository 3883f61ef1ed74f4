import { wrap } from '../terminal/cells.ts';
import { printable } from '../terminal/printable.ts';
import type { OutputStream } from './command-io.ts';

// A command stands deeper than any sentence; broken in two it could not be copied.
const COMMAND_DEPTH = 6;
const BULLET = /^(-|\[[ x]\]|[0-9]+\.) /;

/** How many cells a line of plain text may take on this stream. */
export function lineWidth(stream: OutputStream): number {
  return stream.columns ?? 80;
}

/** Paragraphs as lines that fit the stream, each line as deep as its paragraph's text. Commands stay whole. */
export function laidOut(paragraphs: readonly string[], stream: OutputStream): string[] {
  return paragraphs.map(printable).flatMap((paragraph) => {
    const text = paragraph.trimStart();
    const depth = paragraph.length - text.length;
    if (depth >= COMMAND_DEPTH) return [paragraph];
    const bullet = BULLET.exec(text)?.[0] ?? '';
    const [first = '', ...others] = wrap(
      text.slice(bullet.length),
      lineWidth(stream) - depth - bullet.length,
    );
    const margin = ' '.repeat(depth);
    return [margin + bullet + first, ...others.map((line) => margin + ' '.repeat(bullet.length) + line)];
  });
}
