import { beforeAll, describe, expect, it } from 'vitest';
import { exportRowsOf } from '../../../src/pending-exports/export-rows-of.ts';
import { type Finding, RiskFinder } from '../../../src/pending-exports/risk/findings.ts';
import { readScenario } from '../../../src/walkthrough/scenarios.ts';
import { readExport } from '../../fixtures/read-export.ts';

let findings: readonly Finding[];
beforeAll(async () => {
  const finder = new RiskFinder();
  for (const file of readScenario('contoso').files) {
    for (const read of (await readExport(file)).objects) {
      finder.add(
        read.object,
        exportRowsOf(read).find(({ state }) => state === 'unapplied'),
      );
    }
  }
  findings = finder.conclude();
});

const found = (rule: string) =>
  findings.filter((one) => one.rule === rule).map((one) => [one.severity, one.title]);

describe('the findings of the training scenario', () => {
  it('begin with the contractors, whose OU is named', () => {
    const [first] = findings;
    expect(first).toMatchObject({
      severity: 'critical',
      title: '60 deletes, all under OU=Contractors in contoso.com (users)',
    });
    expect(first?.objects).toHaveLength(60);
    for (const { name } of first?.objects ?? []) expect(name).toMatch(/\(Contractor\)$/);
    expect(findings.filter(({ severity }) => severity === 'critical')).toHaveLength(1);
  });

  it.each([
    ['upn', 'high', 'UPN suffix fabrikam.com → contoso.com on 40 users'],
    ['members-lost', 'high', 'Finance Approvers loses 42 of 45 members'],
    ['delete-device', 'medium', '2 deletes (devices)'],
    ['source-anchor-first', 'high', '1 user of the cloud gets a source anchor'],
    ['account-disabled', 'high', '5 users are disabled, all under OU=Staff in contoso.com'],
    ['export-error', 'high', '1 user with the error AttributeValueMustBeUnique'],
    ['primary-address', 'high', '20 users get another primary address'],
    ['value-lost', 'medium', 'telephoneNumber is emptied on 20 users'],
    ['device-certificate', 'low', '2 devices get another certificate'],
  ])('have %s', (rule, severity, title) => {
    expect(found(rule)).toEqual([[severity, title]]);
  });

  it('expect what is written to Active Directory', () => {
    expect(found('ad-anchor-first')).toEqual([['expected', '11 users with a first mS-DS-ConsistencyGuid']]);
    expect(found('ad-hybrid')).toEqual([['expected', 'Exchange hybrid attributes on 9 users']]);
    const others = findings.filter(({ rule }) => rule.startsWith('ad-'));
    expect(others).toHaveLength(2);
  });
});
