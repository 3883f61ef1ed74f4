import { describe, expect, it } from 'vitest';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { countsToward, type FailOn, parseFailOn } from '../../src/pending-exports/fail-on.ts';
import { exportRow } from './cs-object-builder.ts';

function failOn(text: string): FailOn {
  const parsed = parseFailOn(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.limit;
}

describe('parseFailOn', () => {
  it.each([
    ['op:delete>500', 500],
    ['op:delete > 500 ', 500],
    ['>0', 0],
    ['changed:>5>10', 10],
  ])('%j has the limit %d', (text, limit) => {
    expect(failOn(text)).toMatchObject({ text, limit });
  });

  it.each([
    ['op:delete', 'no limit'],
    ['', 'no limit'],
    ['op:delete>', 'whole number'],
    ['op:delete>many', 'not "many"'],
    ['op:delete>-1', 'not "-1"'],
    ['op:delete>=5', 'not "=5"'],
    ['op:delete>1.5', 'not "1.5"'],
    ['changed:>5', 'changed: needs a number'],
    ['type:user op:remove>5', 'character 11: op:remove is not known'],
  ])('%j is refused: %s', (text, message) => {
    const parsed = parseFailOn(text);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});

describe('countsToward', () => {
  it.each<[string, Partial<ExportRow>, boolean]>([
    ['op:delete>500', { operation: 'delete' }, true],
    ['op:delete>500', { operation: 'add' }, false],
    ['op:delete>500', { operation: 'delete', state: 'escrowed' }, false],
    ['op:delete state:escrowed>500', { operation: 'delete', state: 'escrowed' }, true],
    ['op:delete state:*>500', { operation: 'delete', state: 'unconfirmed' }, true],
    ['>0', {}, true],
    ['>0', { state: 'unconfirmed' }, false],
    ['changed:>2>10', {}, true],
    ['changed:>3>10', {}, false],
  ])('%s: %j %s', (text, row, counts) => {
    expect(countsToward(failOn(text), exportRow(row))).toBe(counts);
  });
});
