// Reads the rows of an export with a parser for JavaScript, and prints what it took: node load-parser.ts sax|saxes FILE
import { createReadStream } from 'node:fs';
import sax from 'sax';
import { RowCollector } from './row-collector.ts';

const [parser = 'sax', path = ''] = process.argv.slice(2);
const start = performance.now();
const collector = new RowCollector();
const { write, close } = parser === 'sax' ? saxInto(collector) : await saxesInto(collector);
for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 }))
  write(piece);
close();
const milliseconds = performance.now() - start;
const mebibytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ milliseconds, rows: collector.rows.length, mebibytes })}\n`);

interface TextSink {
  readonly write: (text: string) => unknown;
  readonly close: () => unknown;
}

function saxInto(rows: RowCollector): TextSink {
  const reader = sax.parser(true, {});
  reader.onopentag = ({ name, attributes }) => rows.open(name, attributes as Record<string, string>);
  reader.ontext = (text) => rows.text(text);
  reader.onclosetag = (name) => rows.close(name);
  return { write: (text) => reader.write(text), close: () => reader.close() };
}

interface Saxes extends TextSink {
  readonly on: (event: string, listener: (value: never) => void) => void;
}

async function saxesInto(rows: RowCollector): Promise<TextSink> {
  // Its name is no import: the project does without it, and the bench says so.
  const { SaxesParser } = (await import(parser)) as { SaxesParser: new () => Saxes };
  const reader = new SaxesParser();
  reader.on('opentag', (tag: { name: string; attributes: Record<string, string> }) =>
    rows.open(tag.name, tag.attributes),
  );
  reader.on('text', (text: string) => rows.text(text));
  reader.on('closetag', (tag: { name: string }) => rows.close(tag.name));
  return { write: (text) => reader.write(text), close: () => reader.close() };
}
