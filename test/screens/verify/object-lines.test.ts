import { expect, test } from 'vitest';
import { themeFor } from '../../../screens/theme.ts';
import type { LineList } from '../../../screens/verify/line-blocks.ts';
import { objectLines } from '../../../screens/verify/object-lines.ts';
import type { DetailLayout } from '../../../screens/verify/value-lines.ts';
import type { CsObject } from '../../../src/csexport/cs-object.ts';
import { objectDetails } from '../../../src/pending-exports/object-details.ts';
import { cellWidth } from '../../../src/terminal/cells.ts';
import { attribute, csObject, delta, entry, exportError } from './object-under-test.ts';

const LAYOUT: DetailLayout = {
  theme: themeFor({ color: false, unicode: true }),
  width: 77,
  whole: false,
  expanded: false,
  nameOf: () => '',
};

function linesOf(object: CsObject, over: Partial<DetailLayout> = {}): LineList {
  return objectLines(objectDetails(object), { ...LAYOUT, ...over });
}

function textOf(object: CsObject, over: Partial<DetailLayout> = {}): string {
  return Array.from(linesOf(object, over).all(), ({ text }) => text).join('\n');
}

const MANY = { multivalued: true, operation: 'update' } as const;

test('a changed value is shown before and after, on one line where it fits', () => {
  const text = textOf(
    csObject({
      unapplied: delta('update', [attribute('title', ['-Engineer', '+Manager'], { operation: 'update' })]),
      before: entry([attribute('title', ['Engineer'])]),
      after: entry([attribute('title', ['Manager'])]),
    }),
  );
  expect(text).toContain('~ update (not sent yet)');
  expect(text).toContain('\n  title: Engineer → Manager\n');
});

test('a value that is new or gone says so', () => {
  const text = textOf(
    csObject({
      unapplied: delta('update', [
        attribute('title', ['Manager'], { operation: 'add' }),
        attribute('mail', [], { operation: 'delete' }),
      ]),
      before: entry([attribute('mail', ['a@contoso.com'])]),
      after: entry([attribute('title', ['Manager'])]),
    }),
  );
  expect(text).toContain('  title: (none) → Manager');
  expect(text).toContain('  mail: a@contoso.com → (none)');
});

test('a deleted value that the file does not name is not made up', () => {
  const text = textOf(
    csObject({
      unapplied: delta('update', [attribute('manager', [], { operation: 'delete', type: 'reference' })]),
    }),
  );
  expect(text).toContain('  manager: delete, the file does not say the value');
});

test('of a delete, what does not fit on one line follows the name of its attribute', () => {
  const text = textOf(
    csObject({
      unapplied: delta('delete'),
      before: entry([
        attribute('info', ['x'.repeat(100)]),
        attribute('mail', ['a', 'b'], { multivalued: true }),
      ]),
    }),
  );
  expect(text).toMatch(/ {2}- info\n {2}- x+…\n {2}- mail\n {2}- a\n {2}- b/);
});

