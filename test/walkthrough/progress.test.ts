import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '../../src/walkthrough/facts.ts';
import {
  confirmsSwitch,
  guardPassed,
  isDone,
  itemKey,
  openBeforeSwitch,
  progress,
} from '../../src/walkthrough/progress.ts';
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { stepsFor } from '../../src/walkthrough/steps.ts';
import { STEP_IDS, type Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { CONTOSO, itemOf, itemsOf } from './some-facts.ts';

const AT = new Date('2026-03-01T22:15:00Z');
const begun = newWalkthrough(AT, null, CONTOSO);

function tickAll(state: Walkthrough, except: readonly string[] = []): Walkthrough {
  return itemsOf(stepsFor(state.facts, state))
    .filter(({ id }) => !except.includes(id))
    .reduce(
      (now, item) => reduceWalkthrough(now, { type: 'tick', key: itemKey(item, now.round), at: AT }),
      state,
    );
}

describe('progress', () => {
  it('counts the required items of each step, and those done', () => {
    const before = progress(begun);
    expect(Object.keys(before)).toEqual(STEP_IDS);
    expect(before.switch.done).toBe(0);
    expect(before['import-and-synchronize']).toEqual({ done: 1, required: 9 });
    for (const { done, required } of Object.values(progress(tickAll(begun)))) expect(done).toBe(required);
  });

  it('counts what is asked for as done when it is known, ticked or not', () => {
    const item = itemOf(stepsFor(NO_FACTS, begun), 'name-connectors');
    const unknown = newWalkthrough(AT, null);
    expect(isDone(tickAll(unknown), item)).toBe(false);
    expect(isDone(begun, item)).toBe(true);
  });

  it('begins anew in a new round for what belongs to the round', () => {
    const next = reduceWalkthrough(tickAll(begun), { type: 'next-round', at: AT });
    const counts = progress(next);
    expect(counts.prepare.done).toBe(counts.prepare.required);
    expect(counts.verify.done).toBe(0);
    expect(counts['import-and-synchronize'].done).toBe(0);
  });
});

describe('what is open before the switch', () => {
  it('is every required item of the steps before it, in their order, in words', () => {
    const open = openBeforeSwitch(newWalkthrough(AT, null));
    expect(new Set(open.map(({ step }) => step))).toEqual(
      new Set(['prepare', 'configuration', 'import-and-synchronize', 'verify']),
    );
    expect(open[0]).toEqual({
      key: 'say-purpose',
      step: 'prepare',
      sentence: 'Prepare: Say what the staging server is for (not said yet)',
    });
    expect(open.at(-1)).toEqual({
      key: 'decide#1',
      step: 'verify',
      sentence: 'Verify: Decide: all changes are expected, or another round (not ticked)',
    });
  });

  it('is nothing once all of them are done', () => {
    expect(openBeforeSwitch(tickAll(begun))).toEqual([]);
    expect(guardPassed(tickAll(begun))).toBe(true);
  });

  it('is one thing when one thing is left', () => {
    const state = tickAll(begun, ['explain-deletes']);
    expect(openBeforeSwitch(state).map(({ key }) => key)).toEqual(['explain-deletes#1']);
    expect(guardPassed(state)).toBe(false);
  });

  it('counts a connector that was added later: its own runs are open', () => {
    const state = reduceWalkthrough(tickAll(begun), {
      type: 'set-facts',
      facts: { adConnectors: ['contoso.com', 'fabrikam.com', 'tailspin.com'] },
      at: AT,
    });
    expect(openBeforeSwitch(state).map(({ key }) => key)).toEqual([
      'full-import-ad-tailspin-com#1',
      'delta-synchronization-ad-tailspin-com#1',
      'csexport-ad-tailspin-com#1',
    ]);
  });

  it('does not take Delta Synchronization for the full one once rules changed', () => {
    const state = reduceWalkthrough(tickAll(begun), {
      type: 'set-facts',
      facts: { rulesChanged: true },
      at: AT,
    });
    expect(openBeforeSwitch(state).map(({ key }) => key)).toEqual([
      'full-synchronization-ad-contoso-com#1',
      'full-synchronization-ad-fabrikam-com#1',
      'full-synchronization-aad#1',
    ]);
  });
});

describe('the guard of Switch', () => {
  it.each([' STAGE01', 'stage01', 'Stage01 '])('opens for %j', (typed) => {
    expect(confirmsSwitch(begun, typed)).toBe(true);
  });

  it.each(['', 'STAGE', 'STAGE010', 'SYNC01', 'yes'])('stays shut for %j', (typed) => {
    expect(confirmsSwitch(begun, typed)).toBe(false);
  });

  it.each(['', ' ', 'STAGE01'])('stays shut for %j while no server name has been entered', (typed) => {
    expect(confirmsSwitch(newWalkthrough(AT, null), typed)).toBe(false);
  });

  it('passed with points open stays passed while they are done, and shuts when another opens', () => {
    const passed = reduceWalkthrough(tickAll(begun, ['explain-deletes']), {
      type: 'pass-guard',
      typed: 'stage01',
      at: AT,
    });
    expect(guardPassed(passed)).toBe(true);
    const other = reduceWalkthrough(passed, { type: 'untick', key: 'decide#1', at: AT });
    expect(guardPassed(other)).toBe(false);
    expect(guardPassed(reduceWalkthrough(passed, { type: 'next-round', at: AT }))).toBe(false);
  });
});
