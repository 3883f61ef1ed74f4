import type { ReadEnd, ReadObject } from '../csexport/export-reader.ts';
import { type OpenedExport, openExport } from '../csexport/open-export.ts';
import { type Destination, destinationFor } from './analyze-destination.ts';
import type { AnalyzeRequest } from './analyze-request.ts';
import { AnalyzeTally } from './analyze-tally.ts';
import { faultLines, limitLines, resultLines } from './analyze-words.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { counted, say } from './messages.ts';
import { ProgressLine } from './progress-line.ts';

/**
 * Reads an export file and writes its pending exports in the form that is asked for. Gives the exit code.
 *
 * @throws InputFaultError where the file cannot be opened; OutputProblem where the result cannot be written.
 */
export async function analyze(
  request: AnalyzeRequest,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const destination = destinationFor(request, io);
  const stop = new AbortController();
  const release = io.onInterrupt(() => stop.abort());
  try {
    const opened = await openExport(request.file);
    await destination.prepare();
    const tally = new AnalyzeTally(request.failOn);
    const end = await readInto(destination, opened, tally, stop.signal, progressFor(request, io, globals));
    if (stop.signal.aborted) return await stopped(tally, destination, io);
    return await conclude(end, tally, destination, request, io);
  } finally {
    release();
    await destination.discard();
  }
}

function progressFor(request: AnalyzeRequest, io: CommandIo, globals: GlobalOptions): ProgressLine | null {
  const rewritable = io.stderr.isTTY === true && io.env['TERM'] !== 'dumb' && !globals.plain;
  // Data that runs over the same screen would be torn apart by it.
  const undisturbed = io.stdout.isTTY !== true || (request.out !== null && !request.showOutput);
  return rewritable && undisturbed ? new ProgressLine(io.stderr, io.now) : null;
}

async function readInto(
  destination: Destination,
  opened: OpenedExport,
  tally: AnalyzeTally,
  signal: AbortSignal,
  progress: ProgressLine | null,
): Promise<ReadEnd> {
  const reading = opened.objects(signal);
  const take = async (batch: readonly ReadObject[]) => {
    tally.add(batch);
    await destination.take(batch.map(({ object }) => object));
    progress?.show(opened.bytesRead(), opened.identity.size, tally.objects);
  };
  try {
    let next = await reading.next();
    while (!next.done) {
      await take(next.value);
      // A limit is still to be checked where nobody reads the rest.
      if (destination.abandoned && !tally.hasLimits) return { fault: null };
      next = await reading.next();
    }
    return next.value;
  } finally {
    progress?.clear();
    await reading.return({ fault: null });
  }
}

async function stopped(tally: AnalyzeTally, destination: Destination, io: CommandIo): Promise<number> {
  const outcome = destination.toFiles ? 'Nothing was written.' : 'The output is not whole.';
  say(io.stderr, `Stopped after ${counted(tally.objects, 'object')}. ${outcome}`);
  return EXIT.interrupted;
}

async function conclude(
  end: ReadEnd,
  tally: AnalyzeTally,
  destination: Destination,
  request: AnalyzeRequest,
  io: CommandIo,
): Promise<number> {
  const writes = end.fault === null || !destination.toFiles || (request.partial && tally.objects > 0);
  const written = writes ? await destination.finish(end.fault === null) : [];
  const exceeded = limitLines(tally.exceeded());
  if (end.fault !== null) {
    say(
      io.stderr,
      ...faultLines(end.fault, tally, written, destination.toFiles, request.partial),
      ...exceeded,
    );
    say(io.stderr, ...(await destination.warnings()));
    return EXIT.input;
  }
  const result = resultLines(tally, written, request);
  // Standard error is red in PowerShell: good news goes there only where standard output carries the data.
  say(destination.toFiles ? io.stdout : io.stderr, ...result);
  say(io.stderr, ...(await destination.warnings()), ...exceeded);
  return exceeded.length > 0 ? EXIT.needsPerson : EXIT.fine;
}
