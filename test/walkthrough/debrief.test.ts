import { describe, expect, it } from 'vitest';
import { plainDebrief } from '../../src/reports/plain-debrief.ts';
import { debriefOf } from '../../src/walkthrough/debrief.ts';
import { itemKey } from '../../src/walkthrough/progress.ts';
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { readScenario } from '../../src/walkthrough/scenarios.ts';
import { stepsFor } from '../../src/walkthrough/steps.ts';
import type { Item, Walkthrough } from '../../src/walkthrough/walkthrough.ts';

const BEGAN = new Date('2026-11-22T02:10:00Z');
const begun = newWalkthrough(BEGAN, 'server-gone', readScenario('server-gone').facts);
const ITEMS = stepsFor(begun.facts, begun)
  .filter(({ id }) => id !== 'disaster-recovery')
  .flatMap(({ items }) => items)
  .filter(({ asks }) => asks.length === 0);

/** The rehearsal with these items ticked, ten seconds after each other. */
function played(items: readonly Item[]): Walkthrough {
  return items.reduce((state, item, index) => {
    const at = new Date(BEGAN.getTime() + (index + 1) * 10_000);
    return reduceWalkthrough(state, { type: 'tick', key: itemKey(item, 1), at });
  }, begun);
}

const without = (...ids: string[]) => ITEMS.filter(({ id }) => !ids.includes(id));
const only = (id: string) => ITEMS.filter((item) => item.id === id);

describe('the debrief of a rehearsal', () => {
  it('has nothing to say against what was done in the order of the steps', () => {
    const debrief = debriefOf(played(ITEMS));
    expect(debrief.skipped).toEqual([]);
    expect(debrief.dangerous).toEqual([]);
    expect(debrief.seconds).toBe(ITEMS.length * 10);
    expect(debrief.steps.map(({ title }) => title)).toEqual([
      'Prepare',
      'Configuration',
      'Import and synchronize',
      'Verify',
      'Switch active server',
    ]);
    expect(debrief.steps.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(debrief.seconds);
    expect(plainDebrief(played(ITEMS)).join('\n')).toContain('Nothing was done in a dangerous order.');
  });

  it('names what was left out', () => {
    const { skipped } = debriefOf(played(without('explain-updates', 'see-exports')));
    expect(skipped).toEqual([
      'Verify: Explain what people would notice',
      'Switch active server: See that the exports run, and succeed',
    ]);
  });

  it.each([
    ['see-old-server-gone', /before the lost server was isolated/],
    ['decide', /before it was decided/],
    ['explain-deletes', /before every delete was explained/],
    ['open-table', /before every pending export was looked at/],
    ['csexport-aad', /before every pending export was looked at/],
    ['runs-succeeded', /before every run was known to have succeeded/],
    ['full-import-aad', /before every import/],
    ['disable-staging-mode', /Exports were ticked as seen before staging mode was disabled/],
  ])('names the danger where %s comes last, or never', (id, words) => {
    for (const items of [without(id), [...without(id), ...only(id)]]) {
      expect(debriefOf(played(items)).dangerous.join('\n')).toMatch(words);
    }
  });

  it('says what took longest, and in which step the time went', () => {
    const slow = played(ITEMS.slice(0, 3));
    const at = new Date(BEGAN.getTime() + 30_000 + 4_000_000);
    const last = ITEMS[3];
    const state = reduceWalkthrough(slow, {
      type: 'tick',
      key: itemKey(last ?? { id: '', everyRound: false }, 1),
      at,
    });
    expect(debriefOf(state).slowest[0]).toEqual({ title: last?.title, seconds: 4000 });
    expect(plainDebrief(state)).toContain(`  - ${last?.title}: 1 h 06 min`);
  });

  it('counts the points that were open when the guard was passed', () => {
    const open = { at: BEGAN.toISOString(), open: ['decide#1', 'open-table#1'] };
    expect(debriefOf({ ...played(ITEMS), switchedWith: open }).dangerous).toEqual([
      'Switch was opened with 2 points still open before it.',
    ]);
  });

  it('has nothing to tell where nothing was ticked', () => {
    expect(plainDebrief(begun)).toEqual(['Debrief: nothing was ticked, so there is nothing to tell.']);
  });
});
