import { Text } from 'ink';
import type { JSX } from 'react';
import { cellWidth } from '../src/terminal/cells.ts';
import { isDone, progress } from '../src/walkthrough/progress.ts';
import { type Item, STEP_IDS, type Step } from '../src/walkthrough/walkthrough.ts';
import { type AppState, cursorOf } from './app-state.ts';
import { bodyRows, ScreenFrame } from './components/screen-frame.tsx';
import { Lines, type ScreenLine, textLines } from './components/wrapped-text.tsx';
import { isOfRound, leftOutOn } from './step-state.ts';
import type { Theme } from './theme.ts';

/** One step: what it is for, and its items with their ticks. */
export function StepScreen({
  state,
  step,
  theme,
}: {
  readonly state: AppState;
  readonly step: Step;
  readonly theme: Theme;
}): JSX.Element {
  const { terminal, walkthrough } = state;
  const purpose = textLines(step.purpose, terminal.columns, 'muted');
  const height = bodyRows(terminal) - purpose.length - 1;
  const cursor = cursorOf(state, step);
  const blocks = step.items.map((item, index) => itemBlock(item, index, state, theme, index === cursor));
  return (
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={step.title}
      place={placeOf(state, step)}
      training={walkthrough.training !== null}
      scope="step"
      status={state.status}
      leftOut={new Set(leftOutOn('step', step))}
    >
      <Lines lines={purpose} theme={theme} width={terminal.columns} />
      <Text> </Text>
      <Lines
        lines={pageWith(blocks, cursor, height)}
        theme={theme}
        width={terminal.columns}
        height={height}
      />
    </ScreenFrame>
  );
}

/**
 * The page of blocks that holds the marked one. Whole pages, so that a step down repaints two lines and not all:
 * over RDP each repainted line costs.
 */
export function pageWith(blocks: readonly ScreenLine[][], marked: number, height: number): ScreenLine[] {
  let page: ScreenLine[] = [];
  let holds = false;
  for (const [index, block] of blocks.entries()) {
    if (page.length > 0 && page.length + block.length > height) {
      if (holds) break;
      page = [];
    }
    page = [...page, ...block];
    holds ||= index === marked;
  }
  return page;
}

function itemBlock(item: Item, index: number, state: AppState, theme: Theme, marked: boolean): ScreenLine[] {
  const { mark } = theme;
  const blank = ' '.repeat(cellWidth(mark.pointer));
  const tick = isDone(state.walkthrough, item) ? mark.ticked : mark.open;
  const danger = item.danger === null ? '' : `${mark.danger} `;
  const lead = `${marked ? mark.pointer : blank} ${tick} ${`${index + 1}. `.padStart(4)}`;
  const optional = item.required ? '' : ' (can be left out)';
  return textLines(
    `${danger}${item.title}${optional}`,
    state.terminal.columns,
    marked ? 'selected' : 'plain',
    lead,
  );
}

function placeOf({ walkthrough }: AppState, step: Step): string {
  const { done, required } = progress(walkthrough)[step.id];
  const round = isOfRound(step) ? `round ${walkthrough.round}  ` : '';
  return `${round}${done} of ${required} done  step ${STEP_IDS.indexOf(step.id) + 1} of ${STEP_IDS.length}`;
}
