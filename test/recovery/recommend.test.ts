import { describe, expect, it } from 'vitest';
import { QUESTIONS, UNKNOWN } from '../../src/recovery/questions.ts';
import { type Answers, type Recommendation, recommend } from '../../src/recovery/recommend.ts';

/** Every combination of answers there is. */
const EVERY_ANSWER: readonly Answers[] = QUESTIONS.reduce<Answers[]>(
  (combinations, { id, options }) =>
    combinations.flatMap((answers) => options.map((option) => ({ ...answers, [id]: option.id }))),
  [{}],
);

const CALM = { downtime: 'day', 'old-passwords': 'accepted', 'real-time': 'no', sql: 'express' };

function said(recommendation: Recommendation): string {
  return JSON.stringify(recommendation);
}

describe('the questions', () => {
  it('are the three of the article and SQL, and each can be left unknown', () => {
    expect(QUESTIONS.map(({ id }) => id)).toEqual(['downtime', 'old-passwords', 'real-time', 'sql']);
    for (const { options, why } of QUESTIONS) {
      expect(options.at(-1)).toEqual({ id: UNKNOWN, label: "Don't know" });
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
      expect(why).not.toBe('');
    }
    expect(EVERY_ANSWER).toHaveLength(4 * 4 * 3 * 3);
  });
});

function needsRunningServer(answers: Answers): boolean {
  return (
    answers['downtime'] === 'hour' ||
    answers['old-passwords'] === 'not-accepted' ||
    answers['real-time'] === 'yes'
  );
}

describe('for every combination of answers, the recommendation', () => {
  it('is a standby wherever something must not stand still, or is not known', () => {
    for (const answers of EVERY_ANSWER) {
      const unknown = [answers['downtime'], answers['old-passwords'], answers['real-time']].includes(UNKNOWN);
      const isStandby = recommend(answers).recommended === 'staging';
      expect(isStandby, said(recommend(answers))).toBe(needsRunningServer(answers) || unknown);
    }
  });

  it('is never a virtual machine alone: it answers only the loss of a host', () => {
    for (const answers of EVERY_ANSWER) {
      expect(['rebuild', 'staging', 'virtual-machine+rebuild']).toContain(recommend(answers).recommended);
    }
  });

  it('gives reasons, rejects only what it does not recommend, and asks for exactly what is unknown', () => {
    for (const answers of EVERY_ANSWER) {
      const { recommended, reasons, rejected, findOut, runbooks, title } = recommend(answers);
      expect(reasons.length).toBeGreaterThan(0);
      expect(title).not.toBe('');
      const parts = recommended.split('+');
      expect([...parts, ...rejected.map(({ strategy }) => strategy)].sort()).toEqual([
        'rebuild',
        'staging',
        'virtual-machine',
      ]);
      expect(findOut).toHaveLength(Object.values(answers).filter((answer) => answer === UNKNOWN).length);
      expect(runbooks).toHaveLength(parts.length);
    }
  });

  it('says of SQL what is supported, whatever was answered', () => {
    for (const answers of EVERY_ANSWER) {
      const { sql } = recommend(answers);
      expect(sql.advice).not.toBe('');
      expect(sql.supported.join(' ')).toMatch(
        /clustering.*Always On availability groups, since version 1\.1\.524\.0/,
      );
      expect(sql.unsupported.join(' ')).toMatch(/mirroring/i);
      expect(sql.unsupported.join(' ')).not.toMatch(/Always On/);
    }
  });
});

describe('a recommendation', () => {
  it('is a rebuild where everything may wait, with what a rebuild needs', () => {
    const { recommended, runbooks } = recommend(CALM);
    expect(recommended).toBe('rebuild');
    const steps = runbooks.flatMap((runbook) => runbook.steps);
    const at = (words: RegExp) => steps.findIndex((step) => words.test(step));
    expect(steps[at(/domain controller/)]).toContain('for a time');
    expect(at(/filters and custom rules again BEFORE the first synchronization/)).toBeGreaterThan(0);
    expect(at(/BEFORE the first synchronization/)).toBeLessThan(
      at(/^Import and synchronize: sourceAnchor joins/),
    );
  });

  it('is a virtual machine with a rebuild behind it where changes may wait some hours', () => {
    const { recommended, title, rejected } = recommend({ ...CALM, downtime: 'hours' });
    expect(recommended).toBe('virtual-machine+rebuild');
    expect(title).toBe('A virtual machine, and behind it: Rebuild when needed');
    expect(rejected).toEqual([expect.objectContaining({ strategy: 'staging' })]);
  });

  it.each([
    [{ downtime: 'hour' }, /an hour at most/],
    [{ 'old-passwords': 'not-accepted' }, /Old passwords must not go on/],
    [{ 'real-time': 'yes' }, /password writeback/],
  ])('is a standby for %j, and says why', (answer, why) => {
    const { recommended, reasons } = recommend({ ...CALM, ...answer });
    expect(recommended).toBe('staging');
    expect(reasons[0]).toMatch(why);
  });

  it('looks after a SQL Server of your own', () => {
    expect(recommend({ ...CALM, sql: 'own' }).sql.advice).toMatch(/needs high availability too/);
    expect(recommend(CALM).sql.advice).toMatch(/^Nothing to do/);
  });

  it('takes what is missing or unheard of for not known', () => {
    for (const answers of [{}, { downtime: 'soon', constructor: 'x' }]) {
      const { recommended, findOut } = recommend(answers);
      expect(recommended).toBe('staging');
      expect(findOut).toHaveLength(4);
    }
  });
});
