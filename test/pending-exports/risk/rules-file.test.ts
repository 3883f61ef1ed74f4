import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/pending-exports/risk/limits.ts';
import type { RiskRules } from '../../../src/pending-exports/risk/risk-rules.ts';
import { parseRulesFile } from '../../../src/pending-exports/risk/rules-file.ts';
import { findingsIn, idOf, inAad, many } from './staged.ts';

const LIMITS = { ...DEFAULT_LIMITS, deletionThreshold: 300 };

function rulesOf(text: string): RiskRules {
  const parsed = parseRulesFile(text, LIMITS);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes));
  return parsed.rules;
}

function mistakesOf(text: string): string[] {
  const parsed = parseRulesFile(text, LIMITS);
  return parsed.ok ? [] : parsed.mistakes.map(({ line, message }) => `${line}: ${message}`);
}

const deleted = many(3, { after: null });

describe('a rules file', () => {
  it('may be empty, or all comments, and leaves the limits as they are', () => {
    expect(rulesOf('')).toEqual({ limits: LIMITS, rules: [], expected: [] });
    expect(rulesOf('\ufeff# one\r\n\r\n; two\r\n')).toEqual({ limits: LIMITS, rules: [], expected: [] });
  });

  it('sets limits', () => {
    const { limits } = rulesOf('[limits]\r\ndeletion-threshold = 3\r\nMass-Percent=50\r\n');
    expect(limits).toEqual({ ...LIMITS, deletionThreshold: 3, massPercent: 50 });
  });

  it('adds rules in the query language', () => {
    const rules = rulesOf(
      '[rule board]\nseverity = critical\nquery = op:update name:"Object 1"\nwhy = Never.\n',
    );
    const found = findingsIn(
      [1, 2].map((one) => inAad(one, { after: { title: ['x'] } })),
      rules,
    );
    expect(found[0]).toMatchObject({
      rule: 'board',
      severity: 'critical',
      title: '1 user under OU=Staff: board',
      why: 'Never.',
      objects: [{ id: idOf(1), name: 'Object 1' }],
    });
  });

  it('takes what is expected out of the other findings, all but the threshold', () => {
    const rules = rulesOf(
      '[limits]\ndeletion-threshold = 3\n[expected hr-list]\nquery = op:delete\nwhy = HR confirmed it.\n',
    );
    expect(findingsIn(deleted, rules).map(({ rule, severity, title }) => [rule, severity, title])).toEqual([
      [
        'deletion-threshold',
        'critical',
        '3 deletes for Entra ID, at the deletion threshold of 3: nothing is exported',
      ],
      ['hr-list', 'expected', '3 users expected: hr-list'],
    ]);
  });

  it('takes what is expected out of one rule alone where it names one', () => {
    const text = '[expected moved]\nquery = op:update\nrule = mail\nwhy = New addresses.\n';
    const object = inAad(1, {
      before: { mail: ['a@contoso.com'], accountEnabled: ['true'] },
      after: { mail: ['b@contoso.com'], accountEnabled: ['false'] },
    });
    expect(findingsIn([object], rulesOf(text)).map(({ rule }) => rule)).toEqual([
      'account-disabled',
      'moved',
    ]);
  });

  it('can name a rule of its own, also one further down', () => {
    const text =
      '[expected fine]\nquery = type:user\nrule = ours\nwhy = Known.\n[rule ours]\nseverity = low\nquery = op:delete\nwhy = Ours.\n';
    expect(findingsIn(deleted, rulesOf(text)).map(({ rule }) => rule)).toEqual(['delete-user', 'fine']);
  });
});

describe('a mistake in a rules file', () => {
  it.each([
    ['severity = high', '1: severity stands above the first section: begin with [limits], say.'],
    ['[limits]\nnonsense', '2: "nonsense" is neither [a section] nor name = value.'],
    ['[rules]', '1: [rules] is no section; there are [limits], [rule NAME] and [expected NAME].'],
    ['[limits]\nmass-percent = 101', '2: mass-percent needs a whole number from 0 to 100, not "101".'],
    ['[limits]\nmass-percent = -1', '2: mass-percent needs a whole number from 0 to 100, not "-1".'],
    ['[limits]\nmass-percent = 1\nmass-percent = 2', '3: mass-percent is set twice.'],
    [
      '[rule x]\nseverity = bad\nquery = a\nwhy = b',
      '2: severity is one of critical, high, medium, low, expected, not "bad".',
    ],
    ['[rule x]\nseverity = low\nwhy = b', '1: [rule x] needs query = …'],
    ['[rule x]\nseverity = low\nquery =\nwhy = b', '3: query has no value.'],
    [
      '[rule x]\nseverity = low\nquery = a\nwhy = b\nrule = c',
      '5: rule is unknown in [rule]; known are severity, query, why.',
    ],
    ['[rule mail]\nseverity = low\nquery = a\nwhy = b', '1: The name "mail" is taken; choose another one.'],
    [
      '[rule]\nseverity = low\nquery = a\nwhy = b',
      '1: [rule] needs a name of small letters, digits and -: [rule board-accounts].',
    ],
    [
      '[expected x]\nquery = a\nwhy = b\nrule = deletion-threshold',
      '4: deletion-threshold cannot be expected: it stops the whole export. Set its limit instead.',
    ],
  ])('%j is said with its line', (text, mistake) => {
    expect(mistakesOf(text)).toEqual([mistake]);
  });

  it('says what is wrong in a query, and which rules and limits there are', () => {
    expect(mistakesOf('[rule x]\nseverity = low\nwhy = b\n\nquery = colour:red')[0]).toMatch(
      /^5: query, character 1: colour: is no field; fields are op, /,
    );
    expect(mistakesOf('[expected x]\nquery = a\nwhy = b\nrule = nope')[0]).toMatch(
      /^4: There is no rule "nope"; rules are delete-user, /,
    );
    expect(mistakesOf('[limits]\nconstructor = 1')[0]).toMatch(
      /^2: constructor is no limit; limits are deletion-/,
    );
  });

  it('does not hide the others', () => {
    expect(mistakesOf('[limits]\nmass-percent = x\n[what]\n[rule x]').map((one) => one[0])).toEqual([
      '2',
      '3',
      '4',
      '4',
      '4',
    ]);
  });
});
