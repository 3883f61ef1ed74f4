import { describe, expect, it, test } from 'vitest';
import { changed, SMALL_CONFIGURATION as SMALL } from '../../fixtures/configuration-spec.ts';
import type { ConfigurationSpec } from '../../fixtures/configuration-writer.ts';
import { compared, inShort } from './compared.ts';

const FOREST = 'contoso.com';
const CLOUD = 'contoso.onmicrosoft.com - AAD';
const DEFAULT_RULE = 'In from AD - User Common';
const CUSTOM_RULE = 'In from AD - User Department';
const [FOREST_SPEC, CLOUD_SPEC] = SMALL.connectors;
const rule = (name: string) => SMALL.rules.find((one) => one.name === name) ?? expect.fail(name);
const withSetting = (name: string, value: string) => changed(SMALL, { settings: { [name]: value } });
const withForest = (change: object) => changed(SMALL, { connector: [FOREST, change] });
const withRule = (name: string, change: object) => changed(SMALL, { rule: [name, change] });

test('a configuration against itself: nothing differs', async () => {
  const { counts, differences, faults, notCompared } = await compared(SMALL, SMALL);
  expect(counts).toEqual({ matters: 0, expected: 0, versionNoise: 0, ignored: 0 });
  expect([differences, faults, notCompared]).toEqual([[], [], []]);
});

