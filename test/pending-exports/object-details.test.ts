import { describe, expect, it } from 'vitest';
import type { Attribute, CsObject } from '../../src/csexport/cs-object.ts';
import {
  type ChangeDetails,
  type ExportDetails,
  objectDetails,
  showValue,
} from '../../src/pending-exports/object-details.ts';
import { attr, csObject, delta, entry, errorDetail, references, value } from './cs-object-builder.ts';

const ANCHOR_DN = 'CN={414141414141414141414141414141414141415141513D3D}';

function details(
  operation: string,
  attributes: readonly Attribute[],
  holograms: Partial<CsObject['holograms']>,
): ExportDetails {
  const object = csObject({ deltas: { unapplied: delta(operation, attributes) }, holograms });
  const [first] = objectDetails(object).exports;
  if (first === undefined) throw new Error('no export');
  return first;
}

function change(
  attribute: Attribute,
  before: readonly Attribute[] | null,
  after: readonly Attribute[] | null,
): ChangeDetails | undefined {
  const holograms = {
    synchronized: before === null ? null : entry(...before),
    unapplied: after === null ? null : entry(...after),
  };
  return details('update', [attribute], holograms).changes[0];
}

describe('a changed attribute with one value', () => {
  const update = attr(
    'mail',
    [
      ['delete', 'old'],
      ['add', 'new'],
    ],
    { operation: 'update' },
  );
  it.each<[string, Attribute, readonly Attribute[] | null, string | null, string | null]>([
    ['goes from the one to the other', update, [attr('mail', ['old'])], 'old', 'new'],
    ['does so without holograms', update, null, 'old', 'new'],
    ['comes', attr('mail', ['new'], { operation: 'add' }), [], null, 'new'],
    ['goes', attr('mail', [], { operation: 'delete' }), [attr('mail', ['old'])], 'old', null],
    ['is replaced', attr('mail', ['new'], { operation: 'replace' }), [attr('mail', ['old'])], 'old', 'new'],
    [
      'is replaced by itself',
      attr('mail', ['old'], { operation: 'replace' }),
      [attr('mail', ['old'])],
      'old',
      'old',
    ],
  ])('%s', (_, attribute, before, from, to) => {
    const after = before === null ? null : to === null ? [] : [attr('mail', [to])];
    expect(change(attribute, before, after)).toMatchObject({ many: false, from, to });
  });
});

describe('a changed attribute with many values', () => {
  const update = references(
    'member',
    [
      ['add', 'CN=C'],
      ['delete', 'CN=A'],
    ],
    { operation: 'update' },
  );

  it('tells the added, the deleted and the unchanged values', () => {
    const before = [references('member', ['CN=A', 'CN=B', 'CN=D'])];
    const after = [references('member', ['CN=B', 'CN=C', 'CN=D'])];
    expect(change(update, before, after)).toMatchObject({
      many: true,
      added: ['CN=C'],
      deleted: ['CN=A'],
      unchanged: ['CN=B', 'CN=D'],
    });
  });

  it('finds the unchanged values in the hologram after, where there is none before', () => {
    expect(change(update, null, [references('member', ['CN=B', 'CN=C'])])?.unchanged).toEqual(['CN=B']);
    expect(change(update, null, null)?.unchanged).toEqual([]);
  });

  it('is told by its values where the file does not say that it holds many', () => {
    expect(change(attr('url', ['a', 'b'], { operation: 'add' }), [], null)?.many).toBe(true);
    expect(change(attr('url', ['a'], { operation: 'add' }), [], null)?.many).toBe(false);
    expect(change(attr('url', ['a'], { operation: 'add', multivalued: true }), [], null)?.many).toBe(true);
  });
});

