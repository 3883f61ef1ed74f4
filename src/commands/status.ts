import { planLine, planWarnings } from '../recovery/plan.ts';
import { openBeforeSwitch, progress } from '../walkthrough/progress.ts';
import { stepsFor } from '../walkthrough/steps.ts';
import type { Walkthrough } from '../walkthrough/walkthrough.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import { laidOut } from './paragraphs.ts';
import { savedWalkthroughs } from './saved-walkthroughs.ts';

/** Where the walkthrough stands, for other programs: `stagewalk status --json` writes this, or null. */
interface Status {
  /** '' where nobody has entered it. */
  readonly stagingServer: string;
  readonly activeServer: string;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly screen: string;
  readonly round: number;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly done: number;
    readonly required: number;
  }[];
  /** What is still to do before the switch, a sentence each. */
  readonly openBeforeSwitch: readonly string[];
  readonly exportFiles: readonly string[];
  /** The recovery plan that is kept, and why it should be looked at again, a sentence each; null where there is none. */
  readonly recoveryPlan: {
    readonly madeAt: string;
    readonly recommended: string;
    readonly warnings: readonly string[];
  } | null;
}

/** Prints where the walkthrough stands: lines for people, or JSON. Gives the exit code. */
export async function status(json: boolean, io: CommandIo, globals: GlobalOptions): Promise<number> {
  const { walkthrough, setAside } = savedWalkthroughs(io, globals).load();
  if (setAside !== null) say(io.stderr, setAside);
  const found = walkthrough === null ? null : statusOf(walkthrough, io.now());
  if (json) io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else {
    const lines =
      found === null || walkthrough === null ? NOT_STARTED : statusLines(found, planLine(walkthrough));
    say(io.stdout, ...laidOut(lines, io.stdout));
  }
  return EXIT.fine;
}

const NOT_STARTED = ['No walkthrough has been started. Start one: stagewalk'];

function statusOf(walkthrough: Walkthrough, now: Date): Status {
  const counts = progress(walkthrough);
  const { facts, plan } = walkthrough;
  return {
    stagingServer: facts.stagingServer,
    activeServer: facts.activeServer,
    startedAt: walkthrough.startedAt,
    changedAt: walkthrough.changedAt,
    screen: walkthrough.screen,
    round: walkthrough.round,
    steps: stepsFor(facts, walkthrough).map(({ id, title }) => ({ id, title, ...counts[id] })),
    openBeforeSwitch: openBeforeSwitch(walkthrough).map(({ sentence }) => sentence),
    exportFiles: walkthrough.exportFiles,
    recoveryPlan: plan && {
      madeAt: plan.at,
      recommended: plan.recommended,
      warnings: planWarnings(walkthrough, now),
    },
  };
}

function statusLines(found: Status, plan: string | null): string[] {
  const screen = found.steps.find(({ id }) => id === found.screen)?.title ?? 'Home';
  return [
    `Staging server: ${found.stagingServer || 'not entered yet'}`,
    `Active server: ${found.activeServer || 'not entered'}`,
    `Started ${moment(found.startedAt)}, last changed ${moment(found.changedAt)}`,
    `At: ${screen}, round ${found.round}`,
    '',
    ...found.steps.map(({ title, done, required }) => `${title}: ${done} of ${required} done`),
    '',
    ...(found.openBeforeSwitch.length === 0
      ? ['Nothing is open before the switch.']
      : [
          `Open before the switch: ${found.openBeforeSwitch.length}`,
          ...found.openBeforeSwitch.map((sentence) => `- ${sentence}`),
        ]),
    '',
    plan ?? 'No recovery plan is kept. Make one: stagewalk recover',
    ...(found.recoveryPlan?.warnings ?? []).map((warning) => `- ${warning}`),
    '',
    'Go on: stagewalk',
  ];
}

/** `2026-11-22 20:00 UTC`: the same on every machine, also where the server and the reader are in different zones. */
function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
