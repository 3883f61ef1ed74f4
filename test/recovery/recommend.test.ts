import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../fixtures/seeded-random.ts';
import { type Answers, answerTo, QUESTIONS, type QuestionId, UNKNOWN } from '../../src/recovery/questions.ts';
import { decidingQuestions, recommend, whatWouldChange } from '../../src/recovery/recommend.ts';
import { holds, RULES } from '../../src/recovery/rules.ts';
import { ADVICES } from '../../src/recovery/strategies.ts';

const DECIDING = new Set(RULES.flatMap(({ when }) => Object.keys(when)));

/** Every combination of the answers that decide. */
const EVERY_DECIDING: readonly Answers[] = QUESTIONS.filter(({ id }) => DECIDING.has(id)).reduce<Answers[]>(
  (combinations, { id, options }) =>
    combinations.flatMap((answers) => options.map((option) => ({ ...answers, [id]: option.id }))),
  [{}],
);

function seededAnswers(seed: number, count: number): Answers[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      QUESTIONS.flatMap(({ id, options }) => {
        const place = random.below(options.length + 1);
        const option = options[place];
        return option === undefined ? [] : [[id, option.id]];
      }),
    ),
  );
}

/** What of these answers a rule is broken by, or nothing. Reads the rules alone, not how the advice was found. */
function contradictions(answers: Answers): string[] {
  const { recommended, reasons, rejected, findOut, rules } = recommend(answers);
  const parts = recommended.split('+');
  const [first] = parts;
  const broken = RULES.filter((rule) => holds(rule.when, answers)).filter(
    ({ effect, strategy, beside }) =>
      (effect === 'first' && first !== strategy) ||
      (effect === 'not-first' && first === strategy) ||
      (effect === 'with' && first === beside && !parts.includes(strategy)),
  );
  const strategies = [...parts, ...rejected.map(({ strategy }) => strategy)].sort();
  return [
    ...broken.map(({ id }) => `${recommended} against ${id}`),
    ...(ADVICES.includes(recommended) ? [] : [`${recommended} is no advice`]),
    ...(strategies.join() === 'rebuild,staging,virtual-machine' ? [] : [`all: ${strategies}`]),
    ...(reasons.length > 0 && !reasons.includes('') ? [] : ['no reason']),
    ...(rejected.every(({ why }) => why !== '') ? [] : ['rejected without why']),
    ...(findOut.length === QUESTIONS.filter(({ id }) => answerTo(answers, id) === UNKNOWN).length
      ? []
      : ['find out']),
    ...rules
      .filter(({ effect, why }) => effect === 'first' && !reasons.includes(why))
      .map(({ id }) => `${id} decides and is not said`),
  ];
}

const CALM = {
  downtime: 'day',
  'old-passwords': 'accepted',
  'real-time': 'no',
  complexity: 'simple',
  objects: 'under-100000',
  sql: 'express',
  'second-site': 'no',
  'spare-server': 'yes',
  hypervisor: 'none',
  night: 'several',
  'sign-in': 'hash-sync',
} satisfies Record<QuestionId, string>;

describe('the questions', () => {
  it('begin with those of the article, and each can be left unknown', () => {
    expect(QUESTIONS.map(({ id }) => id).slice(0, 3)).toEqual(['downtime', 'old-passwords', 'real-time']);
    expect(new Set(QUESTIONS.map(({ id }) => id))).toEqual(new Set(Object.keys(CALM)));
    for (const { options, why } of QUESTIONS) {
      expect(options.at(-1)).toEqual({ id: UNKNOWN, label: "Don't know" });
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
      expect(why).toMatch(/\.$/);
    }
  });
});

