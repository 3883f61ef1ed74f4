import { describe, expect, test } from 'vitest';
import { fixture, named, onlyObject, readFile } from './reading.ts';

const texts = (values: readonly { readonly text: string | null }[]) => values.map(({ text }) => text);

describe('attributes', () => {
  test('references: several dn-attr, with DN, with anchor, with both, and with nothing', async () => {
    const { deltas } = await onlyObject('references.xml');
    const [member, description, managedBy] = deltas.unapplied?.attributes ?? [];
    expect(description?.name).toBe('description');
    expect(
      member?.values.map(({ operation, text, anchor }) => [operation, text?.slice(0, 4), anchor]),
    ).toEqual([
      ['add', 'CN={', expect.stringMatching(/^UgAAAFUA/)],
      ['delete', 'CN={', null],
      ['add', undefined, 'EgAAAFUA\nSwAwADAANQA3ADMAMwA5AA=='],
    ]);
    expect(managedBy).toMatchObject({ type: 'reference', operation: 'delete', values: [] });
  });

  test('an attribute may hold no value', async () => {
    const { deltas } = await onlyObject('attribute-without-values.xml');
    expect(deltas.unapplied?.attributes.map(({ name, values }) => [name, values])).toEqual([
      ['mobile', []],
      ['fax', []],
    ]);
  });

  test('older spellings of types and flags', async () => {
    const { deltas } = await onlyObject('older-types.xml');
    expect(
      deltas.unapplied?.attributes.map(({ name, type, multivalued }) => [name, type, multivalued]),
    ).toEqual([
      ['salaried', 'boolean', false],
      ['building', 'integer', false],
      ['photo', 'binary', false],
      ['telephone', 'string', true],
    ]);
  });

  test('a value says whether it is base64', async () => {
    const { deltas } = await onlyObject('binary.xml');
    expect(named(deltas.unapplied?.attributes, 'info').values[0]).toMatchObject({
      text: 'SGFsbG8=',
      base64: true,
    });
  });

  test('values come exactly as they are written, entities and CDATA resolved', async () => {
    const { deltas } = await onlyObject('text-forms.xml');
    expect(texts(named(deltas.unapplied?.attributes, 'info').values)).toEqual([
      `a <b> &amp; "c" 'd' ä🦉 ]]>`,
      '<raw> & ]] ]',
      'before xy',
      '  spaces  ',
      '',
    ]);
  });

  test('line ends in values: CR LF and a lone CR are LF, a reference to CR stays', async () => {
    const { objects } = await readFile(fixture('line-ends.xml'));
    const values = objects.map(({ object }) => texts(object.deltas.unapplied?.attributes[0]?.values ?? []));
    expect(values).toEqual([['Hall 3\nGate \r\n5\r'], ['Hall 3\nGate \r\n5\r']]);
  });

  test('white space in an attribute value is a space where it is raw, and stays as a reference', async () => {
    const object = await onlyObject('attribute-white-space.xml');
    expect(object.dn).toBe('CN=a\nb c d\te<f<');
    expect(object.type).toBe('user');
  });
});
