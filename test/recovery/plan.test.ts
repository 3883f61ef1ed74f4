import { describe, expect, it } from 'vitest';
import { PLAN_DAYS, planLine, planOf, planWarnings } from '../../src/recovery/plan.ts';
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { readWalkthrough } from '../../src/walkthrough/saved-walkthrough.ts';
import type { Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { CONTOSO } from '../walkthrough/some-facts.ts';

const MADE = new Date('2026-03-01T22:15:00Z');
const daysLater = (days: number): Date => new Date(MADE.getTime() + days * 24 * 60 * 60 * 1000);

function planned(): Walkthrough {
  const begun = newWalkthrough(MADE, null, CONTOSO);
  const answered = reduceWalkthrough(begun, {
    type: 'answer',
    question: 'downtime',
    option: 'hour',
    at: MADE,
  });
  return reduceWalkthrough(answered, { type: 'keep-plan', plan: planOf(answered, MADE), at: MADE });
}

describe('a recovery plan', () => {
  it('holds while nothing changes, and is named with its day and its strategy', () => {
    expect(planWarnings(planned(), daysLater(PLAN_DAYS - 1))).toEqual([]);
    expect(planLine(planned())).toBe('Recovery plan of 2026-03-01: A standby server in staging mode');
    expect(planLine(newWalkthrough(MADE, null))).toBeNull();
    expect(planWarnings(newWalkthrough(MADE, null), daysLater(1000))).toEqual([]);
  });

  it('is old after 90 days', () => {
    expect(planWarnings(planned(), daysLater(90))).toEqual([
      'The recovery plan is 90 days old: look at it again.',
    ]);
  });

  it('says which facts have changed since, and not those that no plan rests on', () => {
    const facts = { activeServer: 'SYNC02', adConnectors: ['contoso.com'] };
    const changed = reduceWalkthrough(planned(), { type: 'set-facts', facts, at: MADE });
    expect(planWarnings(changed, daysLater(1))).toEqual([
      'Changed since the recovery plan was made: the active server, the connectors to Active Directory. Write its runbook again.',
    ]);
    const round = reduceWalkthrough(planned(), {
      type: 'set-facts',
      facts: { rulesChanged: true },
      at: MADE,
    });
    expect(planWarnings(round, daysLater(1))).toEqual([]);
  });

  it('says where the answers of now lead to another strategy', () => {
    const answers = { downtime: 'day', 'old-passwords': 'accepted', 'real-time': 'no', complexity: 'simple' };
    expect(planWarnings({ ...planned(), answers }, daysLater(1))).toEqual([
      'With the answers of now the recovery strategy is another one: Rebuild when needed.',
    ]);
  });

  it('is saved, outlives a new beginning, and a file without one is read as before', () => {
    const saved = JSON.parse(JSON.stringify(planned()));
    expect(readWalkthrough(saved)).toEqual({ walkthrough: planned() });
    const again = reduceWalkthrough(planned(), { type: 'restart', facts: CONTOSO, at: daysLater(3) });
    expect(again.plan).toEqual(planned().plan);
    const { plan: _, ...older } = saved;
    expect(readWalkthrough(older)).toMatchObject({ walkthrough: { plan: null } });
    expect(readWalkthrough({ ...saved, plan: { at: 'soon' } })).toEqual({
      misfit: '"plan" is not as it was written',
    });
  });
});
