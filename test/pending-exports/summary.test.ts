import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { Summary, thresholdStatus } from '../../src/pending-exports/summary.ts';
import { exportRow } from './cs-object-builder.ts';
import { AAD, anyRow, anyRows } from './sample-rows.ts';

function summaryOf(rows: readonly ExportRow[]): Summary {
  const summary = new Summary();
  summary.add(0, rows);
  return summary;
}

function told(summary: Summary) {
  const { total, byOperation, byState, sentOnly, aadDeletes, objectsWithErrors } = summary;
  return {
    total,
    byOperation,
    byState,
    sentOnly,
    aadDeletes,
    objectsWithErrors,
    byType: summary.byType(),
    connectors: summary.connectors(),
  };
}

describe('the summary', () => {
  test('counts what waits by operation, an update with a new DN as a rename alone', () => {
    const summary = summaryOf([
      exportRow({ operation: 'update' }),
      exportRow({ operation: 'rename', newDn: 'CN=new' }),
      exportRow({ operation: 'add' }),
      exportRow({ operation: 'add', state: 'escrowed', sentOnly: true }),
    ]);
    expect(summary.byOperation).toMatchObject({ add: 1, update: 1, rename: 1, delete: 0 });
    expect(summary.total).toBe(4);
  });

  test('counts deletes that wait for Entra ID, also those of a delete-add, against the threshold', () => {
    const summary = summaryOf([
      exportRow({ operation: 'delete' }),
      exportRow({ operation: 'delete-add' }),
      exportRow({ operation: 'delete', connectorId: AAD.toLowerCase() }),
      exportRow({ operation: 'delete', connectorId: '{0A}', connectorName: 'contoso.com' }),
      exportRow({ operation: 'delete', state: 'unconfirmed', sentOnly: true }),
      exportRow({ operation: 'update' }),
    ]);
    expect(thresholdStatus(summary, 4)).toEqual({ status: 'below', deletes: 3, threshold: 4 });
    expect(thresholdStatus(summary, 3)).toEqual({ status: 'at-or-above', deletes: 3, threshold: 3 });
    expect(thresholdStatus(summary, 2)).toEqual({ status: 'at-or-above', deletes: 3, threshold: 2 });
  });

  test('says nothing against the threshold of an export without deletes', () => {
    expect(thresholdStatus(summaryOf([exportRow()]), 0).status).toBe('below');
  });

  test('counts objects that were sent, and have nothing waiting, apart and by state', () => {
    const summary = summaryOf([
      exportRow({ state: 'escrowed', sentOnly: true }),
      exportRow({ state: 'unconfirmed', sentOnly: true }),
      exportRow({ state: 'unconfirmed', sentOnly: true }),
      exportRow({ state: 'unconfirmed', sentOnly: false }),
    ]);
    expect(summary.sentOnly).toEqual({ escrowed: 1, unconfirmed: 2 });
    expect(summary.byState).toEqual({ unapplied: 0, escrowed: 1, unconfirmed: 3 });
  });

  test('counts an object with an error once, whatever its rows', () => {
    const summary = new Summary();
    const rows = [exportRow({ error: 'cd-error' }), exportRow({ error: 'cd-error', state: 'escrowed' })];
    summary.add(0, rows);
    summary.add(1, rows);
    expect(summary.objectsWithErrors).toBe(2);
  });

  test('lists object types by how many wait, and what waits of each', () => {
    const summary = summaryOf([
      exportRow({ type: 'group', operation: 'delete' }),
      exportRow({ type: 'user', operation: 'add' }),
      exportRow({ type: 'user', operation: 'delete' }),
      exportRow({ type: 'contact', operation: 'add' }),
    ]);
    expect(
      summary.byType().map(({ type, total, counts }) => [type, total, counts.add, counts.delete]),
    ).toEqual([
      ['user', 2, 1, 1],
      ['contact', 1, 1, 0],
      ['group', 1, 0, 1],
    ]);
  });

  test('names the connectors that rows came from', () => {
    const other = { connectorId: '{0A}', connectorName: 'contoso.com' };
    const summary = summaryOf([exportRow(other), exportRow(), exportRow()]);
    expect(summary.connectors()).toEqual([
      { id: AAD, name: 'contoso.onmicrosoft.com - AAD', rows: 2 },
      { id: '{0A}', name: 'contoso.com', rows: 1 },
    ]);
  });

  test('is the same in whatever order and batches rows come', () => {
    const shuffled = fc
      .array(anyRow, { maxLength: 30 })
      .chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), fc.nat(30)),
      );
    fc.assert(
      fc.property(shuffled, ([rows, others, cut]) => {
        const summary = new Summary();
        summary.add(0, others.slice(0, cut));
        summary.add(0, others.slice(cut));
        expect(told(summary)).toEqual(told(summaryOf(rows)));
      }),
    );
  });

  test('its parts add up to what waits', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const summary = summaryOf(rows);
        const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
        const waiting = rows.filter((row) => row.state === 'unapplied').length;
        expect(sum(Object.values(summary.byOperation))).toBe(waiting);
        expect(sum(summary.byType().map(({ total }) => total))).toBe(waiting);
        expect(sum(Object.values(summary.byState))).toBe(rows.length);
        expect(sum(summary.connectors().map((one) => one.rows))).toBe(rows.length);
      }),
    );
  });
});
