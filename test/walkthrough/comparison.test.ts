import { expect, test } from 'vitest';
import {
  confirmsSwitch,
  guardPassed,
  leftDifferences,
  openBeforeSwitch,
} from '../../src/walkthrough/progress.ts';
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { readWalkthrough } from '../../src/walkthrough/saved-walkthrough.ts';
import type { Walkthrough } from '../../src/walkthrough/walkthrough.ts';

const AT = new Date('2026-11-22T20:00:00Z');
const LATER = new Date('2026-11-22T21:30:00Z');

function compared(matters: readonly string[], complete = true): Walkthrough {
  const start = newWalkthrough(AT, null);
  return reduceWalkthrough(start, {
    type: 'compared',
    active: '/a',
    staging: '/b',
    complete,
    matters,
    at: LATER,
  });
}

const waive = (state: Walkthrough, key: string, why: string): Walkthrough =>
  reduceWalkthrough(state, { type: 'waive', key, why, at: LATER });

function sentence(state: Walkthrough): string | undefined {
  return openBeforeSwitch(state).find(({ key }) => key.startsWith('configuration-differences'))?.sentence;
}

test('before a comparison, and where nothing is left, there is no such point', () => {
  expect(sentence(newWalkthrough(AT, null))).toBeUndefined();
  expect(sentence(compared([]))).toBeUndefined();
});

test('what is left is open before the switch: when it was compared, how much, what was waived and why', () => {
  expect(sentence(compared(['a', 'b']))).toBe(
    'Configuration: compared 2026-11-22 21:30 UTC: 2 differences that matter are left',
  );
  const one = waive(compared(['a', 'b']), 'a', ' the pilot OU is wanted ');
  expect(sentence(one)).toBe(
    'Configuration: compared 2026-11-22 21:30 UTC: 1 difference that matters is left, 1 waived (the pilot OU is wanted)',
  );
  expect(leftDifferences(one)).toEqual(['b']);
  expect(sentence(waive(one, 'b', 'too'))).toBeUndefined();
  expect(leftDifferences(waive(one, 'a', ''))).toEqual(['a', 'b']);
});

test('the point stands with those of its step, and not after those that come later', () => {
  const steps = openBeforeSwitch(compared(['a'])).map(({ step }) => step);
  expect(steps.lastIndexOf('configuration')).toBeLessThan(steps.indexOf('import-and-synchronize'));
});

test('what could not be read keeps the point open', () => {
  expect(sentence(compared([], false))).toMatch(/not everything was compared$/);
});

test('a waiver stays for the same difference in the next comparison', () => {
  const again = reduceWalkthrough(waive(compared(['a']), 'a', 'wanted'), {
    type: 'compared',
    active: '/a',
    staging: '/b',
    complete: true,
    matters: ['a', 'c'],
    at: LATER,
  });
  expect(leftDifferences(again)).toEqual(['c']);
});

test('what was accepted at the guard is not accepted for a new comparison', () => {
  const facts = { stagingServer: 'SYNC02' };
  const state = reduceWalkthrough(compared(['a']), { type: 'set-facts', facts, at: LATER });
  expect(confirmsSwitch(state, 'sync02')).toBe(true);
  const passed = reduceWalkthrough(state, { type: 'pass-guard', typed: 'SYNC02', at: LATER });
  expect(guardPassed(passed)).toBe(true);
  const next = { type: 'compared', active: '/a', staging: '/b', complete: true, matters: ['x'] } as const;
  expect(guardPassed(reduceWalkthrough(passed, { ...next, at: new Date('2026-11-22T22:00:00Z') }))).toBe(
    false,
  );
});

test('it is saved and read again; a file from before it is read too', () => {
  const state = waive(compared(['a']), 'a', 'wanted');
  expect(readWalkthrough(JSON.parse(JSON.stringify(state)))).toEqual({ walkthrough: state });
  const { comparison: _, ...older } = newWalkthrough(AT, null);
  expect(readWalkthrough(older)).toEqual({ walkthrough: newWalkthrough(AT, null) });
  expect(readWalkthrough({ ...state, comparison: { at: 'x' } })).toEqual({
    misfit: '"comparison" is not as it was written',
  });
});