const ONE_CHANGE: readonly (readonly [what: string, staging: ConfigurationSpec, difference: string])[] = [
  [
    'the scope of a custom rule',
    withRule(CUSTOM_RULE, {
      scope: [[['department', 'EQUAL', 'Marketing']], rule(CUSTOM_RULE).scope[1] ?? []],
    }),
    `matters | ${CUSTOM_RULE} | scoping filter | department EQUAL Sales AND employeeType NOTEQUAL External | department EQUAL Marketing`,
  ],
  [
    'a scope group more',
    withRule(CUSTOM_RULE, { scope: [...rule(CUSTOM_RULE).scope, [['c', 'EQUAL', 'DE']]] }),
    `matters | ${CUSTOM_RULE} | scoping filter | - | c EQUAL DE`,
  ],
  [
    'the join of a default rule that has the same tag',
    withRule('In from AD - User Join', { join: [[['mail', 'mail']]] }),
    'matters | In from AD - User Join | join rules | objectSid = objectSid | mail = mail',
  ],
  [
    'the expression of a flow',
    withRule(CUSTOM_RULE, { flows: [['department', ['department'], 'LCase([department])']] }),
    `matters | ${CUSTOM_RULE} | flow to department | UCase([department]) | LCase([department])`,
  ],
  [
    'a flow less in a default rule that has the same tag',
    withRule(DEFAULT_RULE, { flows: rule(DEFAULT_RULE).flows.slice(0, 2) }),
    `matters | ${DEFAULT_RULE} | flow to mail | Trim([mail]) | -`,
  ],
  [
    'the precedence of a custom rule',
    withRule(CUSTOM_RULE, { precedence: 70 }),
    `matters | ${CUSTOM_RULE} | precedence | 50 | 70`,
  ],
  [
    'a disabled custom rule',
    withRule(CUSTOM_RULE, { disabled: true }),
    `matters | ${CUSTOM_RULE} | disabled | no | yes`,
  ],
  [
    'a disabled default rule',
    withRule(DEFAULT_RULE, { disabled: true }),
    `matters | ${DEFAULT_RULE} | disabled | no | yes`,
  ],
  [
    'the link type of a rule',
    withRule(CUSTOM_RULE, { link: 'Provision' }),
    `matters | ${CUSTOM_RULE} | link type | Join | Provision`,
  ],
  [
    'an OU that is excluded',
    withForest({
      partition: {
        ...FOREST_SPEC?.partition,
        excluded: ['DC=contoso,DC=com', 'OU=Leavers,OU=Staff,DC=contoso,DC=com'],
      },
    }),
    'matters | DC=contoso,DC=com | OU OU=Leavers,OU=Staff,DC=contoso,DC=com | - | excluded',
  ],
  [
    'an OU that is not included',
    withForest({ partition: { ...FOREST_SPEC?.partition, included: ['OU=Staff,DC=contoso,DC=com'] } }),
    'matters | DC=contoso,DC=com | OU OU=Contractors,DC=contoso,DC=com | included | -',
  ],
  [
    'an object type that is not selected',
    withForest({ partition: { ...FOREST_SPEC?.partition, objectTypes: ['user', 'group'] } }),
    'matters | DC=contoso,DC=com | contact | selected | -',
  ],
  [
    'an attribute that is not selected',
    withForest({
      attributes: ['cn', 'displayName', 'department', 'userAccountControl'],
      otherAttributes: ['carLicense', 'pager', 'mail'],
    }),
    'matters | mail |  | selected | -',
  ],
  [
    'a step of a run profile',
    withForest({ runProfiles: { ...FOREST_SPEC?.runProfiles, 'Full Import': [['delta-import', 'to-cs']] } }),
    'matters | Full Import | step 1 | full-import, to-cs; threshold object 0; partition DC=contoso,DC=com | delta-import, to-cs; threshold object 0; partition DC=contoso,DC=com',
  ],
  [
    'a step more in a run profile',
    withForest({
      runProfiles: {
        ...FOREST_SPEC?.runProfiles,
        Export: [
          ['export', ''],
          ['delta-import', 'to-cs'],
        ],
      },
    }),
    'matters | Export | step 2 | - | delta-import, to-cs; threshold object 0; partition DC=contoso,DC=com',
  ],
  [
    'a run profile less',
    withForest({
      runProfiles: { Export: FOREST_SPEC?.runProfiles['Export'], 'Full Import': [['full-import', 'to-cs']] },
    }),
    'matters | Delta Synchronization |  | defined | -',
  ],
  [
    'the anchor',
    changed(SMALL, { connector: [CLOUD, { anchor: 'sourceAnchor' }] }),
    'matters | importing/dn/attribute |  | cloudAnchor | sourceAnchor',
  ],
  [
    'the deletion threshold',
    withSetting('Microsoft.OptionalFeature.ExportDeletionThresholdValue', '5000'),
    'matters | Deletion threshold | Microsoft.OptionalFeature.ExportDeletionThresholdValue | 500 | 5000',
  ],
  [
    'the flag of a feature',
    withSetting('Microsoft.OptionalFeature.HybridExchange', 'True'),
    'matters | Exchange hybrid | Microsoft.OptionalFeature.HybridExchange | False | True',
  ],
  [
    'the source anchor',
    withSetting('Microsoft.SynchronizationOption.AnchorAttribute', 'objectGUID'),
    'matters | Source anchor | Microsoft.SynchronizationOption.AnchorAttribute | mS-DS-ConsistencyGuid | objectGUID',
  ],
  [
    'password hash synchronization of a connector',
    withForest({ passwordHashSync: false }),
    'matters | password-hash-sync-config/enabled |  | 1 | 0',
  ],
  [
    'a new custom rule',
    {
      ...SMALL,
      rules: [...SMALL.rules, { ...rule(CUSTOM_RULE), id: '{9}', name: 'In from AD - New', precedence: 70 }],
    },
    'matters | In from AD - New | rule | - | Inbound custom rule, precedence 70, Join, 1 flow',
  ],
  [
    'a rule that is gone',
    { ...SMALL, rules: SMALL.rules.filter(({ name }) => name !== CUSTOM_RULE) },
    `matters | ${CUSTOM_RULE} | rule | Inbound custom rule, precedence 50, Join, 1 flow | -`,
  ],
  [
    'a default rule that is gone',
    { ...SMALL, rules: SMALL.rules.filter(({ name }) => name !== DEFAULT_RULE) },
    `matters | ${DEFAULT_RULE} | rule | Inbound default rule, precedence 102, Join, 3 flows | -`,
  ],
  [
    'a renamed AD connector',
    withForest({ name: 'Head office' }),
    'matters | name |  | contoso.com | Head office',
  ],
  [
    'a renamed connector to Entra ID',
    changed(SMALL, { connector: [CLOUD, { name: 'Cloud' }] }),
    `matters | name |  | ${CLOUD} | Cloud`,
  ],
  [
    'an attribute of the metaverse',
    { ...SMALL, metaverse: SMALL.metaverse.slice(0, 3) },
    'matters | attribute accountEnabled |  | one value, syntax 1 | -',
  ],
  [
    'staging mode',
    withSetting('Microsoft.Synchronize.StagingMode', 'True'),
    'expected | Staging mode | Microsoft.Synchronize.StagingMode | False | True',
  ],
  [
    'the account of the connector to Entra ID',
    changed(SMALL, { connector: [CLOUD, { account: 'Sync_SYNC02_ffff@contoso.onmicrosoft.com' }] }),
    'expected | parameter UserName |  | (not shown) | (not shown)',
  ],
  [
    'the tag of a default rule',
    withRule(DEFAULT_RULE, { tag: 'Microsoft.InfromADUserCommon.013' }),
    `versionNoise | ${DEFAULT_RULE} | immutable tag | Microsoft.InfromADUserCommon.012 | Microsoft.InfromADUserCommon.013`,
  ],
  [
    'the precedence of a default rule',
    withRule(DEFAULT_RULE, { precedence: 130 }),
    `versionNoise | ${DEFAULT_RULE} | precedence | 102 | 130`,
  ],
  [
    'the next start of the scheduler',
    withSetting('Microsoft.Synchronize.NextStartTime', 'Fri, 20 Nov 2026 11:00:00 GMT'),
    'ignored | Microsoft.Synchronize.NextStartTime |  | Fri, 20 Nov 2026 10:30:00 GMT | Fri, 20 Nov 2026 11:00:00 GMT',
  ],
  [
    'the description of a custom rule',
    withRule(CUSTOM_RULE, { description: 'Another word.' }),
    `ignored | ${CUSTOM_RULE} | description |  | Another word.`,
  ],
];

