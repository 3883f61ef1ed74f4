import { InputFaultError } from '../csexport/input-fault.ts';
import { OutputProblem } from '../reports/output-problem.ts';
import type { CommandIo } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { ArgumentMistake, linesOfFault, say } from './messages.ts';

/** Says on standard error why a command failed, and gives the exit code for it. A stack only with STAGEWALK_DEBUG=1. */
export function reportFailure(error: unknown, io: Pick<CommandIo, 'stderr' | 'env'>): number {
  if (error instanceof Error && io.env['STAGEWALK_DEBUG'] === '1') {
    say(io.stderr, ...(error.stack ?? '').split('\n'));
  }
  if (error instanceof InputFaultError) {
    say(io.stderr, ...linesOfFault(error.fault));
    return EXIT.input;
  }
  if (error instanceof ArgumentMistake || error instanceof OutputProblem) {
    say(io.stderr, error.message);
    return EXIT.arguments;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(
    io.stderr,
    `A fault in stagewalk: ${message.replaceAll('\n', ' ')}`,
    'Set STAGEWALK_DEBUG=1 and run it again to see where it happened.',
  );
  return EXIT.input;
}
