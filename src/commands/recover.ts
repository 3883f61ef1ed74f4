import { QUESTIONS } from '../recovery/questions.ts';
import type { Answers } from '../recovery/recommend.ts';
import { plainRecovery } from '../reports/plain-recovery.ts';
import { newWalkthrough, reduceWalkthrough } from '../walkthrough/reduce-walkthrough.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { ArgumentMistake, say } from './messages.ts';
import { laidOut } from './paragraphs.ts';
import { savedWalkthroughs } from './saved-walkthroughs.ts';
import { hasScreen } from './screen-terminal.ts';

/**
 * Disaster recovery on its screen; without a screen, or with answers given, the questions and the strategy as text.
 * `given` are answers in the form `question=option`. Gives the exit code.
 *
 * @throws ArgumentMistake where an answer is none.
 */
export async function recover(
  given: readonly string[],
  io: CommandIo,
  globals: GlobalOptions,
): Promise<number> {
  const said = Object.fromEntries(given.map(answer)) satisfies Answers;
  const store = savedWalkthroughs(io, globals);
  const { walkthrough: saved, setAside } = store.load();
  const state = saved ?? newWalkthrough(io.now(), null);
  if (given.length === 0 && hasScreen(io, globals)) {
    const { showScreens } = await import('./screens.ts');
    const walkthrough = reduceWalkthrough(state, {
      type: 'go',
      screen: 'disaster-recovery',
      at: io.now(),
    });
    return showScreens({ start: { kind: 'walkthrough' }, walkthrough, setAside, store }, io, globals);
  }
  if (setAside !== null) say(io.stderr, setAside);
  say(io.stdout, ...laidOut(plainRecovery({ ...state.answers, ...said }), io.stdout));
  return EXIT.fine;
}

function answer(text: string): [question: string, option: string] {
  const [id, option = ''] = text.split('=', 2);
  const question = QUESTIONS.find((one) => one.id === id);
  if (question === undefined) {
    const known = QUESTIONS.map((one) => one.id).join(', ');
    throw new ArgumentMistake(`--answer "${text}" names no question. There are: ${known}.`);
  }
  if (!question.options.some((one) => one.id === option)) {
    const known = question.options.map((one) => `${question.id}=${one.id}`).join(', ');
    throw new ArgumentMistake(`--answer "${text}" is no answer to that question. There are: ${known}.`);
  }
  return [question.id, option];
}
