import { Command, CommanderError, Option } from 'commander';
import packageFile from '../package.json' with { type: 'json' };
import { type CommandIo, type GlobalOptions, processIo } from './commands/command-io.ts';
import { EXIT } from './commands/exit-code.ts';
import {
  ANALYZE_HELP,
  COMPARE_HELP,
  CONFIGURATION_HELP,
  PROGRAM_HELP,
  RECOVER_HELP,
  STATUS_HELP,
  TRIAGE_HELP,
} from './commands/help-texts.ts';
import { safeLines } from './commands/messages.ts';
import { withoutOldParameters } from './commands/old-script-arguments.ts';
import type { RecoverRequest } from './commands/recover.ts';
import { reportFailure } from './commands/report-failure.ts';
import { noticeLoss } from './commands/standard-output.ts';

/** Runs the program on its own process, and leaves the exit code there. */
export async function main(): Promise<void> {
  const io = processIo();
  const codeAfterOutput = noticeLoss(process.stdout, io);
  process.exitCode = await codeAfterOutput(await run(process.argv.slice(2), io));
}

/**
 * Runs what the arguments say, and gives the exit code: see {@link EXIT}. Never throws: what goes wrong is said on
 * standard error. `args` are those after the program's name.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await runCommand(args, io);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.arguments;
    return reportFailure(error, io);
  }
}

async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  let exitCode: number = EXIT.fine;
  const program = programWith(io, (code) => {
    exitCode = code;
  });
  const given = modernArguments(args);
  const { operands, unknown } = program.parseOptions(given);
  if (operands.length === 0 && unknown.length === 0) {
    return (await import('./commands/walkthrough.ts')).walkthrough(io, globalsOf(program));
  }
  await program.parseAsync(given, { from: 'user' });
  return exitCode;
}

/** The old script's parameters are known to `analyze` alone; the help is asked for everywhere as in cmd and PowerShell. */
function modernArguments(args: readonly string[]): string[] {
  const asked = args.map((arg) => (arg === '/?' || arg === '-?' ? '--help' : arg));
  const after = asked.indexOf('analyze') + 1;
  return after === 0 ? asked : [...asked.slice(0, after), ...withoutOldParameters(asked.slice(after))];
}

function globalsOf(program: Command): GlobalOptions {
  const { ascii = false, plain = false, color = true, state } = program.opts<Partial<GlobalOptions>>();
  return { ascii, plain, color, state };
}

function programWith(io: CommandIo, done: (code: number) => void): Command {
  const program = new Command('stagewalk')
    .description(
      'Guides you through verifying a Microsoft Entra Connect Sync server in staging mode and making it the ' +
        'active one, and shows what is about to be exported before it is. Without a command: the walkthrough.',
    )
    .version(packageFile.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--ascii', 'draw with ASCII characters only')
    .option('--plain', 'no screen: print lines of text')
    .option('--no-color', 'no colours')
    .option('--state <folder>', 'folder of the saved walkthrough (or set STAGEWALK_STATE)')
    .addHelpText('after', PROGRAM_HELP)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(safeLines(text)),
    })
    .showHelpAfterError('Try: stagewalk --help');
  const globals = () => globalsOf(program);

  program
    .command('train')
    .description('the walkthrough on a simulated server; nothing real is touched')
    .argument('[scenario]', 'name of the scenario', 'contoso')
    .action(async (scenario: string) =>
      done(await (await import('./commands/train.ts')).train(scenario, io, globals())),
    );
  addTriage(program, io, done);
  addAnalyze(program, io, done);
  addCompare(program, io, done);
  addConfiguration(program, io, done);
  addRecover(program, io, done);
  program
    .command('status')
    .description('where the walkthrough stands')
    .option('--json', 'as JSON')
    .addHelpText('after', STATUS_HELP)
    .action(async ({ json = false }: { json?: boolean }) =>
      done(await (await import('./commands/status.ts')).status(json, io, globals())),
    );
  for (const command of program.commands) {
    command.showHelpAfterError(`Try: stagewalk ${command.name()} --help`);
  }
  return program;
}

function addTriage(program: Command, io: CommandIo, done: (code: number) => void): void {
  program
    .command('triage')
    .description('straight to the table of pending exports, or their findings as JSON or text')
    .argument('<file...>', 'files that csexport wrote')
    .addOption(
      new Option('--format <format>', 'no screen: the findings in this form').choices(['json', 'text']),
    )
    .option('--rules <file>', 'your own rules, limits and expected patterns')
    .option('--out <file>', 'where the findings go (default: standard output)')
    .option('--force', 'replace a file that is there')
    .option('--fail-on <query>', 'exit code 1 where more than a number fit: "op:delete>500"', collect)
    .option('--strict', 'parse every byte: slower, and finds faults also in what the table does not show')
    .addHelpText('after', TRIAGE_HELP)
    .action(async (files: string[], options) =>
      done(await (await import('./commands/triage.ts')).triage(files, options, io, globalsOf(program))),
    );
}

