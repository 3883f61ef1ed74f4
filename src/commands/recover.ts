import { planOf } from '../recovery/plan.ts';
import { type Answers, QUESTIONS } from '../recovery/questions.ts';
import { recommend } from '../recovery/recommend.ts';
import { plainQuestions, plainStrategy } from '../reports/plain-recovery.ts';
import { newWalkthrough, reduceWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
import type { Store } from '../walkthrough/store.ts';
import type { Walkthrough } from '../walkthrough/walkthrough.ts';
import { readAnswers } from './answers-file.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import { laidOut } from './paragraphs.ts';
import { savedWalkthroughs } from './saved-walkthroughs.ts';
import { hasScreen } from './screen-terminal.ts';
import { wholePath } from './whole-path.ts';

/** What `recover` was asked for. */
export interface RecoverRequest {
  /** Print the questions alone. */
  readonly questions: boolean;
  /** A file of answers, as it was typed; null: the answers that are saved. */
  readonly answers: string | null;
  readonly format: 'text' | 'json' | null;
  /** Where to write the runbook, as it was typed. */
  readonly runbook: string | null;
  /** Replace a runbook that is there. */
  readonly force: boolean;
  /** The runbook of this training scenario, in place of the real server's. */
  readonly training: string | null;
}

/**
 * Disaster recovery on its screen; the runbook into a file; where something else is asked for, or without a screen, the questions and the
 * strategy as text or JSON. Gives the exit code.
 *
 * @throws InputFaultError where the file of answers cannot be read.
 * @throws ArgumentMistake where an id in it is unknown.
 */
export async function recover(
  request: RecoverRequest,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  if (request.questions) return printQuestions(request, io);
  const given = request.answers === null ? null : await readAnswers(wholePath(request.answers, io));
  if (request.runbook !== null) return runbook({ ...request, runbook: request.runbook }, given, io, globals);
  if (given === null && request.format === null && hasScreen(io, globals)) return onScreen(io, globals);
  const answers = given ?? savedAnswers(io, globals);
  if (request.format === 'json') {
    writeJson(strategyRecord(answers), io);
    return EXIT.fine;
  }
  const open = QUESTIONS.some(({ id }) => !Object.hasOwn(answers, id));
  const lines = [...plainQuestions(answers), ...(open ? HOW_TO_ANSWER : []), ...plainStrategy(answers)];
  say(io.stdout, ...laidOut(lines, io.stdout));
  return EXIT.fine;
}

const HOW_TO_ANSWER = [
  'Answer on the screen (stagewalk recover), or in a file, for example {"downtime":"hours","real-time":"no"}:',
  '      stagewalk recover --answers FILE',
  '',
];

/** Writes the runbook, and keeps the plan that it is of. 1 where names have to be entered first. */
async function runbook(
  { runbook: typed, force, training }: RecoverRequest & { readonly runbook: string },
  given: Answers | null,
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const store = savedWalkthroughs(io, globals);
  const { walkthrough, setAside } = await whatToWriteAbout(training, store, io);
  if (setAside !== null) say(io.stderr, setAside);
  const state = given === null ? walkthrough : { ...walkthrough, answers: given };
  const { writeRunbook } = await import('./write-runbook.ts');
  const source = { facts: state.facts, answers: state.answers, training: training !== null, now: io.now() };
  const written = await writeRunbook(source, wholePath(typed, io), force);
  if ('missing' in written) {
    say(io.stderr, 'No runbook is written: these are missing. Enter them in stagewalk, on home: Names.');
    say(
      io.stderr,
      ...laidOut(
        written.missing.map((line) => `- ${line}`),
        io.stderr,
      ),
    );
    return EXIT.needsPerson;
  }
  say(io.stdout, `Wrote ${written.path}`);
  if (training !== null) return EXIT.fine;
  const kept = store.save(
    reduceWalkthrough(state, { type: 'keep-plan', plan: planOf(state, io.now()), at: io.now() }),
  );
  if (!kept.ok) say(io.stderr, kept.said);
  return EXIT.fine;
}

async function whatToWriteAbout(
  training: string | null,
  store: Store,
  io: CommandIo,
): Promise<{ walkthrough: Walkthrough; setAside: string | null }> {
  if (training === null) {
    const { walkthrough, setAside } = store.load();
    return { walkthrough: walkthrough ?? newWalkthrough(io.now(), null), setAside };
  }
  const { scenarioNamed } = await import('./train.ts');
  const scenario = scenarioNamed(training);
  return { walkthrough: newWalkthrough(io.now(), scenario.id, scenario.facts), setAside: null };
}

async function onScreen(io: CommandIo, globals: GlobalOptions): Promise<number> {
  const store = savedWalkthroughs(io, globals);
  const { walkthrough: saved, setAside } = store.load();
  const { showScreens } = await import('./screens.ts');
  const walkthrough = reduceWalkthrough(saved ?? newWalkthrough(io.now(), null), {
    type: 'go',
    screen: 'disaster-recovery',
    at: io.now(),
  });
  return showScreens({ start: { kind: 'walkthrough' }, walkthrough, setAside, store }, io, globals);
}

function savedAnswers(io: CommandIo, globals: GlobalOptions): Answers {
  const { walkthrough, setAside } = savedWalkthroughs(io, globals).load();
  if (setAside !== null) say(io.stderr, setAside);
  return walkthrough?.answers ?? {};
}

function printQuestions({ format }: RecoverRequest, io: CommandIo): number {
  if (format === 'json') {
    writeJson(
      QUESTIONS.map(({ id, question, why, options }) => ({ id, question, why, options })),
      io,
    );
  } else say(io.stdout, ...laidOut(plainQuestions({}), io.stdout));
  return EXIT.fine;
}

/** What `--format json` promises: these names, in this order. */
function strategyRecord(answers: Answers): unknown {
  const { recommended, reasons, rejected, findOut, sql } = recommend(answers);
  return {
    recommended,
    reasons,
    rejected: rejected.map(({ strategy, why }) => ({ strategy, why })),
    findOut,
    sql,
  };
}

function writeJson(value: unknown, io: CommandIo): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
