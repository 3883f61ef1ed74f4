import { describe, expect, test } from 'vitest';
import { onlyObject, parseText } from './reading.ts';

describe('what an object says of itself', () => {
  test('an export error in attributes', async () => {
    expect((await onlyObject('export-error-attributes.xml')).errors).toEqual([
      {
        direction: 'export',
        type: 'AttributeValueMustBeUnique',
        code: '8344',
        literal: 'Insufficient rights',
        detail: '00002098: SecErr',
        first: '2024-03-01 06:00:00.000',
        last: '2024-03-02 07:30:00.000',
        retries: 12,
      },
    ]);
  });

  test('errors in elements, with the names that Entra Connect added', async () => {
    expect((await onlyObject('error-elements.xml')).errors).toMatchObject([
      { direction: 'import', type: 'sync-rule-error-function-triggered', retries: 2, code: null },
      { direction: 'export', type: 'InvalidSoftMatch', detail: 'Tracking Id: 17', retries: null },
    ]);
  });

  test('an error element that says nothing is no error', async () => {
    expect((await onlyObject('empty-errors.xml')).errors).toEqual([]);
  });

  test('links to the metaverse, new and old', async () => {
    expect((await onlyObject('mv-link.xml')).links).toEqual([
      {
        id: expect.stringMatching(/^\{.{36}\}$/),
        lineageId: expect.stringMatching(/^\{.{36}\}$/),
        lineageType: 'provisioning-rules',
        lineageTime: '2024-02-08 09:01:02.003',
      },
    ]);
    const older = (await onlyObject('cs-mv-links.xml')).links;
    expect(older.map(({ lineageType }) => lineageType)).toEqual(['join-rules', null]);
  });

  test('a transient object and its details; a corrupted one', async () => {
    const transient = await onlyObject('transient.xml');
    expect(transient.transient).toBe(true);
    expect(transient.transientDetails).toEqual({
      date: '2024-01-05 10:00:00.000',
      type: 'move',
      existingAnchor: 'AAEC',
      sourceDn: 'CN=Old,DC=fabrikam,DC=com',
      sourceAnchor: 'AwQF',
    });
    expect(transient.system).toEqual({ 'transient-dn': 'CN=Old' });
    expect(await onlyObject('corrupted.xml')).toMatchObject({ transient: false, status: 'corrupted' });
  });

  test('everything else, by its path', async () => {
    const object = await onlyObject('system-values.xml');
    expect(object).toMatchObject({
      connectorId: '{5D2C9A10-7F4E-4B1B-9E1D-0C3A5E7F9B21}',
      connectorName: 'contoso.com',
    });
    expect(Object.getPrototypeOf(object.system)).toBeNull();
    expect({ ...object.system }).toEqual({
      connector: '1',
      'connector-state': 'explicit',
      'seen-by-import': '0',
      'rebuild-in-progress': '0',
      obsoletion: '0',
      'need-full-sync': 'true',
      'placeholder-parent': 'false',
      'import-delta-operation': 'none',
      'export-delta-operation': 'modify',
      'sequencers/current/batch-number': '7',
      'sequencers/current/sequence-number': '21',
      'sequencers/unapplied/batch-number': '6',
      'partition-name': 'DC=contoso,DC=com',
      'last-export-delta-time': '2024-02-08 10:11:12.130',
      constructor: 'built',
      'password-change-history/password-change': 'a',
      'password-change-history/password-change[2]': 'b',
      'password-change-history/password-change@time': 't',
    });
  });

  test.each([
    ['1', true],
    ['true', true],
    ['TRUE', true],
    ['0', false],
    ['false', false],
    ['', false],
  ])('transient="%s" is %s', (written, is) => {
    const { objects } = parseText(`<cs-objects><cs-object transient="${written}"/></cs-objects>`);
    expect(objects[0]?.object.transient).toBe(is);
  });
});
