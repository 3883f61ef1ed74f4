import { isDone, progress } from './progress.ts';
import { stepsFor } from './steps.ts';
import type { Item, Step, Walkthrough } from './walkthrough.ts';

const SHELL_NAMES = { cmd: 'Command Prompt', powershell: 'PowerShell' } as const;

/**
 * All steps as plain text, one paragraph a line, indented by its depth, with an empty line between items: for no
 * terminal, logs and screen readers. The caller wraps. Commands stand deepest.
 */
export function plainWalkthrough(state: Walkthrough): string[] {
  const counts = progress(state);
  return stepsFor(state.facts, state).flatMap((step, index) => {
    const { done, required } = counts[step.id];
    const round = step.items.some((item) => item.everyRound) ? `, round ${state.round}` : '';
    return [
      ...(index === 0 ? [] : ['']),
      `Step ${index + 1}: ${step.title} (${done} of ${required} done${round})`,
      step.purpose,
      ...itemLines(state, step, index + 1),
    ];
  });
}

function itemLines(state: Walkthrough, step: Step, stepNumber: number): string[] {
  return step.items.flatMap((item, index) => [
    '',
    `${stepNumber}.${index + 1} ${item.title} (${stateOf(state, item)})`,
    ...partsOf(item).map((line) => `  ${line}`),
  ]);
}

// A word, not a box with a cross: a screen reader says it.
function stateOf(state: Walkthrough, item: Item): string {
  if (isDone(state, item)) return 'done';
  return item.required ? 'not done' : 'not done, can be left out';
}

function partsOf(item: Item): string[] {
  return [
    ...(item.danger === null ? [] : [`DANGER: ${item.danger}`]),
    ...numbered(item.todo),
    ...item.commands.flatMap(({ shell, text }, index) => [
      ...(item.commands[index - 1]?.shell === shell ? [] : [`${SHELL_NAMES[shell]}:`]),
      `    ${text}`,
    ]),
    ...(item.clicks.length === 0
      ? []
      : ['Where to click:', ...numbered(item.clicks).map((line) => `  ${line}`)]),
    `Why: ${item.why}`,
    `It worked when: ${item.worked}`,
    ...item.wrong.map((line) => `If it goes wrong: ${line}`),
    ...(item.formerly === null ? [] : [`Formerly: ${item.formerly}`]),
  ];
}

function numbered(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${index + 1}. ${text}`);
}
