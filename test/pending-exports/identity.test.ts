import { describe, expect, it } from 'vitest';
import type { Attribute, CsObject } from '../../src/csexport/cs-object.ts';
import type { Identity } from '../../src/pending-exports/export-row.ts';
import { identityOf } from '../../src/pending-exports/identity.ts';
import { attr, csObject, delta, entry } from './cs-object-builder.ts';

const ANCHOR_DN = 'CN={414141414141414141414141414141414141415141513D3D}';

const NOBODY: Identity = {
  upn: '',
  displayName: '',
  sourceAnchor: '',
  alias: '',
  primarySmtp: '',
  onPremisesSamAccountName: '',
  mail: '',
};

function identity(
  operation: string,
  attributes: readonly Attribute[],
  holograms: Partial<CsObject['holograms']>,
): Identity {
  return identityOf(
    csObject({ deltas: { unapplied: delta(operation, attributes) }, holograms }),
    'unapplied',
  );
}

function whole(word: string): readonly Attribute[] {
  return [
    attr('userPrincipalName', [`${word}-upn`]),
    attr('displayName', [`${word}-display`]),
    attr('sourceAnchor', [`${word}-anchor`]),
    attr('alias', [`${word}-alias`]),
    attr('proxyAddresses', ['x500:/o=a', `smtp:${word}2@c`, `SMTP:${word}@c`, 'SMTP:second@c', 'SIP:s@c']),
    attr('onPremisesSamAccountName', [`${word}-sam`]),
    attr('mail', [`${word}-mail`]),
  ];
}

function wholeIdentity(word: string): Identity {
  return {
    upn: `${word}-upn`,
    displayName: `${word}-display`,
    sourceAnchor: `${word}-anchor`,
    alias: `${word}-alias`,
    primarySmtp: `${word}@c`,
    onPremisesSamAccountName: `${word}-sam`,
    mail: `${word}-mail`,
  };
}

describe('the identity of an object', () => {
  it.each(['add', 'update', 'replace', 'delete-add', 'obsolete'])(
    'of an %s is the one after',
    (operation) => {
      const after = { synchronized: entry(...whole('old')), unapplied: entry(...whole('new')) };
      expect(identity(operation, whole('delta'), after)).toEqual(wholeIdentity('new'));
    },
  );

  it('is the one after, even where that lost a value', () => {
    const holograms = { synchronized: entry(...whole('old')), unapplied: entry(attr('mail', ['new-mail'])) };
    expect(identity('update', [], holograms)).toEqual({ ...NOBODY, mail: 'new-mail' });
  });

  it.each<[string, Partial<CsObject['holograms']>]>([
    ['absent', {}],
    ['an entry without attributes', { unapplied: entry() }],
    ['still the old entry', { unapplied: entry(...whole('after')) }],
  ])('of a delete is the one before, where the hologram after is %s', (_, holograms) => {
    const object = {
      synchronized: entry(...whole('old')),
      pendingImport: entry(...whole('import')),
      ...holograms,
    };
    expect(identity('delete', [], object)).toEqual(wholeIdentity('old'));
  });

  it('of a delete takes what is missing before from the pending import, value by value', () => {
    const holograms = {
      synchronized: entry(attr('mail', ['old-mail'])),
      pendingImport: entry(...whole('import')),
    };
    expect(identity('delete', [], holograms)).toEqual({ ...wholeIdentity('import'), mail: 'old-mail' });
  });

  it('of an update is the one before, where the entry after has no attributes', () => {
    const holograms = { synchronized: entry(...whole('old')), unapplied: entry() };
    expect(identity('update', [], holograms)).toEqual(wholeIdentity('old'));
  });

  it('of an update without a hologram after is what the delta makes of the one before', () => {
    const changes = [
      attr(
        'displayName',
        [
          ['delete', 'old-display'],
          ['add', 'new-display'],
        ],
        { operation: 'update' },
      ),
      attr('mail', [], { operation: 'delete' }),
      attr(
        'proxyAddresses',
        [
          ['delete', 'SMTP:old@c'],
          ['add', 'SMTP:new@c'],
        ],
        { operation: 'update' },
      ),
      attr('alias', ['new-alias'], { operation: 'replace' }),
    ];
    expect(identity('update', changes, { synchronized: entry(...whole('old')) })).toEqual({
      ...wholeIdentity('old'),
      displayName: 'new-display',
      mail: '',
      primarySmtp: 'new@c',
      alias: 'new-alias',
    });
  });

  it('keeps the primary address of an object that gets another address', () => {
    const more = [attr('proxyAddresses', [['add', 'smtp:more@c']], { operation: 'update' })];
    expect(identity('update', more, { synchronized: entry(...whole('old')) }).primarySmtp).toBe('old@c');
  });

  it('of an add without a hologram after is in its delta', () => {
    expect(identity('add', whole('delta'), {})).toEqual(wholeIdentity('delta'));
  });

  it.each([
    ['smtp:a@c', ''],
    ['Smtp:a@c', ''],
    ['x500:SMTP:a@c', ''],
    [' SMTP:a@c', ''],
    ['SMTP:SMTP:a@c', 'SMTP:a@c'],
    ['SMTP:a@c', 'a@c'],
  ])('has of the address %j the primary address %j', (address, primary) => {
    expect(identity('add', [], { unapplied: entry(attr('proxyAddresses', [address])) }).primarySmtp).toBe(
      primary,
    );
  });

  it('is of the state that was asked for', () => {
    const object = csObject({
      deltas: { unapplied: delta('update'), escrowed: delta('update') },
      holograms: { unapplied: entry(...whole('unapplied')), escrowed: entry(...whole('escrowed')) },
    });
    expect(identityOf(object, 'escrowed')).toEqual(wholeIdentity('escrowed'));
  });
});

describe('a delete that no hologram names', () => {
  const nameless = (dn: string, synchronized: readonly Attribute[] = []): Identity =>
    identityOf(
      csObject({
        dn,
        deltas: { unapplied: delta('delete') },
        holograms: { synchronized: entry(...synchronized) },
      }),
      'unapplied',
    );
  const hex = (text: string): string => `CN={${Buffer.from(text).toString('hex').toUpperCase()}}`;

  it('has its source anchor from the DN, and is named by it', () => {
    const anchor = 'AAAAAAAAAAAAAAAAAAAQAQ==';
    expect(nameless(ANCHOR_DN)).toEqual({ ...NOBODY, sourceAnchor: anchor, displayName: anchor });
  });

  it('has an employee number as source anchor', () => {
    expect(nameless(hex('E-10734'))).toEqual({ ...NOBODY, sourceAnchor: 'E-10734', displayName: 'E-10734' });
  });

  it('has no source anchor where the DN is of the cloud', () => {
    const cloud = 'User_017f8ebd-8f08-5dbb-8748-17b2bd9addc0';
    expect(nameless(hex(cloud))).toEqual({ ...NOBODY, displayName: cloud });
  });

  it('is named by its DN where that says no more', () => {
    const dn = 'CN=Bo,OU=Staff,DC=contoso,DC=com';
    expect(nameless(dn)).toEqual({ ...NOBODY, displayName: dn });
  });

  it('keeps what it has', () => {
    expect(nameless(ANCHOR_DN, [attr('userPrincipalName', ['bo@c']), attr('sourceAnchor', ['own'])])).toEqual(
      {
        ...NOBODY,
        upn: 'bo@c',
        sourceAnchor: 'own',
      },
    );
  });
});
