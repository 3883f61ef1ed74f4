import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectSpec } from '../../../fixtures/export-spec.ts';
import { seededRandom } from '../../../fixtures/seeded-random.ts';
import { DEFAULT_LIMITS } from '../../../src/pending-exports/risk/limits.ts';
import { findingsIn, idOf, inAad, inAd, many, members } from './staged.ts';

const CONTRACTORS = 'OU=Contractors,DC=contoso,DC=com';
const titles = (objects: readonly ObjectSpec[], rule?: string) =>
  findingsIn(objects)
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ title }) => title);
const newUpn = (number: number, from: string, to: string) =>
  inAad(number, {
    before: { userPrincipalName: [`o${number}@${from}`] },
    after: { userPrincipalName: [`o${number}@${to}`] },
  });

describe('findings by place', () => {
  it('name the OU that all deletes are in, and the odd ones out by themselves', () => {
    const objects = [
      ...many(40, { after: null, ou: CONTRACTORS }),
      ...many(3, (number) => ({ after: null, ou: `OU=Team ${number},OU=Staff,DC=contoso,DC=com` }), 40),
      ...many(10, { after: { title: ['Buyer'] } }, 50),
    ];
    const deletes = findingsIn(objects).filter(({ rule }) => rule === 'delete-user');
    expect(deletes.map(({ title, severity }) => [title, severity])).toEqual([
      ['40 deletes, all under OU=Contractors (users)', 'critical'],
      ['3 deletes outside OU=Contractors (users)', 'high'],
    ]);
    expect(deletes[1]?.objects.map(({ id }) => id)).toEqual([idOf(40), idOf(41), idOf(42)]);
  });

  it('keep an OU whole that is gone with all that is below it', () => {
    const objects = [
      ...many(30, { after: null, ou: `OU=Berlin,${CONTRACTORS}` }),
      ...many(10, { after: null, ou: `OU=Paris,${CONTRACTORS}` }, 30),
      ...many(2, { after: null }, 40),
    ];
    expect(titles(objects, 'delete-user')[0]).toBe('40 deletes, all under OU=Contractors (users)');
  });

  it('say the domain where there are several, and how an OU is nested', () => {
    const objects = [
      ...many(6, { after: null, ou: 'OU=Out,OU=Staff,DC=fabrikam,DC=com' }),
      ...many(6, { after: { title: ['Buyer'] } }, 6),
    ];
    expect(titles(objects, 'delete-user')).toEqual([
      '6 deletes, all under OU=Out,OU=Staff in fabrikam.com (users)',
    ]);
  });

  it('go by the DN in Active Directory, with commas and case as they come', () => {
    const objects = [
      inAd(1, { after: null, ou: 'OU=A\\, B,DC=contoso,DC=com' }),
      inAd(2, { after: null, ou: 'ou=a\\, b,dc=Contoso,dc=com' }),
    ];
    expect(titles(objects)).toEqual(['2 deletes in Active Directory, all under OU=A\\, B (users)']);
  });

  it('do without a place where the file names none', () => {
    const objects = many(7, { before: { onPremisesDistinguishedName: [] }, after: null });
    expect(titles(objects, 'delete-user')).toEqual(['7 deletes (users)']);
  });

  it('leave deletes together that are everywhere', () => {
    const objects = many(40, (number) => ({ after: null, ou: `OU=${number % 20},DC=contoso,DC=com` }));
    expect(titles(objects, 'delete-user')).toEqual(['40 deletes, all in contoso.com (users)']);
  });
});

describe('findings by what is the same', () => {
  it('have one for each shared suffix, and one for all that is left', () => {
    const pairs = [
      ...Array.from({ length: 31 }, (_, at) => newUpn(at, 'fabrikam.com', 'contoso.com')),
      ...Array.from({ length: 12 }, (_, at) => newUpn(100 + at, `d${at}.com`, 'contoso.com')),
    ];
    expect(titles(pairs, 'upn')).toEqual([
      'UPN suffix fabrikam.com → contoso.com on 31 users',
      '12 users get another UPN',
    ]);
  });

  it('put many groups that lose members together', () => {
    const groups = many(6, {
      type: 'group',
      before: { member: members(10) },
      after: { member: members(10).slice(0, 2) },
    });
    expect(titles(groups, 'members-lost')).toEqual(['6 groups losing more than 25 % of their members']);
    expect(titles(groups.slice(0, 2), 'members-lost')).toEqual([
      'Object 0 loses 8 of 10 members',
      'Object 1 loses 8 of 10 members',
    ]);
  });

  it('stand with the worst first, then the largest', () => {
    const found = findingsIn([
      ...many(30, { after: { title: ['Buyer'] } }),
      inAad(30, { before: { accountEnabled: ['true'] }, after: { accountEnabled: ['false'] } }),
      ...many(2, { after: null }, 31),
      inAd(40, { after: null }),
    ]);
    expect(found.map(({ severity, objects }) => [severity, objects.length])).toEqual([
      ['critical', 1],
      ['high', 2],
      ['high', 1],
      ['medium', 30],
      ['low', 30],
    ]);
  });
});