describe('a value in words', () => {
  const shown = (attribute: string, type: string, text: string): unknown =>
    showValue({ attribute, type }, text);

  it.each([
    ['reference', 'CN=Bo Ek,OU=Staff,DC=contoso,DC=com', 'Bo Ek'],
    ['reference', 'CN=Ek\\, Bo,OU=Staff', 'Ek, Bo'],
    ['reference', 'CN=Bj\\C3\\B6rn \\"B\\",OU=Staff', 'Björn "B"'],
    ['reference', 'CN=a\\\\b,OU=Staff', 'a\\b'],
    ['reference', ANCHOR_DN, 'AAAAAAAAAAAAAAAAAAAQAQ=='],
    ['reference', 'AgAAAHgA', 'x'],
    ['reference', 'Zz==', 'Zz=='],
    ['binary', 'AAECAwQFBgcICQ==', '10 bytes 0x0001020304050607…'],
    ['integer', '-5', '-5'],
    ['string', '0x5', '0x5'],
  ])('%s %s is %s', (type, whole, text) => {
    expect(shown('manager', type, whole)).toEqual({ text, whole });
  });

  it('is bytes where only its encoding says that it is', () => {
    const written = [{ ...value(['add', 'AAEC']), base64: true }];
    const found = change(attr('photo', [], { type: '', values: written }), [], null);
    expect(found && showValue(found, 'AAEC')).toEqual({ text: '3 bytes 0x000102', whole: 'AAEC' });
  });
});

describe('an export in full', () => {
  it('tells a rename by the names in both DNs', () => {
    const object = csObject({
      deltas: { unapplied: delta('update', [], { dn: 'CN=Old,OU=A', newDn: 'CN=New,OU=A' }) },
    });
    expect(objectDetails(object).exports[0]).toMatchObject({
      operation: 'rename',
      dn: { text: 'Old', whole: 'CN=Old,OU=A' },
      newDn: { text: 'New', whole: 'CN=New,OU=A' },
      changes: [],
    });
  });

  it('lists what stays as it is', () => {
    const holograms = {
      synchronized: entry(attr('info', ['i']), attr('mail', ['old'])),
      unapplied: entry(attr('info', ['i']), attr('mail', ['new'])),
    };
    const found = details(
      'update',
      [
        attr('mail', [
          ['delete', 'old'],
          ['add', 'new'],
        ]),
      ],
      holograms,
    );
    expect(found.unchanged).toEqual([{ attribute: 'info', type: 'string', values: ['i'] }]);
    expect(found.disagreements).toEqual([]);
  });

  it('of a delete lists what the object has', () => {
    const found = details('delete', [], { synchronized: entry(attr('mail', ['old'])), unapplied: entry() });
    expect(found.unchanged).toEqual([{ attribute: 'mail', type: 'string', values: ['old'] }]);
    expect(found.disagreements).toEqual([]);
  });

  it('comes once for each state', () => {
    const object = csObject({
      deltas: { unapplied: delta('add'), escrowed: delta('update'), unconfirmed: delta('none') },
    });
    expect(objectDetails(object).exports.map(({ state, operation }) => [state, operation])).toEqual([
      ['unapplied', 'add'],
      ['escrowed', 'update'],
    ]);
  });
});

describe('a disagreement of delta and holograms', () => {
  const told = (
    attributes: readonly Attribute[],
    before: readonly Attribute[] | null,
    after: readonly Attribute[] | null,
    operation = 'update',
  ): unknown => {
    const holograms = {
      synchronized: before === null ? null : entry(...before),
      unapplied: after === null ? null : entry(...after),
    };
    return details(operation, attributes, holograms).disagreements.map(
      ({ attribute, what }) => `${attribute}: ${what}`,
    );
  };
  const url = (values: readonly string[]): readonly Attribute[] => [attr('url', values)];

  it.each<
    [
      string,
      readonly Attribute[],
      readonly Attribute[] | null,
      readonly Attribute[] | null,
      readonly string[],
    ]
  >([
    [
      'is none where they agree',
      [
        attr('url', [
          ['add', 'b'],
          ['delete', 'a'],
        ]),
      ],
      url(['a', 'c']),
      url(['c', 'b']),
      [],
    ],
    [
      'a deleted value that was not there',
      [attr('url', [['delete', 'x']])],
      url(['a']),
      url(['a']),
      ['url: The delta deletes "x", which the object does not have.'],
    ],
    [
      'an added value that was there',
      [attr('url', [['add', 'a']])],
      url(['a']),
      url(['a']),
      ['url: The delta adds "a", which the object already has.'],
    ],
    [
      'another outcome',
      [attr('url', [['add', 'b']])],
      url(['a']),
      url(['c', 'd', 'e', 'f', 'g']),
      [
        'url: By the delta "a", "b" should be there afterwards, but the hologram lacks them.',
        'url: The hologram has "c", "d", "e" and 2 more afterwards, which the delta does not explain.',
      ],
    ],
    [
      'a lost duplicate',
      [attr('url', [['add', 'b']])],
      url(['a', 'a']),
      url(['a', 'b']),
      ['url: By the delta "a" should be there afterwards, but the hologram lacks it.'],
    ],
    [
      'a change that the delta does not list',
      [],
      url(['a', 'b']),
      url(['b', 'c']),
      ['url: The holograms change it from "a" to "c", but the delta does not list it.'],
    ],
    [
      'an attribute that comes and the delta does not list',
      [],
      [],
      url(['c']),
      ['url: The holograms change it from nothing to "c", but the delta does not list it.'],
    ],
    ['is none where before is unknown', [attr('url', [['delete', 'x']])], null, url(['a']), []],
    ['is none beside the delta where before is unknown', [], null, url(['a']), []],
    ['is none where after is unknown', [attr('url', [['add', 'x']])], url(['a']), null, []],
  ])('%s', (_, attributes, before, after, expected) => {
    expect(told(attributes, before, after)).toEqual(expected);
  });

  it('is said of an add, which starts from nothing', () => {
    expect(told([attr('url', ['a'])], null, [...url(['a']), attr('mail', ['m'])], 'add')).toEqual([
      'mail: The holograms change it from nothing to "m", but the delta does not list it.',
    ]);
  });
});

