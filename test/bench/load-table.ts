// Loads one export into a table as triage does, in a process of its own, and prints what that took as JSON:
//   node test/bench/load-table.ts FILE
import { statSync } from 'node:fs';
import { ExportTable } from '../../src/pending-exports/export-table.ts';
import { loadExports } from '../../src/pending-exports/load-exports.ts';
import { memoryIn } from '../../src/pending-exports/row-batch.ts';
import { rowsIn } from '../../src/pending-exports/stored-row.ts';
import { Summary } from '../../src/pending-exports/summary.ts';

const [path = ''] = process.argv.slice(2);
const table = new ExportTable();
const summary = new Summary();
const start = performance.now();
let firstRows = Number.NaN;
let tableBytes = 0;
loadExports([path], (event) => {
  if (event.kind === 'rows') {
    if (table.size === 0) firstRows = performance.now() - start;
    tableBytes += memoryIn(event.rows).reduce((sum, memory) => sum + memory.byteLength, 0);
    table.append(event.file, event.rows);
    summary.add(event.file, rowsIn(event.rows));
  }
  if (event.kind === 'ended' && event.fault !== null) throw new Error(event.fault.what);
  if (event.kind === 'done') {
    const milliseconds = performance.now() - start;
    process.stdout.write(
      `${JSON.stringify({
        rows: table.size,
        milliseconds,
        megabytesPerSecond: statSync(path).size / 1e3 / milliseconds,
        firstRowsMilliseconds: firstRows,
        tableBytesPerRow: tableBytes / table.size,
        tableMebibytes: tableBytes / 2 ** 20,
        peakMebibytes: process.resourceUsage().maxRSS / 1024,
      })}\n`,
    );
  }
});
