import { describe, expect, test } from 'vitest';
import { layoutColumns } from '../../src/pending-exports/column-layout.ts';
import { bothNeeds, columnNeeds } from '../../src/pending-exports/column-needs.ts';
import { DEFAULT_COLUMNS } from '../../src/pending-exports/columns.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { exportRow } from './cs-object-builder.ts';
import { tableOf } from './sample-rows.ts';

const CONTRACTOR: Partial<ExportRow> = {
  operation: 'delete',
  name: 'Quynh Ångström (Contractor)',
  upn: 'quynh.angstroem@contoso.com',
  attributes: [],
  changedValues: 0,
};

const JOINER: Partial<ExportRow> = {
  operation: 'add',
  name: '山田 太郎',
  attributes: ['title', 'mail'],
};

function needsOf(...parts: readonly Partial<ExportRow>[]) {
  return columnNeeds(tableOf(parts.map(exportRow)), Int32Array.from(parts.keys()));
}

/** The columns in a window of 80 cells, of which the pointer and the edge take three. */
function at80(...parts: readonly Partial<ExportRow>[]): Record<string, number> {
  const { columns } = layoutColumns(DEFAULT_COLUMNS, 77, 4, 0, needsOf(...parts));
  return Object.fromEntries(columns.map(({ column, width }) => [column.id, width]));
}

describe('what the columns need', () => {
  test('is the longest text of each among the rows that are shown', () => {
    expect(needsOf(CONTRACTOR, { ...JOINER, changedValues: 1_234_567 })).toEqual({
      review: 0,
      operation: '- delete'.length,
      type: 'user'.length,
      name: 27,
      upn: 27,
      attributes: 'title, mail'.length,
      changed: '1,234,567'.length,
    });
  });

  test('leaves out rows that are not shown', () => {
    const table = tableOf([exportRow({ operation: 'delete-add' }), exportRow({ operation: 'add' })]);
    expect(columnNeeds(table, Int32Array.of(1))['operation']).toBe('+ add'.length);
  });

  test('is not known of no rows, but that none has a mark', () => {
    expect(columnNeeds(tableOf([]), new Int32Array(0))).toEqual({ review: 0 });
  });

  test('of two lists is what the longer of both needs', () => {
    expect(bothNeeds({ name: 3, upn: 9 }, { name: 5, mail: 1 })).toEqual({ name: 5, upn: 9, mail: 1 });
  });
});

describe('at 80 columns', () => {
  test('deletes show whole names and sign-in names: columns in which they say nothing give way', () => {
    const laid = at80(CONTRACTOR, { ...CONTRACTOR, type: 'device', name: 'LAPTOP-2051', upn: '' });
    expect(Object.keys(laid)).toEqual(['operation', 'type', 'name', 'upn']);
    expect(laid['name']).toBeGreaterThanOrEqual(27);
    expect(laid['upn']).toBeGreaterThanOrEqual(27);
  });

  test('with changed attributes name, sign-in name and attributes share what there is', () => {
    const laid = at80(CONTRACTOR, { attributes: ['otherTelephone', 'telephoneNumber'], changedValues: 2 });
    expect(Object.keys(laid)).toEqual(['operation', 'type', 'name', 'upn', 'attributes', 'changed']);
    for (const id of ['name', 'upn', 'attributes']) expect(laid[id]).toBeGreaterThanOrEqual(17);
  });

  test('neither the word delete-add nor a large number is ever cut', () => {
    const laid = at80({ operation: 'delete-add', changedValues: 123_456_789, attributes: ['x'.repeat(300)] });
    expect(laid['operation']).toBe('! delete-add'.length);
    expect(laid['changed']).toBe('123,456,789'.length);
  });

  test('a column whose width the operator has set stays, and something stays in any case', () => {
    const needs = { upn: 0, attributes: 0 };
    const ids = (columns: Parameters<typeof layoutColumns>[0]) =>
      layoutColumns(columns, 77, 0, 0, needs).columns.map(({ column }) => column.id);
    expect(
      ids([
        { id: 'name', width: null },
        { id: 'upn', width: 20 },
        { id: 'attributes', width: null },
      ]),
    ).toEqual(['name', 'upn']);
    expect(ids([{ id: 'upn', width: null }])).toEqual(['upn']);
  });
});