describe('an object in full', () => {
  it('says what the file says of its state, each thing with its label', () => {
    const object = csObject({
      status: 'corrupted',
      transient: true,
      transientDetails: {
        date: '2026-01-02',
        type: 'add',
        existingAnchor: null,
        sourceDn: 'CN=S',
        sourceAnchor: 'AgAAAHgA',
      },
      system: {
        'seen-by-import': '1',
        'last-export-delta-time': '2026-01-03 10:00:00.000',
        'connector-state': 'normal',
        'sequencers/current/batch-number': '7',
        empty: '',
      },
      errors: [errorDetail(), errorDetail({ direction: 'import' }), errorDetail()],
      links: [{ id: '{MV}', lineageId: '{RULE}', lineageType: 'join-rules', lineageTime: '2026-01-01' }],
    });
    expect(objectDetails(object).facts.map(({ label, value: said }) => `${label}: ${said}`)).toEqual([
      'Connector: contoso.onmicrosoft.com - AAD',
      'Connector id: {B891884F-051E-4A83-95AF-2544101C9083}',
      'Status: corrupted',
      'Transient: yes',
      'Transient type: add',
      'Transient since: 2026-01-02',
      'Transient source DN: CN=S',
      'Transient source anchor: x',
      'Connector state: normal',
      'Last export: 2026-01-03 10:00:00.000',
      'Import errors: 1',
      'Export errors: 2',
      'Metaverse link: {MV}, join-rules, 2026-01-01, {RULE}',
      'seen-by-import: 1',
      'sequencers/current/batch-number: 7',
    ]);
  });

  it('tells an import that waits', () => {
    const waiting = delta('update', [attr('mail', [['add', 'm']]), attr('info', [])], { newDn: 'CN=N' });
    const object = csObject({ deltas: { unapplied: delta('update'), pendingImport: waiting } });
    expect(objectDetails(object).pendingImport).toEqual({
      operation: 'update',
      newDn: 'CN=N',
      attributes: ['mail', 'info'],
    });
    expect(objectDetails(csObject({ deltas: { pendingImport: delta('none') } })).pendingImport).toBeNull();
  });

  it('has a name and an identity, of a delete as of one without any export', () => {
    const entries = { synchronized: entry(attr('displayName', ['Bo Ek']), attr('mail', ['bo@c'])) };
    for (const deltas of [{ unapplied: delta('delete') }, {}]) {
      const found = objectDetails(csObject({ deltas, holograms: entries }));
      expect(found).toMatchObject({ name: 'Bo Ek', identity: { mail: 'bo@c' } });
    }
  });

  it('of a group of 200,000 members is answered', () => {
    const members = Array.from(
      { length: 200_000 },
      (_, index) => `CN=Member ${index},OU=Staff,DC=contoso,DC=com`,
    );
    const gone = references(
      'member',
      members.slice(0, 1000).map((dn) => ['delete', dn] as const),
    );
    const found = change(gone, [references('member', members)], [references('member', members.slice(1000))]);
    expect(found?.unchanged).toHaveLength(199_000);
    expect(found?.deleted).toHaveLength(1000);
  });
});
