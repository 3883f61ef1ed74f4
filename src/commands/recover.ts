import { type Answers, QUESTIONS } from '../recovery/questions.ts';
import { recommend } from '../recovery/recommend.ts';
import { plainQuestions, plainStrategy } from '../reports/plain-recovery.ts';
import { newWalkthrough, reduceWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
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
}

/**
 * Disaster recovery on its screen; where something else is asked for, or without a screen, the questions and the
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
