import { parentPort, workerData } from 'node:worker_threads';
import { openExport } from '../csexport/open-export.ts';
import { loadFiles } from './export-loading.ts';
import { memoryIn } from './row-batch.ts';

// Runs in a thread of its own: started by load-exports with the paths to read; any message to it means stop.
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
// Waiting for that message must not keep the thread alive once everything is read.
parentPort?.unref();
const { files, strict } = workerData as { readonly files: readonly string[]; readonly strict: boolean };
await loadFiles(
  files,
  {
    open: openExport,
    now: () => performance.now(),
    post: (event) => parentPort?.postMessage(event, event.kind === 'rows' ? memoryIn(event.rows) : []),
    strict,
  },
  stopping.signal,
);
