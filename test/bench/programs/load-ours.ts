// Loads an export as the table does, and prints what it took: node load-ours.ts FILE
import { ExportTable } from '../../../src/pending-exports/export-table.ts';
import { loadExports } from '../../../src/pending-exports/load-exports.ts';

const FIRST_ROWS = 100;

const start = performance.now();
const table = new ExportTable();
let first = 0;
loadExports([process.argv[2] ?? ''], (event) => {
  if (event.kind === 'rows') {
    table.append(event.file, event.rows);
    if (first === 0 && table.size >= FIRST_ROWS) first = performance.now() - start;
  }
  if (event.kind === 'ended' && event.fault !== null) throw new Error(event.fault.what);
  if (event.kind !== 'done') return;
  const milliseconds = performance.now() - start;
  const mebibytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${JSON.stringify({ milliseconds, rows: table.size, mebibytes, firstRows: first || milliseconds })}\n`,
  );
});
