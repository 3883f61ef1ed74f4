import { describe, expect, it } from 'vitest';
import { aadDn } from '../../../fixtures/aad-names.ts';
import type { ErrorSpec, ObjectSpec } from '../../../fixtures/export-spec.ts';
import { OBJECT_RULES, RULE_IDS } from '../../../src/pending-exports/risk/rules.ts';
import { WHOLE_EXPORT_RULES } from '../../../src/pending-exports/risk/whole-export.ts';
import { type Case, findingsIn, inAad, inAd, many, members } from './staged.ts';

/** What triggers a rule, with the title of its finding, and what nearly does. */
interface Example {
  readonly hit: readonly ObjectSpec[];
  readonly title: string;
  readonly near: readonly ObjectSpec[];
}

const gone = (type: string): Case => ({ type, after: null });
const aad = (made: Case) => [inAad(1, made)];
const ad = (made: Case) => [inAd(1, made)];
const changed = (attribute: string, before: readonly string[], after: readonly string[], made: Case = {}) =>
  aad({ ...made, before: { [attribute]: before }, after: { [attribute]: after } });
const written = (attribute: string, before: readonly string[], after: readonly string[], made: Case = {}) =>
  ad({ ...made, before: { [attribute]: before }, after: { [attribute]: after } });
const group = (had: number, left: number) =>
  aad({ type: 'group', before: { member: members(had) }, after: { member: members(had).slice(0, left) } });
const ERROR: ErrorSpec = {
  direction: 'export',
  type: 'InvalidSoftMatch',
  code: '0x1',
  literal: 'taken',
  detail: 'taken',
  first: '2026-03-09 22:14:31.007',
  last: '2026-03-09 22:14:31.007',
  retries: 1,
};
const HIDE = 'msExchHideFromAddressLists';
const GUID = 'mS-DS-ConsistencyGuid';
const department = { before: { department: ['Sales'] }, after: { department: ['Finance'] } };

