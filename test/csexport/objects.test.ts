import { describe, expect, test } from 'vitest';
import { fixture, named, onlyObject, parseText, readFile } from './reading.ts';

const texts = (values: readonly { readonly text: string | null }[]) => values.map(({ text }) => text);

describe('deltas', () => {
  test('an add: attributes and values without an operation, a reference with its anchor', async () => {
    const { deltas, holograms } = await onlyObject('add.xml');
    const delta = deltas.unapplied;
    expect(delta).toMatchObject({
      operation: 'add',
      dn: expect.stringMatching(/^CN=\{/),
      newDn: null,
      anchor: null,
      primaryObjectClass: 'user',
      objectClasses: ['user'],
    });
    expect(delta?.attributes.map(({ name, type, operation }) => [name, type, operation])).toEqual([
      ['manager', 'reference', null],
      ['accountEnabled', 'boolean', null],
      ['displayName', 'string', null],
      ['proxyAddresses', 'string', null],
      ['userPrincipalName', 'string', null],
    ]);
    expect(named(delta?.attributes, 'proxyAddresses')).toEqual({
      name: 'proxyAddresses',
      type: 'string',
      multivalued: true,
      operation: null,
      values: [
        { text: 'SMTP:noor@contoso.com', operation: null, base64: false, anchor: null },
        { text: 'smtp:nh@contoso.com', operation: null, base64: false, anchor: null },
      ],
    });
    expect(holograms.synchronized).toBeNull();
    expect(texts(named(holograms.unapplied?.attributes, 'displayName').values)).toEqual(['Noor Haddad']);
  });

  test('an update: every operation of an attribute, and the values with theirs', async () => {
    const { deltas } = await onlyObject('update.xml');
    const changes = deltas.unapplied?.attributes.map(({ name, operation, values }) => [
      name,
      operation,
      ...values.map((value) => `${value.operation}:${value.text}`),
    ]);
    expect(changes).toEqual([
      ['department', 'add', 'null:Sales'],
      ['displayName', 'update', 'delete:Ola Nord', 'add:Ola Sund'],
      ['info', 'replace', 'null:moved'],
      ['mobile', 'delete'],
      ['pager', 'delete', 'null:555 0100'],
      [
        'proxyAddresses',
        'update',
        'add:SMTP:ola.sund@contoso.com',
        'delete:SMTP:ola@contoso.com',
        'add:smtp:ola@contoso.com',
      ],
    ]);
  });

  test.each([
    ['replace.xml', 'replace'],
    ['delete.xml', 'delete'],
    ['delete-without-after.xml', 'delete'],
    ['delete-unnamed.xml', 'delete'],
    ['delete-add.xml', 'delete-add'],
    ['obsolete.xml', 'obsolete'],
    ['rename.xml', 'update'],
    ['no-operation.xml', 'update'],
    ['nothing-staged.xml', 'none'],
    ['child-order.xml', 'update'],
  ])('%s has the operation %s', async (name, operation) => {
    expect((await onlyObject(name)).deltas.unapplied?.operation).toBe(operation);
  });

  test('a delete has its anchor and the object from before', async () => {
    const { deltas, holograms } = await onlyObject('delete.xml');
    expect(deltas.unapplied?.anchor).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(deltas.unapplied?.attributes).toEqual([]);
    expect(holograms.unapplied).toBeNull();
    expect(texts(named(holograms.synchronized?.attributes, 'displayName').values)).toEqual(['Rui Costa']);
  });

  test('missing holograms are null, and the one that is there is read', async () => {
    const { holograms } = await onlyObject('delete-without-after.xml');
    expect(holograms).toMatchObject({ synchronized: null, unapplied: null, escrowed: null });
    expect(texts(named(holograms.pendingImport?.attributes, 'displayName').values)).toEqual(['Sara Voss']);
  });

  test('an obsolete delta has no DN', async () => {
    expect((await onlyObject('obsolete.xml')).deltas.unapplied?.dn).toBeNull();
  });

  test('a rename has the new DN, with or without changed attributes', async () => {
    const rename = (await onlyObject('rename.xml')).deltas.unapplied;
    expect(rename?.newDn).toBe('CN=Uwe Adler,OU=Leavers,DC=contoso,DC=com');
    expect(rename?.attributes).toEqual([]);
    const both = (await onlyObject('rename-and-update.xml')).deltas.unapplied;
    expect(both?.newDn).toBe('CN=Vera Roth-Kern,OU=Sales,DC=contoso,DC=com');
    expect(both?.attributes).toHaveLength(1);
  });

  test('a delta that does not say its operation is none where it changes nothing', async () => {
    expect((await onlyObject('no-operation.xml')).deltas.escrowed?.operation).toBe('none');
  });

  test('each stage has its own delta and hologram', async () => {
    const { deltas, holograms } = await onlyObject('three-deltas.xml');
    const operations = Object.values(deltas).map((delta) => delta?.operation);
    expect(operations).toEqual(['delete', 'update', 'update', 'update']);
    expect(texts(named(deltas.escrowed?.attributes, 'title').values)).toEqual(['Cook']);
    expect(texts(named(deltas.unconfirmed?.attributes, 'title').values)).toEqual(['Chef']);
    expect(texts(named(deltas.pendingImport?.attributes, 'city').values)).toEqual(['Bern']);
    expect(holograms.escrowed).not.toBeNull();
    expect(holograms.unconfirmed).not.toBeNull();
    expect((await onlyObject('escrowed.xml')).deltas.escrowed?.operation).toBe('update');
    expect((await onlyObject('unconfirmed.xml')).deltas.unconfirmed?.operation).toBe('add');
  });

  test('missing deltas are null, missing words are empty', async () => {
    const { objects, fault } = await readFile(fixture('missing-parts.xml'));
    expect(fault).toBeNull();
    expect(objects).toHaveLength(2);
    expect(objects[0]?.object).toMatchObject({ dn: '', type: 'contact', connectorId: null, links: [] });
    expect(objects[1]?.object).toMatchObject({ id: '', type: '', transient: false, status: null });
    expect(objects[1]?.object.deltas.unapplied).toBeNull();
  });
});

describe('forms of the document', () => {
  test('known elements in any order, operations in any case', async () => {
    const { connectorId, holograms, deltas, links } = await onlyObject('child-order.xml');
    expect(connectorId).toBe('{B891884F-051E-4A83-95AF-2544101C9083}');
    expect(holograms.unapplied).toMatchObject({
      anchor: 'AAEC',
      parentAnchor: 'AwQF',
      objectClasses: ['top', 'user'],
    });
    expect(deltas.unapplied).toMatchObject({ operation: 'update', anchor: 'AAEC' });
    expect(deltas.unapplied?.attributes[0]).toMatchObject({
      operation: 'update',
      values: [{ operation: 'add', text: 'Ada Brandt' }],
    });
    expect(links).toHaveLength(1);
  });

  test('unknown elements are passed over at every level', async () => {
    const { deltas } = await onlyObject('unknown-elements.xml');
    expect(deltas.unapplied?.attributes).toEqual([
      {
        name: 'title',
        type: 'string',
        multivalued: false,
        operation: 'add',
        values: [{ text: 'Maon', operation: 'add', base64: false, anchor: null }],
      },
    ]);
  });

  test.each(['no-objects.xml'])('%s: nothing is staged, and nothing is wrong', async (name) => {
    expect(await readFile(fixture(name))).toEqual({ objects: [], fault: null });
  });

  test.each([
    '<cs-objects></cs-objects>',
    '<cs-objects>\n</cs-objects>\n',
    '<?xml version="1.0"?><!-- made by csexport --><?p?><cs-objects xmlns="urn:x" a="1"/><!-- end -->\n',
  ])('%s holds no object', (text) => {
    expect(parseText(text)).toEqual({ objects: [], fault: null });
  });
});
