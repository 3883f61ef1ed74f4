import type { ChangedAttribute, ObjectChange } from './object-change.ts';
import { hitIf, NO_HIT, type Rule } from './rule.ts';
import { suffixHit } from './suffix.ts';

const ROUTING = 'Exchange Online: mail finds a recipient by proxyAddresses, mail and targetAddress';

/** Where mail goes, and who is seen in the address book. */
export const MAIL_RULES: readonly Rule[] = [
  {
    id: 'primary-address',
    severity: 'high',
    why: 'Mail is sent from another address from then on, and the old one may stop working.',
    source: 'Exchange Online: the value of proxyAddresses with SMTP: in capitals is the primary address',
    place: 'none',
    test: (change) => {
      const addresses = mailChange(change, 'proxyAddresses');
      const [old, next] = [addresses?.deleted.find(isPrimary), addresses?.added.find(isPrimary)];
      return old === undefined && next === undefined ? NO_HIT : [suffixHit(old, next)];
    },
    title: ({ count, objects, words }) =>
      words === null
        ? `${objects} ${count === 1 ? 'gets' : 'get'} another primary address`
        : `Primary address ${words} on ${objects}`,
  },
  {
    id: 'address-lost',
    severity: 'medium',
    why: 'Mail to an address that is taken away bounces.',
    source: ROUTING,
    place: 'none',
    test: (change) => hitIf(lostAddresses(mailChange(change, 'proxyAddresses'))),
    title: ({ count, objects }) => `${objects} ${count === 1 ? 'loses' : 'lose'} an address`,
  },
  {
    id: 'address-added',
    severity: 'low',
    why: 'A new address must be free in the whole tenant, or the object fails.',
    source: 'Entra Connect, duplicate attribute resiliency: proxyAddresses are unique in the tenant',
    place: 'none',
    test: (change) => {
      const addresses = mailChange(change, 'proxyAddresses');
      const gone = new Set(addresses?.deleted.map((address) => address.toLowerCase()));
      const more = addresses?.added.some((one) => !isPrimary(one) && !gone.has(one.toLowerCase()));
      return hitIf(more === true && !lostAddresses(addresses));
    },
    title: ({ count, objects }) => `${objects} ${count === 1 ? 'gets' : 'get'} one more address`,
  },
  addressRule('target-address', 'targetAddress', 'high', 'target address', [
    'Mail to these recipients is forwarded somewhere else.',
    'Exchange: targetAddress is where mail is routed to',
  ]),
  addressRule('mail', 'mail', 'medium', 'mail address', [
    'Programs and people know these objects by this address.',
    ROUTING,
  ]),
  {
    id: 'alias',
    severity: 'low',
    why: 'The alias names the mailbox, and new addresses are made from it.',
    source: 'Exchange Online: mailNickname, exported as alias',
    place: 'none',
    test: (change) =>
      hitIf((mailChange(change, 'alias') ?? mailChange(change, 'mailNickname')) !== undefined),
    title: ({ count, objects }) => `${objects} ${count === 1 ? 'gets' : 'get'} another alias`,
  },
  {
    id: 'mail-hiding',
    severity: 'medium',
    why: 'These objects, or the members of these groups, vanish from the address book or appear in it.',
    source: 'Exchange: msExchHideFromAddressLists and hideDLMembership',
    place: 'split',
    test: (change) =>
      hitIf(
        ['msExchHideFromAddressLists', 'hideDLMembership'].some(
          (attribute) => mailChange(change, attribute) !== undefined,
        ),
      ),
    title: ({ objects, where }) => `What the address book shows of ${objects} changes${where}`,
  },
];

function mailChange({ target, changed }: ObjectChange, attribute: string): ChangedAttribute | undefined {
  return target === 'aad' ? changed(attribute) : undefined;
}

function addressRule(
  id: string,
  attribute: string,
  severity: Rule['severity'],
  words: string,
  [why, source]: readonly [why: string, source: string],
): Rule {
  return {
    id,
    severity,
    why,
    source,
    place: 'none',
    test: (change) => {
      const address = mailChange(change, attribute);
      return address === undefined ? NO_HIT : [suffixHit(address.deleted[0], address.added[0])];
    },
    title: (parts) =>
      parts.words === null
        ? `${parts.objects} ${parts.count === 1 ? 'gets' : 'get'} another ${words}`
        : `${words.charAt(0).toUpperCase()}${words.slice(1)} ${parts.words} on ${parts.objects}`,
  };
}

function isPrimary(address: string): boolean {
  return address.startsWith('SMTP:');
}

/** A primary address that becomes a second one is not lost: only the case of its prefix differs. */
function lostAddresses(change: ChangedAttribute | undefined): boolean {
  if (change === undefined) return false;
  const kept = new Set([...change.after, ...change.added].map((address) => address.toLowerCase()));
  return change.deleted.some((address) => !kept.has(address.toLowerCase()));
}
