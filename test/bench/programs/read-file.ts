// Reads a file and does nothing with it, and prints what it took: node read-file.ts FILE
import { closeSync, openSync, readSync } from 'node:fs';

const start = performance.now();
const file = openSync(process.argv[2] ?? '', 'r');
const piece = Buffer.alloc(256 * 1024);
while (readSync(file, piece) > 0);
closeSync(file);
process.stdout.write(`${JSON.stringify({ milliseconds: performance.now() - start, rows: null })}\n`);
