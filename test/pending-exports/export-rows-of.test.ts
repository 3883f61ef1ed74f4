import { describe, expect, it } from 'vitest';
import type { CsObject, ErrorDetail } from '../../src/csexport/cs-object.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { exportRowsOf } from '../../src/pending-exports/export-rows-of.ts';
import { attr, csObject, delta, entry, errorDetail, references } from './cs-object-builder.ts';

const range = { start: 10, end: 90 };
const rows = (object: CsObject): readonly ExportRow[] => exportRowsOf({ object, range });

describe('the rows of an object', () => {
  it('say everything that the table shows', () => {
    const object = csObject({
      deltas: {
        unapplied: delta('update', [
          attr(
            'mail',
            [
              ['delete', 'old@c'],
              ['add', 'new@c'],
            ],
            { operation: 'update' },
          ),
          references('member', ['CN=A', 'CN=B'], { operation: 'add' }),
        ]),
      },
      holograms: {
        synchronized: entry(attr('displayName', ['Old'])),
        unapplied: entry(
          attr('displayName', ['New']),
          attr('userPrincipalName', ['u@c']),
          attr('mail', ['new@c']),
        ),
      },
      errors: [errorDetail({ type: 'cd-error' })],
    });
    expect(rows(object)).toEqual([
      {
        id: '{34CF4AD4-73D8-5160-9CFB-4C382343C98A}',
        connectorId: '{B891884F-051E-4A83-95AF-2544101C9083}',
        connectorName: 'contoso.onmicrosoft.com - AAD',
        type: 'user',
        operation: 'update',
        state: 'unapplied',
        dn: 'CN=Alva Berg,OU=Staff,DC=contoso,DC=com',
        newDn: '',
        name: 'New',
        attributes: ['mail', 'member'],
        changedValues: 4,
        error: 'cd-error',
        range,
        sentOnly: false,
        upn: 'u@c',
        displayName: 'New',
        sourceAnchor: '',
        alias: '',
        primarySmtp: '',
        onPremisesSamAccountName: '',
        mail: 'new@c',
      },
    ]);
  });

  it.each([
    ['add', null, 'add'],
    ['update', null, 'update'],
    ['update', 'CN=New', 'rename'],
    ['update', '', 'update'],
    ['delete', null, 'delete'],
    ['delete-add', 'CN=New', 'delete-add'],
    ['replace', null, 'replace'],
    ['obsolete', null, 'obsolete'],
    ['modify', null, 'other'],
    ['rename', null, 'other'],
    ['', null, 'other'],
  ])('count a delta %s with the new DN %s as %s', (operation, newDn, counted) => {
    const [row] = rows(csObject({ deltas: { unapplied: delta(operation, [], { newDn }) } }));
    expect(row).toMatchObject({ operation: counted, newDn: newDn ?? '' });
  });

  it('are none for an object without a pending export', () => {
    expect(rows(csObject({ deltas: { unapplied: delta('none'), pendingImport: delta('add') } }))).toEqual([]);
  });

  it('are one for each state, and tell what was only sent', () => {
    const both = csObject({ deltas: { unapplied: delta('add'), unconfirmed: delta('update') } });
    expect(rows(both).map(({ state, sentOnly }) => [state, sentOnly])).toEqual([
      ['unapplied', false],
      ['unconfirmed', false],
    ]);
    const sent = csObject({
      deltas: { unapplied: delta('none'), escrowed: delta('add'), unconfirmed: delta('add') },
    });
    expect(rows(sent).map(({ state, sentOnly }) => [state, sentOnly])).toEqual([
      ['escrowed', true],
      ['unconfirmed', true],
    ]);
  });

  it('tell an unconfirmed export that was only sent', () => {
    expect(rows(csObject({ deltas: { unconfirmed: delta('add') } }))[0]).toMatchObject({ sentOnly: true });
  });

  it('count what a replace delta takes away', () => {
    const object = csObject({
      deltas: { unapplied: delta('replace', [attr('info', ['new'])]) },
      holograms: { synchronized: entry(attr('info', ['old']), attr('mail', ['m'])) },
    });
    expect(rows(object)[0]).toMatchObject({ attributes: ['info', 'mail'], changedValues: 3 });
  });

  it('name an attribute once', () => {
    const twice = delta('update', [attr('info', [['add', 'a']]), attr('info', [['delete', 'b']])]);
    expect(rows(csObject({ deltas: { unapplied: twice } }))[0]).toMatchObject({
      attributes: ['info'],
      changedValues: 2,
    });
  });

  it.each<[string, readonly ErrorDetail[]]>([
    ['', []],
    [
      'export-type',
      [errorDetail({ direction: 'import', type: 'import-type' }), errorDetail({ type: 'export-type' })],
    ],
    ['import-type', [errorDetail({ direction: 'import', type: 'import-type' })]],
    ['a literal', [errorDetail({ type: '', literal: 'a literal', code: '0x8' })]],
    ['0x8', [errorDetail({ code: '0x8' })]],
  ])('say the error %j', (error, errors) => {
    expect(rows(csObject({ deltas: { unapplied: delta('update') }, errors }))[0]?.error).toBe(error);
  });

  it('say nothing of a connector that the file does not name', () => {
    const object = csObject({
      connectorId: null,
      connectorName: null,
      deltas: { unapplied: delta('update') },
    });
    expect(rows(object)[0]).toMatchObject({ connectorId: '', connectorName: '' });
  });

  it('take a name from the delta where the file has no holograms', () => {
    const add = csObject({ deltas: { unapplied: delta('add', [attr('displayName', ['From Delta'])]) } });
    expect(rows(add)[0]?.name).toBe('From Delta');
    const unnamed = csObject({ deltas: { unapplied: delta('add') } });
    expect(rows(unnamed)[0]?.name).toBe('CN=Alva Berg,OU=Staff,DC=contoso,DC=com');
  });

  it('cut a text without end, never in the middle of a character', () => {
    const endless = `x${'😀'.repeat(500_000)}`;
    const object = csObject({
      deltas: { unapplied: delta('add') },
      holograms: { unapplied: entry(attr('displayName', [endless])) },
    });
    const name = rows(object)[0]?.name ?? '';
    expect(name.length).toBeLessThanOrEqual(4096);
    expect(name.endsWith('…')).toBe(true);
    expect(endless.startsWith(name.slice(0, -1))).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  });
});