describe('what counts', () => {
  it('is only what is not sent yet', () => {
    expect(findingsIn([inAad(1, { after: null, state: 'unconfirmed' })])).toEqual([]);
  });

  it('keeps the id of a finding when its objects change', () => {
    const idsOf = (objects: readonly ObjectSpec[]) => findingsIn(objects).map(({ id }) => id);
    const some = many(6, { after: null, ou: CONTRACTORS });
    expect(idsOf(some)).toEqual(idsOf(many(9, { after: null, ou: CONTRACTORS }, 3)));
    expect(idsOf(some)).not.toEqual(idsOf(many(6, { after: null })));
  });

  it('reads limits from the settings', () => {
    const rules = { limits: { ...DEFAULT_LIMITS, deletionThreshold: 3 }, rules: [], expected: [] };
    const found = findingsIn(many(3, { after: null }), rules);
    expect(found[0]?.title).toBe(
      '3 deletes for Entra ID, at the deletion threshold of 3: nothing is exported',
    );
  });
});

const ous = fc.constantFrom(
  CONTRACTORS,
  `OU=Berlin,${CONTRACTORS}`,
  'OU=Staff,DC=contoso,DC=com',
  'OU=Staff,DC=fabrikam,DC=com',
  'ou=staff,dc=FABRIKAM,dc=com',
);
const change = fc.record({
  ou: ous,
  type: fc.constantFrom('user', 'group', 'contact', 'device', 'publicFolder'),
  kind: fc.constantFrom('add', 'delete', 'delete-add', 'update'),
  target: fc.constantFrom('aad', 'aad', 'ad'),
  upn: fc.constantFrom('contoso.com', 'fabrikam.com', 'wingtip.com'),
  attribute: fc.constantFrom('title', 'department', 'mail', 'proxyAddresses', 'member', 'accountEnabled'),
});
const exports = fc.array(change, { minLength: 1, maxLength: 40 }).map((changes) =>
  changes.map(({ ou, type, kind, target, upn, attribute }, number) => {
    const make = target === 'aad' ? inAad : inAd;
    const values = attribute === 'member' ? members(4) : ['SMTP:one@contoso.com'];
    return make(number, {
      ou,
      type,
      ...(kind === 'delete-add' && { operation: 'delete-add' as const }),
      before:
        kind === 'add' ? null : { [attribute]: values, userPrincipalName: [`p${number % 7}@fabrikam.com`] },
      after: kind === 'delete' ? null : { userPrincipalName: [`p${number % 7}@${upn}`] },
    });
  }),
);

describe('in any export', () => {
  it('the order of the objects makes no difference', () => {
    fc.assert(
      fc.property(exports, fc.nat(), (objects, seed) => {
        expect(findingsIn(seededRandom(seed).shuffled(objects))).toEqual(findingsIn(objects));
      }),
      { numRuns: 30 },
    );
  });

  it('every delete is in a finding that speaks of deletes, and no finding has an object twice', () => {
    fc.assert(
      fc.property(exports, (objects) => {
        const found = findingsIn(objects);
        const deleted = objects.filter(({ deltas }) => deltas.unapplied?.operation.startsWith('delete'));
        const inDeletes = found
          .filter(({ rule }) => /delete/.test(rule))
          .flatMap((finding) => finding.objects.map(({ id }) => id));
        for (const { id } of deleted) expect(inDeletes).toContain(id);
        for (const { objects: one } of found) expect(new Set(one.map(({ id }) => id)).size).toBe(one.length);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      }),
      { numRuns: 30 },
    );
  });
});
