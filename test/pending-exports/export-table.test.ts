import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_IDS } from '../../src/pending-exports/columns.ts';
import { ExportTable } from '../../src/pending-exports/export-table.ts';
import { exportRow } from './cs-object-builder.ts';
import { anyRows, tableOf } from './sample-rows.ts';

describe('the table of pending exports', () => {
  test('gives every row back as it came, whatever the batches', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (first, second) => {
        const table = new ExportTable();
        table.append(0, first);
        table.append(1, second);
        expect(table.size).toBe(first.length + second.length);
        [...first, ...second].forEach((row, index) => {
          expect(table.row(index)).toEqual(row);
          expect(table.file(index)).toBe(index < first.length ? 0 : 1);
        });
      }),
    );
  });

  test('keeps byte ranges beyond four gigabytes', () => {
    const range = { start: 2 ** 40 + 1, end: 2 ** 40 + 7_000_000 };
    expect(tableOf([exportRow({ range })]).range(0)).toEqual(range);
  });

  test('shows what each column says', () => {
    const table = tableOf([
      exportRow({
        operation: 'rename',
        attributes: ['mail', 'title'],
        changedValues: 1200,
        newDn: 'CN=new',
        state: 'escrowed',
        error: 'permission-issue',
      }),
    ]);
    const shown = Object.fromEntries(COLUMN_IDS.map((column) => [column, table.text(column, 0)]));
    expect(shown).toEqual({
      review: '',
      operation: 'rename',
      type: 'user',
      name: 'Alva Berg',
      upn: 'alva@contoso.com',
      attributes: 'mail, title',
      changed: '1200',
      dn: 'CN={4141}',
      newDn: 'CN=new',
      state: 'escrowed',
      connector: 'contoso.onmicrosoft.com - AAD',
      error: 'permission-issue',
      id: '{34CF4AD4-73D8-5160-9CFB-4C382343C98A}',
      displayName: 'Alva Berg',
      sourceAnchor: 'QUFB',
      alias: 'alva',
      primarySmtp: 'alva.berg@contoso.com',
      onPremisesSamAccountName: 'aberg',
      mail: 'alva.berg@contoso.com',
    });
    expect(table.number('changed', 0)).toBe(1200);
  });

  test('names a connector without a name by its id', () => {
    const table = tableOf([exportRow({ connectorName: '', connectorId: '{0A}' })]);
    expect(table.text('connector', 0)).toBe('{0A}');
  });

  test('tells lists of attributes apart that read the same', () => {
    const table = tableOf([exportRow({ attributes: ['a, b'] }), exportRow({ attributes: ['a', 'b'] })]);
    expect(table.row(0).attributes).toEqual(['a, b']);
    expect(table.row(1).attributes).toEqual(['a', 'b']);
  });

  test('has nothing past its end, and says so', () => {
    const table = tableOf([exportRow()]);
    expect(table.text('type', 1)).toBe('');
    expect(table.text('name', -1)).toBe('');
    expect(() => table.row(1)).toThrow('There is no row 1.');
  });

  test('takes a hundred thousand rows in one batch', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => exportRow({ changedValues: index }));
    const table = tableOf(rows);
    expect(table.size).toBe(100_000);
    expect(table.number('changed', 99_999)).toBe(99_999);
  });
});

describe('a name by its DN', () => {
  test('is found whatever its capitals, also of rows that come after the first question', () => {
    const table = tableOf([exportRow({ dn: 'CN={4A41}', name: 'Anna' })]);
    expect(table.nameOfDn('cn={4a41}')).toBe('Anna');
    expect(table.nameOfDn('CN=Ümit,OU=A')).toBe('');
    table.append(0, [exportRow({ dn: 'CN=Ümit,OU=A', name: 'Ümit Öz' })]);
    expect(table.nameOfDn('CN=ÜMIT,ou=a')).toBe('Ümit Öz');
  });

  test('is found by the DN that the object gets, unless that is still the DN of another', () => {
    const table = tableOf([
      exportRow({ dn: 'CN=Bob,OU=A', newDn: 'CN=Bob,OU=B', name: 'Bob moves' }),
      exportRow({ dn: 'CN=Eve,OU=A', newDn: 'CN=Old,OU=B', name: 'Eve' }),
      exportRow({ dn: 'CN=Old,OU=B', operation: 'delete', name: 'Old' }),
    ]);
    expect(table.nameOfDn('CN=Bob,OU=B')).toBe('Bob moves');
    expect(table.nameOfDn('CN=Old,OU=B')).toBe('Old');
    expect(table.nameOfDn('')).toBe('');
  });

  test('is the same as a search through all rows finds, however many there are', () => {
    const dn = fc.integer({ min: 0, max: 400 }).map((number) => `CN=${number}`);
    fc.assert(
      fc.property(fc.array(fc.array(dn, { maxLength: 200 }), { maxLength: 4 }), dn, (batches, wanted) => {
        const table = new ExportTable();
        const all: string[] = [];
        for (const batch of batches) {
          table.append(
            0,
            batch.map((one, index) => exportRow({ dn: one, name: `${all.length + index}` })),
          );
          all.push(...batch);
          const first = all.indexOf(wanted);
          expect(table.nameOfDn(wanted)).toBe(first === -1 ? '' : `${first}`);
        }
      }),
    );
  });
});
