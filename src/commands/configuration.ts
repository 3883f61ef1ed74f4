import { isAbsolute, relative } from 'node:path';
import { compareServers, UnknownConnector } from '../configuration/compare-servers.ts';
import type { Comparison } from '../configuration/difference.ts';
import type { HandPair } from '../configuration/pair-connectors.ts';
import { describeFault } from '../csexport/input-fault.ts';
import {
  type ConfigurationFormat,
  configurationReport,
  shownDifferences,
} from '../reports/configuration-report.ts';
import { plainConfiguration } from '../reports/plain-configuration.ts';
import { plainFlows } from '../reports/plain-flows.ts';
import { WholeFiles } from '../reports/whole-files.ts';
import type { CommandIo } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { growHeapSlowly } from './grow-heap-slowly.ts';
import { ArgumentMistake, counted, say } from './messages.ts';
import { laidOut } from './paragraphs.ts';
import { StandardOutput } from './standard-output.ts';
import { terminalSafe } from './terminal-safe.ts';
import { wholePath } from './whole-path.ts';

/** The options of `configuration` as they are typed. */
export interface ConfigurationOptions {
  readonly format: ConfigurationFormat;
  readonly out?: string;
  readonly all?: true;
  readonly force?: true;
  readonly pair?: readonly string[];
  /** An attribute whose flows are asked for, in place of the differences. */
  readonly flow?: string;
}

/**
 * Compares the configurations of two servers and writes what differs. Gives the exit code: `needsPerson` where something
 * differs that matters, `input` where a part could not be read.
 *
 * @throws InputFaultError, ArgumentMistake, OutputProblem.
 */
export async function configuration(
  activePath: string,
  stagingPath: string,
  options: ConfigurationOptions,
  io: CommandIo,
): Promise<number> {
  const paths = [wholePath(activePath, io), wholePath(stagingPath, io)] as const;
  const pairs = (options.pair ?? []).map(handPair);
  if (options.flow !== undefined && (options.format !== 'text' || options.out !== undefined)) {
    throw new ArgumentMistake('--flow prints text; leave --format and --out away.');
  }
  growHeapSlowly();
  const { comparison, flowsOf } = await compareServers(...paths, pairs).catch((error: unknown) => {
    throw error instanceof UnknownConnector ? new ArgumentMistake(error.message) : error;
  });
  if (options.flow !== undefined) {
    if (flowsOf === null)
      throw new ArgumentMistake('--flow needs two folders: a settings file holds no flows.');
    const flows = flowsOf(options.flow);
    say(io.stdout, ...laidOut(plainFlows(flows), io.stdout));
    sayProblems(comparison, io);
    if (comparison.faults.length > 0) return EXIT.input;
    return flows.steps.every(({ same }) => same) ? EXIT.fine : EXIT.needsPerson;
  }
  if (options.out === undefined) await print(comparison, options, io);
  else await write(comparison, options, wholePath(options.out, io), paths, io);
  if (options.format !== 'text' || options.out !== undefined) sayProblems(comparison, io);
  if (comparison.faults.length > 0) return EXIT.input;
  return comparison.counts.matters > 0 ? EXIT.needsPerson : EXIT.fine;
}

/** `contoso.com=Head office`; a name that holds a `=` cannot be told apart, and is refused. */
function handPair(text: string): HandPair {
  const [active = '', staging = '', ...more] = text.split('=').map((name) => name.trim());
  if (active === '' || staging === '' || more.length > 0) {
    throw new ArgumentMistake(
      `--pair "${text}" must be "NAME ON THE ACTIVE SERVER=NAME ON THE STAGING SERVER".`,
    );
  }
  return { active, staging };
}

async function print(
  comparison: Comparison,
  { format, all }: ConfigurationOptions,
  io: CommandIo,
): Promise<void> {
  if (format === 'text') {
    const paragraphs = plainConfiguration(comparison, shownDifferences(comparison, all === true));
    return say(io.stdout, ...laidOut(paragraphs, io.stdout));
  }
  const report = configurationReport(format, comparison, all === true);
  const safe = io.stdout.isTTY && (format === 'json' || format === 'csv') ? terminalSafe(format) : null;
  await new StandardOutput(io.stdout).write(safe === null ? report : safe(report));
}

async function write(
  comparison: Comparison,
  { format, all, force }: ConfigurationOptions,
  path: string,
  inputs: readonly string[],
  io: CommandIo,
): Promise<void> {
  // A file of the configuration itself, or one that the next comparison would take for a part of it.
  if (/\.xml$/i.test(path) && inputs.some((folder) => isInside(path, folder))) {
    throw new ArgumentMistake(`--out ${path} lies among the files that are compared. Choose another place.`);
  }
  const files = new WholeFiles(force === true, inputs);
  try {
    const file = await files.open(path);
    await file.write(
      format === 'text'
        ? `${plainConfiguration(comparison, shownDifferences(comparison, all === true)).join('\n')}\n`
        : configurationReport(format, comparison, all === true),
    );
    const [written = path] = await files.commit();
    const { matters } = comparison.counts;
    say(
      io.stdout,
      `Wrote ${written}: ${counted(matters, 'difference')} that ${matters === 1 ? 'matters' : 'matter'}`,
    );
  } finally {
    await files.discard();
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

function sayProblems({ faults, notCompared }: Comparison, io: CommandIo): void {
  say(io.stderr, ...notCompared, ...faults.map(describeFault));
}
