import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../../src/recovery/questions.ts';
import { RUNBOOKS, STRATEGY_NAMES } from '../../src/recovery/strategies.ts';
import { stepsFor } from '../../src/walkthrough/steps.ts';
import type { Facts } from '../../src/walkthrough/walkthrough.ts';
import { ARTICLE_SENTENCES } from './article-sentences.ts';
import { CONTOSO, FIRST_PASS, itemText, KINDS, PURPOSES } from './some-facts.ts';

const ALL_FACTS: readonly Facts[] = PURPOSES.flatMap((purpose) =>
  KINDS.map((activeServerKind) => ({ ...CONTOSO, purpose, activeServerKind })),
);

// What each carrier says, under every name that a sentence may call it by.
const TEXTS = new Map<string, string>(
  ALL_FACTS.flatMap((facts) =>
    stepsFor(facts, FIRST_PASS).flatMap((step): [string, string][] => [
      [`step:${step.id}`, `${step.title}\n${step.purpose}`],
      ...step.items.flatMap((item): [string, string][] => [
        [`item:${item.id}`, itemText(item)],
        [`item:${item.id.replace(/-contoso-com$/, '-*')}`, itemText(item)],
      ]),
    ]),
  ),
);
for (const question of QUESTIONS) {
  TEXTS.set(
    `question:${question.id}`,
    [question.question, question.why, ...question.options.map(({ label }) => label)].join('\n'),
  );
}
for (const [id, title] of Object.entries(STRATEGY_NAMES)) {
  TEXTS.set(`strategy:${id}`, [title, ...RUNBOOKS[id as keyof typeof RUNBOOKS]].join('\n'));
}

describe('the sentences of the article', () => {
  it('are numbered without a gap, all 85 of them', () => {
    expect(ARTICLE_SENTENCES.map(({ number }) => number)).toEqual(
      Array.from({ length: 85 }, (_, index) => index + 1),
    );
  });

  it('that ask or warn are each carried by something', () => {
    expect(
      ARTICLE_SENTENCES.filter(({ kind, carriedBy }) => kind !== 'tells' && carriedBy.length === 0),
    ).toEqual([]);
  });

  it.each(ARTICLE_SENTENCES.filter(({ carriedBy }) => carriedBy.length > 0))(
    '$number ($gist) is carried by what it names, and said there',
    ({ carriedBy, says }) => {
      for (const carrier of carriedBy) {
        const text = TEXTS.get(carrier);
        expect(text, carrier).toBeDefined();
        if (says !== undefined) expect(text, carrier).toMatch(says);
      }
    },
  );
});