describe('one change is exactly one difference, under its heading', () => {
  it.each(ONE_CHANGE)('%s', async (_, staging, difference) => {
    expect(inShort(await compared(SMALL, staging))).toEqual([difference]);
  });

  it.each(ONE_CHANGE)('%s, told with an effect and a remedy', async (_, staging) => {
    const [found] = (await compared(SMALL, staging)).differences;
    expect(found?.effect).toMatch(/^\w.{3,}\.$/s);
    expect(found?.remedy).toMatch(/^\w.{3,}\.$/s);
  });
});

test('what differs between any two servers is under no heading that asks for work', async () => {
  const other: ConfigurationSpec = {
    ...SMALL,
    server: 'SYNC02',
    written: '2026-11-21 11:11:11.111',
    settings: { ...SMALL.settings, 'Microsoft.Synchronize.StagingMode': 'True' },
    connectors: SMALL.connectors.map((one) => ({
      ...one,
      id: one.kind === 'AD' ? '{99999999-eeee-4eee-8eee-999999999999}' : one.id,
      account: `other-${one.account}`,
      password: `B${one.password}`,
      cookie: `B${one.cookie}`,
      partition: { ...one.partition, id: one.partition.id.replaceAll('3', '5') },
    })),
    rules: SMALL.rules.map((one) => ({
      ...one,
      id: one.id.replaceAll('2', '7'),
      connector: one.connector === FOREST_SPEC?.id ? '{99999999-eeee-4eee-8eee-999999999999}' : one.connector,
    })),
  };
  const { counts, differences } = await compared(SMALL, other);
  expect(counts).toMatchObject({ matters: 0, versionNoise: 0 });
  expect(counts.ignored).toBeGreaterThan(10);
  const expected = differences.filter(({ heading }) => heading === 'expected').map(({ item }) => item);
  expect(new Set(expected)).toEqual(
    new Set([
      'Server name',
      'Staging mode',
      'forest-login-user',
      'parameter forest-login-user',
      'parameter UserName',
    ]),
  );
});

test('a new build: its default rules are noise, and both versions are named', async () => {
  const newer = {
    ...changed(SMALL, {
      rule: [
        DEFAULT_RULE,
        { tag: 'Microsoft.InfromADUserCommon.013', precedence: 105, flows: [['mail', ['mail'], '']] },
      ],
      settings: { 'Microsoft.Synchronize.ServerConfigurationVersion': '2.5.3.0' },
    }),
    connectors: SMALL.connectors.map((one) => (one === CLOUD_SPEC ? { ...one, assembly: '2.5.3.0' } : one)),
  };
  const { counts, differences } = await compared(SMALL, newer);
  expect(counts).toEqual({ matters: 0, expected: 0, versionNoise: 7, ignored: 0 });
  const flow = differences.find(({ setting }) => setting === 'flow to mail');
  expect(flow?.effect).toContain('Microsoft.InfromADUserCommon.012 (build 2.4.21.0)');
  expect(flow?.effect).toContain('Microsoft.InfromADUserCommon.013 (build 2.5.3.0)');
});

test('two custom rules whose order is turned round: the attribute that another rule wins is named', async () => {
  const { differences } = await compared(SMALL, withRule(CUSTOM_RULE, { precedence: 70 }));
  expect(differences[0]?.effect).toContain('another rule wins for department');
});

test('the rules of a renamed connector are compared as its own', async () => {
  const staging = changed(withForest({ name: 'Head office' }), { rule: [CUSTOM_RULE, { disabled: true }] });
  const { differences } = await compared(SMALL, staging);
  expect(differences.map(({ connector, item }) => [connector, item])).toEqual([
    [FOREST, 'name'],
    [FOREST, CUSTOM_RULE],
  ]);
});

test('connectors that nothing pairs can be paired by hand', async () => {
  const moved = withForest({
    name: 'Head office',
    forest: 'corp.contoso.com',
    id: '{99999999-eeee-4eee-8eee-999999999999}',
  });
  const staging = {
    ...moved,
    rules: moved.rules.map((one) =>
      one.connector === FOREST_SPEC?.id
        ? { ...one, connector: '{99999999-eeee-4eee-8eee-999999999999}' }
        : one,
    ),
  };
  const alone = await compared(SMALL, staging);
  const there = 'there, with 4 rules (2 of them default rules, not listed one by one)';
  const rules = [CUSTOM_RULE, 'In from AD - User Department of Contractors'];
  expect(
    alone.differences.map(({ item, active: a, staging: b }) => [item, a && 'active', b && 'staging']),
  ).toEqual([
    ['connector', null, 'staging'],
    ['connector', 'active', null],
    ...rules.map((name) => [name, null, 'staging']),
    ...rules.map((name) => [name, 'active', null]),
  ]);
  expect(alone.differences[1]).toMatchObject({ active: there, staging: null });
  const paired = await compared(SMALL, staging, [{ active: 'CONTOSO.com', staging: 'Head office' }]);
  expect(inShort(paired)).toEqual([
    'matters | forest-name |  | contoso.com | corp.contoso.com',
    'matters | name |  | contoso.com | Head office',
    'expected | forest-login-domain |  | (not shown) | (not shown)',
  ]);
});