function addAnalyze(program: Command, io: CommandIo, done: (code: number) => void): void {
  program
    .command('analyze')
    .description('write the pending exports of one file as CSV, NDJSON or JSON')
    .argument('[file]', 'the file that csexport wrote')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['csanalyzer', 'csv', 'ndjson', 'json'])
        .default('csanalyzer'),
    )
    .option(
      '--out <path>',
      'folder for csanalyzer (default: this folder), else a file (default: standard output)',
    )
    .option('--batch-size <number>', 'objects in one file of csanalyzer (default: 1000)')
    .option('--force', 'replace files that are there')
    .option('--strict', 'parse every byte, which this command always does')
    .option('--partial', 'keep what was read of a broken file; its name then says partial')
    .option('--raw', 'leave cells as they are, also those that a spreadsheet would run as a formula')
    .option('--fail-on <query>', 'exit code 1 where more than a number fit: "op:delete>500"', collect)
    .addOption(new Option('--xml-to-import <file>').hideHelp())
    .addOption(new Option('--show-output <bool>').hideHelp())
    .addHelpText('after', ANALYZE_HELP)
    .action(async (file: string | undefined, options) => {
      const { analyzeRequest } = await import('./commands/analyze-request.ts');
      const request = analyzeRequest(file, options, io);
      done(await (await import('./commands/analyze.ts')).analyze(request, io, globalsOf(program)));
    });
}

function addConfiguration(program: Command, io: CommandIo, done: (code: number) => void): void {
  program
    .command('configuration')
    .description('what differs between the configurations of two servers')
    .argument('<active>', 'folder, or JSON file of the wizard, of the active server')
    .argument('<staging>', 'the same of the staging server')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(['text', 'json', 'markdown', 'html', 'csv'])
        .default('text'),
    )
    .option('--out <file>', 'write to this file (default: standard output)')
    .option('--all', 'list what is ignored too: ids, times, cookies')
    .option('--force', 'replace a file that is there')
    .option('--flow <attribute>', 'the way of one attribute from rule to rule, on both servers')
    .option('--pair <names>', 'connectors that belong together: "ACTIVE NAME=STAGING NAME"', collect)
    .addHelpText('after', CONFIGURATION_HELP)
    .action(async (active: string, staging: string, options) => {
      const { configuration } = await import('./commands/configuration.ts');
      done(await configuration(active, staging, options, io));
    });
}

const NOTHING_ASKED: RecoverRequest = {
  questions: false,
  answers: null,
  format: null,
  runbook: null,
  force: false,
  training: null,
};

function addRecover(program: Command, io: CommandIo, done: (code: number) => void): void {
  program
    .command('recover')
    .description('disaster recovery: the questions, and the strategy for your answers')
    .option('--questions', 'print the questions, with the ids of their answers')
    .option('--answers <file>', 'a JSON file of answers, in place of those that are saved')
    .addOption(new Option('--format <format>', 'print, and show no screen').choices(['text', 'json']))
    .option('--runbook <file>', 'write the runbook for this server: .md or .html')
    .option('--force', 'replace a runbook that is there')
    .option('--training <scenario>', 'the runbook of a training scenario')
    .addHelpText('after', RECOVER_HELP)
    .action(async (options: Partial<RecoverRequest>) => {
      const request = { ...NOTHING_ASKED, ...options };
      done(await (await import('./commands/recover.ts')).recover(request, io, globalsOf(program)));
    });
}

function addCompare(program: Command, io: CommandIo, done: (code: number) => void): void {
  program
    .command('compare')
    .description('what is pending in one export and not, or not so, in another')
    .argument('<a>', 'export from before, or of the active server')
    .argument('<b>', 'export from after, or of the staging server')
    .addOption(new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text'))
    .addOption(
      new Option(
        '--match <by>',
        'id: one server; anchor: two servers (default: by what the files hold)',
      ).choices(['id', 'anchor']),
    )
    .option('--a2 <file>', 'a second export of A: only what stands in both is compared')
    .option('--b2 <file>', 'a second export of B')
    .option('--out <path>', 'a file (default: standard output)')
    .option('--force', 'replace a file that is there')
    .option('--partial', 'keep what was read of broken files; the name then says partial')
    .option('--fail-on <query>', 'exit code 1 only where more than a number of new and changed fit', collect)
    .addHelpText('after', COMPARE_HELP)
    .action(async (a: string, b: string, options) => {
      const { compareRequest } = await import('./commands/compare-request.ts');
      const request = compareRequest(a, b, options, io);
      done(await (await import('./commands/compare.ts')).compare(request, io, globalsOf(program)));
    });
}

function collect(value: string, values: readonly string[] = []): string[] {
  return [...values, value];
}