test('long values stand one below the other, cut; whole over several lines on a key', () => {
  const [from, to] = ['a'.repeat(100), `b${'c'.repeat(200)}`];
  const object = csObject({
    unapplied: delta('update', [attribute('info', [`-${from}`, `+${to}`], { operation: 'update' })]),
    before: entry([attribute('info', [from])]),
    after: entry([attribute('info', [to])]),
  });
  expect(textOf(object)).toMatch(/ {2}- a+…\n {2}\+ bc+…/);
  const whole = textOf(object, { whole: true });
  expect(whole.replace(/\n +/g, '')).toContain(to);
  for (const line of whole.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(LAYOUT.width);
});

test('of many values the added and deleted are shown, the rest counted until asked for', () => {
  const kept = Array.from({ length: 668 }, (_, index) => `smtp:kept${index}@contoso.com`);
  const object = csObject({
    unapplied: delta('update', [
      attribute('proxyAddresses', ['+SMTP:new@contoso.com', '-smtp:old@contoso.com'], MANY),
    ]),
    before: entry([attribute('proxyAddresses', ['smtp:old@contoso.com', ...kept], { multivalued: true })]),
    after: entry([attribute('proxyAddresses', [...kept, 'SMTP:new@contoso.com'], { multivalued: true })]),
  });
  expect(textOf(object)).toContain(
    [
      '  proxyAddresses: update, 1 added, 1 deleted, 668 unchanged (x shows them)',
      '  + SMTP:new@contoso.com',
      '  - smtp:old@contoso.com',
    ].join('\n'),
  );
  expect(textOf(object)).not.toContain('kept5');
  expect(textOf(object, { expanded: true })).toContain('    smtp:kept667@contoso.com');
});

test('members of a group stand by the name that the table knows', () => {
  const member = 'CN=Bob Old,OU=CORP';
  const group = csObject(
    {
      unapplied: delta('update', [
        attribute('member', [`-${member}`, '+CN=Eve,OU=CORP'], { ...MANY, type: 'reference' }),
      ]),
      before: entry([attribute('member', [member], { multivalued: true, type: 'reference' })]),
    },
    { type: 'group' },
  );
  const text = textOf(group, { nameOf: (dn) => (dn === member ? 'Robert Old' : '') });
  expect(text).toContain('  + Eve (CN=Eve,OU=CORP)');
  expect(text).toContain('  - Robert Old (CN=Bob Old,OU=CORP)');
  expect(textOf(group, { whole: true }).split(member)).toHaveLength(2);
});

test('a rename says from where to where', () => {
  const text = textOf(
    csObject({
      unapplied: delta('update', [], { dn: 'CN=Anna,OU=A,DC=contoso', newDn: 'CN=Anna,OU=B,DC=contoso' }),
    }),
  );
  expect(text).toContain(
    '> rename (not sent yet)\n  from CN=Anna,OU=A,DC=contoso\n  → to CN=Anna,OU=B,DC=contoso',
  );
});

test('of a delete all that the object has today is shown', () => {
  const text = textOf(
    csObject({
      unapplied: delta('delete'),
      before: entry([attribute('displayName', ['Anna Meier']), attribute('mail', ['anna@contoso.com'])]),
    }),
  );
  expect(text).toContain('The whole object is deleted. What it has today:');
  expect(text).toContain('\n  - mail: anna@contoso.com');
});

test('binary values are size and start, and whole on a key', () => {
  const picture = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64');
  const object = csObject({
    unapplied: delta('update', [
      attribute('thumbnailPhoto', [picture], { type: 'binary', operation: 'add' }),
    ]),
  });
  expect(textOf(object)).toContain('(none) → 32 bytes 0x3031323334353637…');
  expect(textOf(object, { whole: true })).toContain(picture);
});

test('errors come before the changes, with all that is known of them', () => {
  const text = textOf(csObject({ unapplied: delta('add') }, { errors: [exportError()] }));
  expect(text).toContain('‼ export error: AttributeValueMustBeUnique: code 114');
  expect(text).toContain('  Unable to update this object\n  proxyAddresses is already taken');
  expect(text).toContain('  first 2026-11-01 10:00:00.000, last 2026-11-20 10:00:00.000, 12 retries');
  expect(text.indexOf('export error')).toBeLessThan(text.indexOf('+ add'));
});

test('every export of the object is shown with its state', () => {
  const text = textOf(
    csObject({
      unapplied: delta('update', [attribute('title', ['x'], { operation: 'add' })]),
      escrowed: delta('add', [attribute('mail', ['a@contoso.com'])]),
    }),
  );
  expect(text).toContain('~ update (not sent yet)');
  expect(text).toContain('+ add (sent, result not known)');
});

test('where delta and holograms disagree it is said', () => {
  const text = textOf(
    csObject({
      unapplied: delta('update', [attribute('title', ['-Gone', '+New'], { operation: 'update' })]),
      before: entry([attribute('title', ['Other'])]),
      after: entry([attribute('title', ['New'])]),
    }),
  );
  expect(text).toMatch(
    /‼ \d disagreements? in what the file says of it, below[\s\S]*‼ title: The delta deletes "Gone"/,
  );
});

test('name, DN and state of the object are there', () => {
  const text = textOf(csObject({ unapplied: delta('add', [attribute('displayName', ['Anna Meier'])]) }));
  expect(text).toContain('DN        CN=Anna Meier,OU=Users,DC=contoso,DC=com');
  expect(text).toContain('Connector state: normal');
});

test('an encoded DN is decoded below itself', () => {
  const dn = 'CN={514635484D4B376E38307176645973555049486139513D3D}';
  const text = textOf(csObject({ unapplied: delta('delete') }, { dn }));
  expect(text).toContain('QF5HMK7n80qvdYsUPIHa9Q==');
});

test('control characters and turned text are shown, not obeyed', () => {
  const text = textOf(
    csObject(
      {
        unapplied: delta('update', [
          attribute('ti\u001btle', ['+a\u001b[2J', '-b\u202e'], { operation: 'update' }),
        ]),
      },
      { errors: [exportError({ detail: 'x\u0007y' })], dn: 'CN=a\u001bb' },
    ),
    { whole: true },
  );
  expect(text).toContain('a\\x1b[2J');
  expect(text).toContain('ti\\x1btle');
  expect(text).toContain('x\\x07y');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('a change of 100,000 members makes only the lines that are looked at', () => {
  const members = Array.from({ length: 100_000 }, (_, index) => `+CN=Member ${index},OU=CORP`);
  let asked = 0;
  const list = linesOf(
    csObject({ unapplied: delta('update', [attribute('member', members, { ...MANY, type: 'reference' })]) }),
    {
      nameOf: () => {
        asked += 1;
        return '';
      },
    },
  );
  expect(list.size).toBeGreaterThan(100_000);
  expect(list.window(60_000, 20)).toHaveLength(20);
  expect(asked).toBe(20);
});

test('a value of a million characters is shown in part and copied whole', () => {
  const long = 'x'.repeat(1_000_000);
  const object = csObject({ unapplied: delta('update', [attribute('info', [long], { operation: 'add' })]) });
  const lines = Array.from(linesOf(object, { whole: true }).all());
  expect(lines.some(({ text }) => text.includes('900,000 more characters'))).toBe(true);
  expect(lines.find(({ text }) => text.startsWith('  + x'))?.copies).toBe(long);
});

test('spaces at the ends of a value, and a value that is empty, can be seen', () => {
  const text = textOf(
    csObject({
      unapplied: delta('update', [
        attribute('title', ['-Clerk', '+Clerk '], { operation: 'update' }),
        attribute('info', [''], { operation: 'add' }),
      ]),
      before: entry([attribute('title', ['Clerk'])]),
    }),
  );
  expect(text).toContain('  title: Clerk → "Clerk "');
  expect(text).toContain('  info: (none) → ""');
});
