import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttributeChange, PendingExport } from '../../src/pending-exports/pending-export.ts';
import { csvLines } from '../../src/reports/csv.ts';
import { CSV_COLUMNS } from '../../src/reports/csv-report.ts';
import { harmlessCell } from '../../src/reports/formula.ts';
import { type RecordFormat, recordReport } from '../../src/reports/record-report.ts';

function change(attribute: string, parts: Partial<AttributeChange> = {}): AttributeChange {
  return { attribute, operation: 'update', added: [], deleted: [], before: [], after: [], ...parts };
}

function record(parts: Partial<PendingExport> = {}): PendingExport {
  return {
    id: '{1}',
    connectorId: '{2}',
    connectorName: 'contoso - AAD',
    type: 'user',
    operation: 'update',
    dn: 'CN=a',
    newDn: null,
    name: 'Ana',
    state: 'unapplied',
    changes: [],
    errors: [],
    ...parts,
  };
}

function written(format: RecordFormat, batches: readonly (readonly PendingExport[])[], raw = false): string {
  const report = recordReport(format, raw);
  return report.head() + batches.map((batch) => report.records(batch)).join('') + report.tail();
}

function csvRows(records: readonly PendingExport[], raw = false): Record<string, string>[] {
  return parse(written('csv', [records], raw), { bom: true, columns: true });
}

describe('csv', () => {
  test('begins with a byte order mark and the promised columns, and ends lines with CR LF', () => {
    expect(written('csv', [])).toBe(`\ufeff${CSV_COLUMNS.map((name) => `"${name}"`).join(',')}\r\n`);
  });

  test('has a line for each value added, then for each deleted', () => {
    const mail = change('mail', { added: ['new@x', 'more@x'], deleted: ['old@x'] });
    expect(csvRows([record({ changes: [mail] })])).toEqual(
      [
        ['added', 'new@x'],
        ['added', 'more@x'],
        ['deleted', 'old@x'],
      ].map(([effect, value]) => ({
        id: '{1}',
        connector: 'contoso - AAD',
        type: 'user',
        state: 'unapplied',
        operation: 'update',
        dn: 'CN=a',
        newDn: '',
        name: 'Ana',
        attribute: 'mail',
        attributeOperation: 'update',
        effect,
        value,
      })),
    );
  });

  test('has one line for a change without values, with effect and value empty', () => {
    const [row, ...others] = csvRows([record({ changes: [change('mobile', { operation: 'delete' })] })]);
    expect(row).toMatchObject({ attribute: 'mobile', attributeOperation: 'delete', effect: '', value: '' });
    expect(others).toEqual([]);
  });

  test('has one line for a delete, and for a record without changes', () => {
    const rows = csvRows([
      record({ operation: 'delete' }),
      record({ operation: 'update' }),
      record({ operation: 'obsolete', dn: '' }),
    ]);
    expect(rows.map(({ operation, attribute, value }) => [operation, attribute, value])).toEqual([
      ['delete', '', ''],
      ['update', '', ''],
      ['obsolete', '', ''],
    ]);
  });

  test('has a line for the rename itself, beside those of its changes', () => {
    const rows = csvRows([record({ newDn: 'CN=b', changes: [change('sn', { added: ['B'] })] })]);
    expect(rows.map(({ newDn, attribute, value }) => [newDn, attribute, value])).toEqual([
      ['CN=b', '', ''],
      ['CN=b', 'sn', 'B'],
    ]);
  });

  test('names the connector by its id where the file gives no name', () => {
    expect(csvRows([record({ connectorName: null })])[0]?.['connector']).toBe('{2}');
    expect(csvRows([record({ connectorName: null, connectorId: null })])[0]?.['connector']).toBe('');
  });

  test('makes a formula in any column harmless, and leaves it with raw', () => {
    const evil = record({ name: '=cmd', dn: '@x', changes: [change('=y', { added: ['+1*1'] })] });
    expect(csvRows([evil])[0]).toMatchObject({ name: "'=cmd", dn: "'@x", attribute: "'=y", value: "'+1*1" });
    expect(csvRows([evil], true)[0]).toMatchObject({
      name: '=cmd',
      dn: '@x',
      attribute: '=y',
      value: '+1*1',
    });
  });

  test('any cells come back as they were, but for the mark before a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[=@\t\r+\-",;\n '0-9A-Za-z/]{0,12}$/),
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (cells) => {
        const back = parse(csvLines(cells, { raw: false }), { record_delimiter: '\r\n' }) as string[][];
        expect(back).toEqual(cells.map((row) => row.map(harmlessCell)));
        const raw = parse(csvLines(cells, { raw: true }), { record_delimiter: '\r\n' }) as string[][];
        expect(raw).toEqual(cells);
      }),
    );
  });
});

describe('ndjson and json', () => {
  const records = [record(), record({ id: '{2}', name: 'line\nend \u2028 ä' }), record({ id: '{3}' })];

  test('ndjson is one line each, in order', () => {
    const lines = written('ndjson', [records.slice(0, 1), [], records.slice(1)]).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
  });

  test('json is one array, however the records arrive', () => {
    for (const batches of [[records], records.map((one) => [one]), [[], records, []]]) {
      expect(JSON.parse(written('json', batches))).toEqual(records);
    }
  });

  test('nothing is an empty file, or an empty array', () => {
    expect(written('ndjson', [])).toBe('');
    expect(written('json', [])).toBe('[]\n');
  });

  test('a record keeps the promised keys in their order', () => {
    const [line = ''] = written('ndjson', [[record({ changes: [change('a')] })]]).split('\n');
    expect(line).toBe(
      '{"id":"{1}","connectorId":"{2}","connectorName":"contoso - AAD","type":"user","operation":"update",' +
        '"dn":"CN=a","newDn":null,"name":"Ana","state":"unapplied","changes":[{"attribute":"a","operation":"update",' +
        '"added":[],"deleted":[],"before":[],"after":[]}],"errors":[]}',
    );
  });
});
