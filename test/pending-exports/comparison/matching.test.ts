import { expect, test } from 'vitest';
import type { ObjectSpec } from '../../../fixtures/export-spec.ts';
import { matchingOf } from '../../../src/pending-exports/comparison/matching.ts';
import { AAD_ID, comparedExport, staged } from './compared-objects.ts';

const aad = (id: string) => staged({}, { id, connectorId: AAD_ID });
const ad = (id: string, connectorId = '{1}') => staged({}, { id, connectorId });
const sent = (one: ObjectSpec): ObjectSpec => ({ ...one, deltas: { unconfirmed: { operation: 'update' } } });

test.each<[string, ObjectSpec[], ObjectSpec[], object]>([
  [
    'an id in both',
    [aad('{a}'), aad('{b}')],
    [aad('{B}'), aad('{c}')],
    { by: 'id', why: 'same-ids', sharedIds: 1 },
  ],
  ['sent since', [aad('{a}')], [sent(aad('{a}'))], { by: 'id', why: 'same-ids', sharedIds: 1 }],
  ['no id in both', [aad('{a}')], [aad('{b}')], { by: 'anchor', why: 'other-ids', sharedIds: 0 }],
  ['no ids at all', [aad('')], [aad('')], { by: 'anchor', why: 'other-ids', sharedIds: 0 }],
  ['nothing pending', [], [ad('{a}')], { by: 'anchor', why: 'other-ids', sharedIds: 0 }],
  ['one connector, an id in both', [ad('{a}')], [ad('{a}')], { by: 'id', why: 'same-ids', sharedIds: 1 }],
  [
    'other connectors, an id in both',
    [ad('{a}', '{1}')],
    [ad('{a}', '{2}')],
    { by: 'anchor', why: 'other-connectors', sharedIds: 1 },
  ],
])('%s', (_, a, b, matching) => {
  const [first, second] = [comparedExport(a), comparedExport(b)];
  expect(matchingOf(first, second, null)).toEqual(matching);
  for (const by of ['id', 'anchor'] as const) {
    expect(matchingOf(first, second, by)).toMatchObject({ by, why: 'asked' });
  }
});
