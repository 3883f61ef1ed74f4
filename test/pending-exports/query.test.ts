import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import { matches, namesState, parseQuery, type Query } from '../../src/pending-exports/query.ts';
import { exportRow } from './cs-object-builder.ts';

function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.mistake.message}`);
  return parsed.query;
}

function mistake(text: string): { at: number; message: string } {
  const parsed = parseQuery(text);
  if (parsed.ok) throw new Error(`${text} has no mistake`);
  return parsed.mistake;
}

const fits = (text: string, row: Partial<ExportRow> = {}): boolean => matches(query(text), exportRow(row));

describe('words on their own', () => {
  it.each<[string, Partial<ExportRow>]>([
    ['name', { name: 'a Needle' }],
    ['UPN', { upn: 'needle@contoso.com' }],
    ['DN', { dn: 'CN=needle' }],
    ['new DN', { newDn: 'CN=needle' }],
    ['id', { id: '{NEEDLE}' }],
    ['type', { type: 'needle' }],
    ['attributes', { attributes: ['mail', 'needleCount'] }],
    ['displayName', { displayName: 'Needle' }],
    ['sourceAnchor', { sourceAnchor: 'NeEdLe==' }],
    ['alias', { alias: 'needle' }],
    ['primary address', { primarySmtp: 'needle@contoso.com' }],
    ['SAM account name', { onPremisesSamAccountName: 'needle' }],
    ['mail', { mail: 'needle@contoso.com' }],
    ['connector', { connectorName: 'needle.com' }],
    ['error', { error: 'needle-error' }],
  ])('are found in the %s', (_, row) => {
    expect(fits('needle', row)).toBe(true);
    expect(fits('needle')).toBe(false);
  });

  it('are found in operation and state', () => {
    expect(fits('delete', { operation: 'delete' })).toBe(true);
    expect(fits('escrowed', { state: 'escrowed' })).toBe(true);
  });

  it('must all be there, in any column', () => {
    expect(fits('alva proxy')).toBe(true);
    expect(fits('alva nowhere')).toBe(false);
  });

  it('fit every row when there are none', () => {
    expect(fits('')).toBe(true);
    expect(fits('   ')).toBe(true);
  });

  it('in quotes stand for themselves, spaces and signs with them', () => {
    expect(fits('"va be"')).toBe(true);
    expect(fits('va be')).toBe(true);
    expect(fits('"be va"')).toBe(false);
    expect(fits('"a*g"')).toBe(false);
    expect(fits('"-x"', { name: 'a-x' })).toBe(true);
    expect(fits('"op:add"', { name: 'op:add' })).toBe(true);
    expect(fits('"say ""hi"""', { name: 'Say "Hi" there' })).toBe(true);
  });

  it('take * for any characters', () => {
    expect(fits('*@contoso.com')).toBe(true);
    expect(fits('va*rg')).toBe(true);
    expect(fits('rg*va')).toBe(false);
  });

  it('keep what is no field as text', () => {
    expect(fits('12:30', { name: 'at 12:30' })).toBe(true);
    expect(fits('o"brien', { name: 'O"Brien' })).toBe(true);
  });
});

describe('fields', () => {
  it.each<[string, boolean, Partial<ExportRow>]>([
    ['op:delete', true, { operation: 'delete' }],
    ['op:delete', false, { operation: 'delete-add' }],
    ['OP:Delete', true, { operation: 'delete' }],
    ['operation:rename', true, { operation: 'rename' }],
    ['op:update', false, { operation: 'rename' }],
    ['op:delete*', true, { operation: 'delete-add' }],
    ['op:add,delete', true, { operation: 'add' }],
    ['op:add,delete', false, { operation: 'update' }],
    ['op:other', true, { operation: 'other' }],
    ['type:user', true, {}],
    ['type:use', false, {}],
    ['type:*e*', true, {}],
    ['type:user,group', true, { type: 'group' }],
    ['type:"my type"', true, { type: 'My Type' }],
    ['attr:mail', true, {}],
    ['attr:PROXYADDRESSES', true, {}],
    ['attr:proxy', false, {}],
    ['attr:proxy*', true, {}],
    ['attr:*', false, { attributes: [] }],
    ['attr:"a,b"', true, { attributes: ['A,B'] }],
    ['attr:"a,b"', false, { attributes: ['a', 'b'] }],
    ['attribute:mail', true, {}],
    ['state:escrowed', true, { state: 'escrowed' }],
    ['state:escrowed', false, {}],
    ['state:*', true, {}],
    ['connector:aad', true, {}],
    ['connector:b891884f', true, {}],
    ['connector:fabrikam', false, {}],
    ['upn:alva@', true, {}],
    ['upn:*@contoso.com', true, {}],
    ['upn:*@contoso.com', false, { upn: 'alva@contoso.com.example' }],
    ['userPrincipalName:alva', true, {}],
    ['name:berg', true, {}],
    ['name:"va be"', true, {}],
    ['name:"* berg"', true, {}],
    ['name:mail', false, {}],
    ['display:berg', true, { name: '' }],
    ['dn:41', true, {}],
    ['dn:OU=Staff,DC=contoso', true, { dn: 'CN=A,OU=Staff,DC=contoso,DC=com' }],
    ['newdn:*', false, {}],
    ['newdn:*', true, { newDn: 'CN=B' }],
    ['id:34cf', true, {}],
    ['anchor:qufb', true, {}],
    ['alias:alva', true, {}],
    ['smtp:alva.berg', true, {}],
    ['sam:aberg', true, {}],
    ['mail:alva.berg', true, {}],
    ['error:*', false, {}],
    ['error:*', true, { error: 'permission-issue' }],
    ['error:permission', true, { error: 'permission-issue' }],
    ['changed:3', true, {}],
    ['changed:=3', true, {}],
    ['changed:>3', false, {}],
    ['changed:>2', true, {}],
    ['changed:>=3', true, {}],
    ['changed:<3', false, {}],
    ['changed:<4', true, {}],
    ['changed:<=3', true, {}],
    ['changed:<=2', false, {}],
    ['changed:"> 2"', true, {}],
    ['-type:group', true, {}],
    ['-type:user', false, {}],
    ['-"va be"', false, {}],
    ['-alva', false, {}],
    ['-attr:mail', false, {}],
    ['type:user -op:delete changed:>1 "Alva B" upn:*@contoso.com', true, {}],
  ])('%s: %s', (text, expected, row) => {
    expect(fits(text, row)).toBe(expected);
  });
});

describe('a mistake', () => {
  it.each([
    [
      'foo:bar',
      0,
      'foo: is no field; fields are op, type, attr, state, connector, upn, name, display, dn, newdn, id, anchor, alias, smtp, sam, mail, error, changed. To look for the text itself write "foo:bar"',
    ],
    ['alva  http://x', 6, 'http: is no field'],
    ['op:', 0, 'op: needs a value: add, update, rename, delete, delete-add, replace, obsolete'],
    ['type:user op:', 10, 'op: needs a value'],
    ['op:,', 0, 'op: needs a value'],
    ['op:remove', 0, 'op:remove is not known; known are add, update, rename, delete'],
    ['op:add,remove', 0, 'op:remove is not known'],
    ['state:sent', 0, 'state:sent is not known; known are unapplied, escrowed, unconfirmed'],
    ['type:', 0, 'type: needs a value, or * for any'],
    ['type:""', 0, 'type: needs a value'],
    ['upn:', 0, 'upn: needs a value'],
    ['-upn:', 0, 'upn: needs a value'],
    ['upn:""', 0, 'upn: needs a value'],
    ['""', 0, 'There is nothing between the quotes'],
    ['alva "ber', 5, 'The quotes are not closed'],
    ['name:"ber', 5, 'The quotes are not closed'],
    ['"', 0, 'The quotes are not closed'],
    ['"ber""', 0, 'The quotes are not closed'],
    ['"a"b', 3, 'A space is missing after the quotes'],
    ['type:user -', 10, 'A - leaves out what follows it'],
    ['changed:', 0, 'changed: needs a number'],
    ['changed:>', 0, 'changed: needs a number'],
    ['changed:many', 0, 'changed: needs a number'],
    ['changed:-1', 0, 'changed: needs a number'],
    ['changed:1.5', 0, 'changed: needs a number'],
  ])('%j is said at %d: %s', (text, at, message) => {
    const said = mistake(text);
    expect(said.at).toBe(at);
    expect(said.message).toContain(message);
    expect(said.message).not.toContain('\n');
  });

  it('comes with a form of the query that works', () => {
    const { message } = mistake('foo:a"b');
    const proposed = message.slice(message.indexOf('write ') + 'write '.length);
    expect(fits(proposed, { name: 'foo:a"b' })).toBe(true);
  });
});

describe('namesState', () => {
  it.each([
    ['', false],
    ['op:delete unapplied "state:x"', false],
    ['state:escrowed', true],
    ['op:add -state:unapplied', true],
  ])('%j: %s', (text, names) => {
    expect(namesState(query(text))).toBe(names);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'op:',
    'type:',
    'changed:',
    '>',
    '*',
    '"',
    '""',
    '-',
    ' ',
    ',',
    'add',
    'é',
    '5',
    ':',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  );

  it('is a query or a mistake at a place in it, and never throws', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseQuery(text);
        if (parsed.ok) matches(parsed.query, exportRow());
        else expect(parsed.mistake.at >= 0 && parsed.mistake.at <= text.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a million signs is answered', () => {
    for (const sign of ['"', '-', '*', 'a', ' ', '""'])
      expect(parseQuery(sign.repeat(1_000_000))).toBeDefined();
  });

  it('with - before it fits exactly the other rows', () => {
    const terms = fc.constantFrom(
      'type:user',
      'op:a*',
      'changed:>2',
      '"va b"',
      'berg',
      'error:*',
      'attr:mail,member',
    );
    const rows = fc.record({
      type: fc.constantFrom('user', 'group', ''),
      operation: fc.constantFrom<ExportRow['operation']>('add', 'delete', 'other'),
      changedValues: fc.nat(5),
      name: fc.constantFrom('Alva Berg', 'Bo', ''),
      displayName: fc.constantFrom('Alva Berg', ''),
      error: fc.constantFrom('', 'cd-error'),
      attributes: fc.subarray(['mail', 'member', 'info']),
    });
    fc.assert(
      fc.property(terms, rows, (term, row) => {
        expect(fits(`-${term}`, row)).toBe(!fits(term, row));
      }),
    );
  });
});