describe('the rules', () => {
  it('name questions and options that exist, and a source', () => {
    for (const { id, when, why, source } of RULES) {
      for (const [question, options] of Object.entries(when)) {
        const known = QUESTIONS.find((one) => one.id === question)?.options.map((option) => option.id);
        expect(known, id).toEqual(expect.arrayContaining([...options]));
      }
      expect([why, source], id).not.toContain('');
    }
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('are contradicted by no advice, for every combination of the answers that decide', () => {
    expect(EVERY_DECIDING.length).toBeGreaterThan(20_000);
    const wrong = EVERY_DECIDING.filter((answers) => contradictions(answers).length > 0);
    expect(wrong.slice(0, 3).map((answers) => [answers, contradictions(answers)])).toEqual([]);
  });

  it('are contradicted by no advice, for a hundred thousand seeded answers of all questions', () => {
    const wrong = seededAnswers(85, 100_000).filter((answers) => contradictions(answers).length > 0);
    expect(wrong.slice(0, 3).map((answers) => [answers, contradictions(answers)])).toEqual([]);
  });

  it('lead to every advice there is, and each rule decides somewhere', () => {
    const found = new Set(EVERY_DECIDING.map((answers) => recommend(answers).recommended));
    expect([...found].sort()).toEqual([...ADVICES].sort());
    const idle = RULES.filter((rule) => !EVERY_DECIDING.some((answers) => holds(rule.when, answers)));
    expect(idle).toEqual([]);
  });
});

describe('the textbook cases', () => {
  it.each([
    ['hours without changes, little customized', { downtime: 'hours' }, 'rebuild'],
    ['a day without changes', {}, 'rebuild'],
    ['nothing may wait', { downtime: 'hour' }, 'staging'],
    ['old passwords must not go on', { 'old-passwords': 'not-accepted' }, 'staging'],
    ['password writeback', { 'real-time': 'yes' }, 'staging'],
    ['many connectors and rules', { complexity: 'complex' }, 'staging'],
    ['many, and a hypervisor', { complexity: 'complex', hypervisor: 'migration' }, 'staging'],
    [
      'a hypervisor with migration, one site',
      { hypervisor: 'migration', downtime: 'hours' },
      'virtual-machine',
    ],
    ['and two sites', { hypervisor: 'migration', 'second-site': 'yes' }, 'virtual-machine+rebuild'],
    [
      'some rules, and only a restore',
      { hypervisor: 'restore', complexity: 'some' },
      'virtual-machine+rebuild',
    ],
    [
      'nothing may wait, nobody at night, but machines move',
      { downtime: 'hour', hypervisor: 'migration', night: 'nobody' },
      'staging+virtual-machine',
    ],
    ['hours, but too many objects', { downtime: 'hours', objects: 'over-100000' }, 'staging'],
  ])('%s: %j gives %s', (_, answers, strategy) => {
    expect(recommend({ ...CALM, ...answers }).recommended).toBe(strategy);
  });

  it.each([
    [{ downtime: 'hour' }, /an hour at most/],
    [{ 'old-passwords': 'not-accepted' }, /Old passwords must not go on/],
    [{ 'real-time': 'yes' }, /password writeback/],
    [{ complexity: 'complex' }, /complex environment one or more standby servers are recommended/],
    [{}, /usually done within a few hours/],
    [{}, /joined by sourceAnchor/],
    [{ 'spare-server': 'no' }, /domain controller can host the sync engine for a time/],
    [{ hypervisor: 'migration' }, /virtual machine is common and supported/],
    [{ hypervisor: 'migration' }, /moves to another host when its host fails/],
    [{ 'sign-in': 'pass-through' }, /agents on at least two other servers/],
  ])("%j says the article's reason", (answers, why) => {
    expect(recommend({ ...CALM, ...answers }).reasons.join('\n')).toMatch(why);
  });
});

describe('a recommendation', () => {
  it('is the safe one while nothing is known, and asks for all of it', () => {
    for (const answers of [{}, { downtime: 'soon', constructor: 'x' }]) {
      const { recommended, findOut } = recommend(answers);
      expect(recommended).toBe('staging');
      expect(findOut).toHaveLength(QUESTIONS.length);
    }
  });

  it('names the questions that decided, and what would change it', () => {
    const rebuild = { ...CALM, downtime: 'hours' };
    expect(decidingQuestions(rebuild)).toContain('complexity');
    expect(decidingQuestions(rebuild)).not.toContain('sign-in');
    const changes = whatWouldChange(rebuild);
    expect(changes).toContainEqual(
      expect.objectContaining({
        question: 'real-time',
        option: 'yes',
        title: 'A standby server in staging mode',
      }),
    );
    for (const { question, option, title } of changes) {
      expect(recommend({ ...rebuild, [question]: option }).title).toBe(title);
      expect(title).not.toBe(recommend(rebuild).title);
    }
  });

  it('says of SQL what is supported now and what the article said, whatever was answered', () => {
    for (const sql of ['express', 'own', UNKNOWN]) {
      const advice = recommend({ ...CALM, sql }).sql;
      expect(advice.supported.join(' ')).toMatch(
        /clustering.*Always On availability groups, since version 1\.1\.524\.0.*RegisterAllProvidersIP 0/,
      );
      expect(advice.unsupported.join(' ')).toBe('Database mirroring');
      expect(advice.formerly).toMatch(/2017.*unsupported.*Today Always On availability groups are supported/);
    }
    expect(recommend({ ...CALM, sql: 'own' }).sql.advice).toMatch(/needs high availability too/);
    expect(recommend(CALM).sql.advice).toMatch(/^Nothing to do/);
    expect(recommend({ ...CALM, objects: 'over-100000' }).sql.advice).toMatch(/10 GB/);
  });

  it('brings what a rebuild needs, in its order', () => {
    const steps = recommend(CALM).runbooks.flatMap((runbook) => runbook.steps);
    const at = (words: RegExp) => steps.findIndex((step) => words.test(step));
    expect(at(/filters and custom rules again BEFORE the first synchronization/)).toBeGreaterThan(0);
    expect(at(/BEFORE the first synchronization/)).toBeLessThan(at(/^Import and synchronize: sourceAnchor/));
  });
});
