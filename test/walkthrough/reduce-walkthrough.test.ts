import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '../../src/walkthrough/facts.ts';
import { itemKey, openBeforeSwitch } from '../../src/walkthrough/progress.ts';
import {
  newWalkthrough,
  reduceWalkthrough,
  type WalkthroughAction,
} from '../../src/walkthrough/reduce-walkthrough.ts';
import type { Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { CONTOSO } from './some-facts.ts';

const START = new Date('2026-03-01T22:15:00Z');
const LATER = new Date('2026-03-01T22:20:00Z');
const begun = newWalkthrough(START, null, CONTOSO);

// What each test does happens at LATER.
type Said = WalkthroughAction extends infer Action
  ? Action extends { at: Date }
    ? Omit<Action, 'at'>
    : never
  : never;
function doing(state: Walkthrough, ...actions: readonly Said[]): Walkthrough {
  return actions.reduce<Walkthrough>(
    (now, action) => reduceWalkthrough(now, { ...action, at: LATER } as WalkthroughAction),
    state,
  );
}

describe('a new walkthrough', () => {
  it('is at home, in its first round, with nothing done', () => {
    expect(newWalkthrough(START, 'contoso')).toMatchObject({
      version: 1,
      training: 'contoso',
      startedAt: '2026-03-01T22:15:00.000Z',
      screen: 'home',
      facts: NO_FACTS,
      done: {},
      round: 1,
    });
  });
});

describe('what changes a walkthrough', () => {
  it('is noted with its time; what changes nothing gives the very same walkthrough', () => {
    expect(doing(begun, { type: 'go', screen: 'verify' })).toMatchObject({
      screen: 'verify',
      changedAt: '2026-03-01T22:20:00.000Z',
    });
    for (const nothing of [
      { type: 'go', screen: 'home' },
      { type: 'untick', key: 'sign-off-and-on' },
      { type: 'set-facts', facts: { stagingServer: ' STAGE01 ' } },
      { type: 'pass-guard', typed: 'SYNC01' },
    ] as const) {
      expect(doing(begun, nothing)).toBe(begun);
    }
  });

  it('leaves the walkthrough before it as it was', () => {
    const frozen = structuredClone(begun);
    doing(
      begun,
      { type: 'tick', key: 'a' },
      { type: 'set-facts', facts: { purpose: 'trial' } },
      { type: 'next-round' },
    );
    expect(begun).toEqual(frozen);
  });

  it('ticks once, with the first time, and unticks', () => {
    const ticked = doing(begun, { type: 'tick', key: 'sign-off-and-on' });
    expect(ticked.done).toEqual({ 'sign-off-and-on': { at: '2026-03-01T22:20:00.000Z' } });
    const again = reduceWalkthrough(ticked, {
      type: 'tick',
      key: 'sign-off-and-on',
      at: new Date('2026-03-02T00:00:00Z'),
    });
    expect(again).toBe(ticked);
    expect(doing(ticked, { type: 'untick', key: 'sign-off-and-on' }).done).toEqual({});
  });

  it('takes any key for a name, also one that objects know', () => {
    const ticked = doing(begun, { type: 'tick', key: '__proto__' }, { type: 'tick', key: 'constructor' });
    expect(Object.keys(ticked.done)).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(doing(ticked, { type: 'untick', key: '__proto__' }).done)).toEqual(['constructor']);
  });

  it('keeps facts as they should be kept', () => {
    expect(
      doing(begun, { type: 'set-facts', facts: { adConnectors: [' contoso.com', 'CONTOSO.COM', ''] } }).facts
        .adConnectors,
    ).toEqual(['contoso.com']);
  });

  it('asks again in a new round whether rules changed, and forgets the files of the last', () => {
    const files = doing(begun, { type: 'open-exports', files: ['/a.xml', '/b.xml', '/a.xml'] });
    expect(files.exportFiles).toEqual(['/a.xml', '/b.xml']);
    const next = doing(files, { type: 'tick', key: 'nothing-runs#1' }, { type: 'next-round' });
    expect(next).toMatchObject({
      round: 2,
      exportFiles: [],
      facts: { rulesChanged: null, stagingServer: 'STAGE01' },
    });
    expect(next.done).toHaveProperty('nothing-runs#1');
    expect(itemKey({ id: 'nothing-runs', everyRound: true }, next.round)).toBe('nothing-runs#2');
  });

  it('keeps the answers of disaster recovery', () => {
    const answered = doing(
      begun,
      { type: 'answer', question: 'downtime', option: 'day' },
      { type: 'answer', question: 'downtime', option: 'hour' },
    );
    expect(answered.answers).toEqual({ downtime: 'hour' });
    expect(doing(answered, { type: 'answer', question: 'downtime', option: 'hour' })).toBe(answered);
  });

  it('notes what was open when the guard was passed, only for the right name', () => {
    const passed = doing(begun, { type: 'pass-guard', typed: ' stage01 ' });
    expect(passed.switchedWith).toEqual({
      at: '2026-03-01T22:20:00.000Z',
      open: openBeforeSwitch(begun).map(({ key }) => key),
    });
    expect(passed.switchedWith?.open).toContain('decide#1');
  });

  it('starts again with the facts that are given, in the same training', () => {
    const worked = doing(
      { ...begun, training: 'contoso' },
      { type: 'tick', key: 'a' },
      { type: 'go', screen: 'verify' },
    );
    expect(doing(worked, { type: 'restart', facts: CONTOSO })).toEqual(
      newWalkthrough(LATER, 'contoso', CONTOSO),
    );
    expect(doing(worked, { type: 'restart', facts: NO_FACTS })).toEqual(newWalkthrough(LATER, 'contoso'));
  });
});