const EXAMPLES: Readonly<Record<string, Example>> = {
  'delete-user': {
    hit: aad(gone('user')),
    title: '1 delete under OU=Staff (user)',
    near: aad(gone('group')),
  },
  'delete-group': {
    hit: aad(gone('group')),
    title: '1 delete under OU=Staff (group)',
    near: aad(gone('contact')),
  },
  'delete-contact': {
    hit: aad(gone('contact')),
    title: '1 delete under OU=Staff (contact)',
    near: aad(gone('device')),
  },
  'delete-device': {
    hit: aad(gone('device')),
    title: '1 delete under OU=Staff (device)',
    near: aad(gone('user')),
  },
  'delete-other': {
    hit: aad(gone('publicFolder')),
    title: '1 delete under OU=Staff (publicFolder object)',
    near: aad(gone('inetOrgPerson')),
  },
  'delete-add': {
    hit: aad({ operation: 'delete-add' }),
    title: '1 user under OU=Staff: deleted, then added anew',
    near: aad(gone('user')),
  },
  obsolete: {
    hit: aad({ operation: 'obsolete' }),
    title: '1 user under OU=Staff: obsolete',
    near: aad({ operation: 'delete-add' }),
  },
  'source-anchor': {
    hit: changed('sourceAnchor', ['one'], ['another']),
    title: 'The source anchor of 1 user changes',
    near: changed('sourceAnchor', [], ['one']),
  },
  'source-anchor-first': {
    hit: changed('sourceAnchor', [], ['one'], {
      dn: aadDn('User_6f4c0a6e-53b1-4c1c-9e59-5b4c6a0d6e11'),
      newDn: aadDn('one'),
    }),
    title: '1 user of the cloud gets a source anchor',
    near: changed('sourceAnchor', ['one'], ['another']),
  },
  upn: {
    hit: changed('userPrincipalName', ['ana@fabrikam.com'], ['ana@contoso.com']),
    title: 'UPN suffix fabrikam.com → contoso.com on 1 user',
    near: changed('mail', ['ana@fabrikam.com'], ['ana@contoso.com']),
  },
  'account-disabled': {
    hit: changed('accountEnabled', ['true'], ['false']),
    title: '1 user is disabled under OU=Staff',
    near: changed('accountEnabled', ['false'], ['true']),
  },
  'account-enabled': {
    hit: changed('accountEnabled', ['false'], ['true']),
    title: '1 user is enabled again under OU=Staff',
    near: aad({ before: null, after: { accountEnabled: ['true'] } }),
  },
  'export-error': {
    hit: aad({ ...department, errors: [ERROR] }),
    title: '1 user with the error InvalidSoftMatch',
    near: aad(department),
  },
  rename: {
    hit: aad({ dn: 'CN=old', newDn: 'CN=new' }),
    title: '1 user is renamed',
    near: aad({ newDn: aadDn('another') }),
  },
  'group-emptied': { hit: group(3, 0), title: 'Object 1 loses all 3 members', near: group(3, 1) },
  'members-lost': { hit: group(45, 3), title: 'Object 1 loses 42 of 45 members', near: group(4, 3) },
  'device-certificate-lost': {
    hit: changed('userCertificate', ['AAEC'], [], { type: 'device' }),
    title: '1 device loses its certificate under OU=Staff',
    near: changed('userCertificate', ['AAEC'], [], { type: 'user' }),
  },
  'device-certificate': {
    hit: changed('userCertificate', ['AAEC'], ['AAED'], { type: 'device' }),
    title: '1 device gets another certificate',
    near: changed('userCertificate', ['AAEC'], [], { type: 'device' }),
  },
  'usage-location': {
    hit: changed('usageLocation', ['DE'], []),
    title: 'usageLocation changes on 1 user',
    near: changed('co', ['Germany'], []),
  },
  'security-enabled': {
    hit: changed('securityEnabled', ['true'], ['false'], { type: 'group' }),
    title: 'securityEnabled changes on 1 group',
    near: aad({ type: 'group', before: null, after: { securityEnabled: ['true'] } }),
  },
  'recipient-type': {
    hit: changed('msExchRecipientTypeDetails', ['0x1'], ['0x80']),
    title: 'msExchRecipientTypeDetails changes on 1 user',
    near: changed('msExchRecipientDisplayType', ['1'], ['2']),
  },
  'security-identifier': {
    hit: changed('onPremiseSecurityIdentifier', ['AAEC'], ['AAED']),
    title: 'onPremiseSecurityIdentifier changes on 1 user',
    near: changed('onPremisesSamAccountName', ['a'], ['b']),
  },
  'cloud-mastered': {
    hit: changed('cloudMastered', ['true'], ['false']),
    title: 'cloudMastered changes on 1 user',
    near: changed('cloudAnchor', ['a'], ['b']),
  },
  'primary-address': {
    hit: changed('proxyAddresses', ['SMTP:a@fabrikam.com'], ['SMTP:a@contoso.com']),
    title: 'Primary address fabrikam.com → contoso.com on 1 user',
    near: changed('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:a@contoso.com', 'smtp:b@contoso.com']),
  },
  'address-lost': {
    hit: changed('proxyAddresses', ['SMTP:a@contoso.com', 'smtp:b@contoso.com'], ['SMTP:a@contoso.com']),
    title: '1 user loses an address',
    near: changed('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:b@contoso.com', 'smtp:a@contoso.com']),
  },
  'address-added': {
    hit: changed('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:a@contoso.com', 'smtp:b@contoso.com']),
    title: '1 user gets one more address',
    near: changed('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:b@contoso.com', 'smtp:a@contoso.com']),
  },
  'target-address': {
    hit: changed('targetAddress', ['SMTP:a@fabrikam.com'], ['SMTP:a@contoso.com']),
    title: 'Target address fabrikam.com → contoso.com on 1 user',
    near: changed('mail', ['a@fabrikam.com'], ['a@contoso.com']),
  },
  mail: {
    hit: changed('mail', ['a@contoso.com'], ['b@contoso.com']),
    title: '1 user gets another mail address',
    near: changed('mailNickname', ['a'], ['b']),
  },
  alias: {
    hit: changed('alias', ['a'], ['b']),
    title: '1 user gets another alias',
    near: changed('givenName', ['a'], ['b']),
  },
  'mail-hiding': {
    hit: changed(HIDE, ['false'], ['true']),
    title: 'What the address book shows of 1 user changes under OU=Staff',
    near: aad({ before: null, after: { [HIDE]: ['true'] } }),
  },
  'ad-delete': {
    hit: ad(gone('user')),
    title: '1 delete in Active Directory under OU=Staff (user)',
    near: aad(gone('user')),
  },
  'ad-anchor': {
    hit: written(GUID, ['AAEC'], ['AAED']),
    title: `The anchor (${GUID}) changes on 1 user under OU=Staff`,
    near: written(GUID, [], ['AAED']),
  },
  'ad-anchor-first': {
    hit: written(GUID, [], ['AAED']),
    title: `1 user with a first ${GUID}`,
    near: written(GUID, ['AAEC'], ['AAED']),
  },
  'ad-hybrid': {
    hit: written('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:a@contoso.com', 'x500:/o=x']),
    title: 'Exchange hybrid attributes on 1 user',
    near: written('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:a@contoso.com', 'smtp:b@contoso.com']),
  },
  'ad-device': {
    hit: ad({ type: 'msDS-Device', before: null, after: {} }),
    title: '1 device of device writeback',
    near: ad({ type: 'msDS-Device', after: null }),
  },
  'ad-add': {
    hit: ad({ type: 'group', before: null, after: {} }),
    title: '1 group is added in Active Directory under OU=Staff',
    near: ad({ type: 'msDS-Device', before: null, after: {} }),
  },
  'ad-move': {
    hit: ad({ newDn: 'CN=Object 1,OU=Other,DC=contoso,DC=com' }),
    title: '1 user is renamed or moved in Active Directory under OU=Staff',
    near: written('sn', ['a'], ['b']),
  },
  'ad-unexpected': {
    hit: written('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:b@contoso.com']),
    title: 'proxyAddresses written to Active Directory on 1 user',
    near: written('proxyAddresses', ['SMTP:a@contoso.com'], ['SMTP:a@contoso.com', 'X500:/o=x']),
  },
  'value-lost': {
    hit: changed('department', ['Sales'], []),
    title: 'department is emptied on 1 user',
    near: changed('department', ['Sales'], ['Finance']),
  },
  add: {
    hit: aad({ before: null, after: {} }),
    title: '1 user is added',
    near: aad(department),
  },
  'unknown-operation': {
    hit: aad({ operation: 'mystery' as 'add' }),
    title: 'An unknown operation on 1 user',
    near: aad({ operation: 'replace' }),
  },
  mechanical: {
    hit: changed('thumbnailPhoto', ['AAEC'], ['AAED']),
    title: 'Photos, password times and names of the domain on 1 user',
    near: aad({
      before: { thumbnailPhoto: ['AAEC'], title: ['Buyer'] },
      after: { thumbnailPhoto: ['AAED'], title: ['Analyst'] },
    }),
  },
  'other-change': {
    hit: aad(department),
    title: 'department changes on 1 user',
    near: changed('accountEnabled', ['true'], ['false']),
  },
  'deletion-threshold': {
    hit: [...many(499, gone('user')), inAad(499, { operation: 'delete-add' })],
    title: '500 deletes for Entra ID, at the deletion threshold of 500: nothing is exported',
    near: [...many(499, gone('user')), inAd(499, gone('user'))],
  },
  're-created': {
    hit: [
      inAad(1, { before: { proxyAddresses: ['smtp:Ana@contoso.com'] }, after: null }),
      inAad(2, { before: null, after: { mail: ['ana@contoso.com'] } }),
    ],
    title: '1 delete and 1 add share an address: a changed anchor',
    near: [
      inAad(1, { before: { proxyAddresses: ['x500:ana@contoso.com'] }, after: null }),
      inAad(2, { before: null, after: { mail: ['ana@contoso.com'] } }),
    ],
  },
  'mass-change': {
    hit: [...many(31, department), ...many(69, {}, 31)],
    title: 'department changes on 31 of 100 users in the export',
    near: [...many(30, department), ...many(70, {}, 30)],
  },
};

const titlesOf = (rule: string, objects: readonly ObjectSpec[]) =>
  findingsIn(objects)
    .filter((finding) => finding.rule === rule)
    .map(({ title }) => title);

describe('every rule', () => {
  it('has an example, a reason in one sentence, and a source', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual([...RULE_IDS].sort());
    for (const { why, source } of [...OBJECT_RULES, ...WHOLE_EXPORT_RULES]) {
      expect(why).toMatch(/^[A-Z][^.]*\.$/);
      expect(source).not.toBe('');
    }
  });

  for (const [rule, { hit, title, near }] of Object.entries(EXAMPLES)) {
    it(`${rule} is found, and not in what is nearly the same`, () => {
      expect(titlesOf(rule, hit)).toEqual([title]);
      expect(titlesOf(rule, near)).toEqual([]);
    });
  }
});
