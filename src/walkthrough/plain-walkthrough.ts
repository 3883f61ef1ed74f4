import { isDone, progress } from './progress.ts';
import { stepsFor } from './steps.ts';
import type { Item, Step, Walkthrough } from './walkthrough.ts';

const SHELL_NAMES = { cmd: 'Command prompt (cmd)', powershell: 'PowerShell' } as const;

/**
 * All steps as plain text, one paragraph a line, indented by its depth, with an empty line between items: for no
 * terminal, logs and screen readers. The caller wraps.
 */
export function plainWalkthrough(state: Walkthrough): string[] {
  const counts = progress(state);
  return stepsFor(state.facts, state).flatMap((step, index) => {
    const { done, required } = counts[step.id];
    return [
      ...(index === 0 ? [] : ['']),
      `Step ${index + 1}: ${step.title} (${done} of ${required} done, round ${state.round})`,
      step.purpose,
      ...itemLines(state, step, index + 1),
    ];
  });
}

function itemLines(state: Walkthrough, step: Step, stepNumber: number): string[] {
  return step.items.flatMap((item, index) => [
    '',
    `${stepNumber}.${index + 1} ${isDone(state, item) ? '[x]' : '[ ]'} ${item.title}${item.required ? '' : ' (where it applies)'}`,
    ...partsOf(item).map((line) => `  ${line}`),
  ]);
}

function partsOf(item: Item): string[] {
  return [
    ...(item.danger === null ? [] : [`DANGER: ${item.danger}`]),
    ...item.todo.map((line) => `- ${line}`),
    ...item.commands.flatMap(({ shell, text }, index) => [
      ...(item.commands[index - 1]?.shell === shell ? [] : [`${SHELL_NAMES[shell]}:`]),
      `    ${text}`,
    ]),
    ...item.clicks.map((place, index) => `${index === 0 ? 'Where to click: ' : '  then: '}${place}`),
    `Why: ${item.why}`,
    `It worked when: ${item.worked}`,
    ...item.wrong.map((line) => `If it goes wrong: ${line}`),
    ...(item.formerly === null ? [] : [`Formerly: ${item.formerly}`]),
  ];
}
