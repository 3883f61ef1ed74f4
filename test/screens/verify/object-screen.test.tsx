import { expect, test } from 'vitest';
import { InputFaultError } from '../../../src/csexport/input-fault.ts';
import { misfit } from '../render-screen.tsx';
import { attribute, csObject, delta, entry } from './object-under-test.ts';
import { FILE, objectsAt, people, row, tableScreen, whole } from './table-under-test.tsx';

const PHONES = Array.from({ length: 60 }, (_, index) => `030 ${1000 + index}`);
const anna = csObject(
  {
    unapplied: delta('update', [
      attribute('title', ['-Engineer', '+Manager'], { operation: 'update' }),
      attribute('otherTelephone', ['+030 1'], { operation: 'update', multivalued: true }),
    ]),
    before: entry([
      attribute('displayName', ['Anna Meier']),
      attribute('title', ['Engineer']),
      attribute('otherTelephone', PHONES, { multivalued: true }),
    ]),
  },
  { dn: 'CN=Anna Meier,OU=Users,DC=contoso,DC=com' },
);
const bob = csObject(
  { unapplied: delta('delete'), before: entry([attribute('displayName', ['Bob'])]) },
  { dn: 'CN=Bob,OU=Users,DC=contoso,DC=com' },
);
const rows = [
  row({ name: 'Anna Meier', range: { start: 0, end: 10 } }),
  row({ name: 'Bob', operation: 'delete', range: { start: 10, end: 20 } }),
];
const readObject = objectsAt({ 0: anna, 10: bob });

test.each([
  [80, 24],
  [120, 40],
])('at %i×%i Enter opens the object, and the way back leads to its row', async (columns, lines) => {
  const screen = await tableScreen(whole(rows), {
    columns,
    rows: lines,
    training: true,
    services: { readObject },
  });
  await screen.waitForFrame(/Anna/);
  await screen.press('enter');
  const frame = await screen.waitForFrame(/title: Engineer → Manager/);
  expect(misfit(frame, columns, lines)).toBe('');
  expect(frame).toMatch(/^Anna Meier {2}TRAINING.*1 of 2 rows/);
  expect(frame).toMatch(/^► Name {6}Anna Meier/m);
  await screen.press('q');
  await screen.waitForFrame(/► ~ update.*Anna/);
});

test('the next and the previous row open without leaving, and the ends say so', async () => {
  const screen = await tableScreen(whole(rows), { services: { readObject } });
  await screen.waitForFrame(/Anna/);
  await screen.press('enter');
  await screen.waitForFrame(/Engineer/);
  await screen.press('n');
  const frame = await screen.waitForFrame(/The whole object is deleted/);
  expect(frame).toContain('2 of 2 rows');
  await screen.press('right');
  await screen.waitForFrame(/This is the last row/);
  await screen.press('left');
  await screen.waitForFrame(/Engineer/);
  await screen.press('N');
  await screen.waitForFrame(/This is the first row/);
  await screen.press('n');
  await screen.waitForFrame(/The whole object is deleted/);
  await screen.press('q');
  await screen.waitForFrame(/► - delete.*Bob/);
});

test('unchanged values are shown on a key, the marked line stays, and the place is kept', async () => {
  const screen = await tableScreen(whole(rows), { services: { readObject } });
  await screen.waitForFrame(/Anna/);
  await screen.press('enter');
  await screen.waitForFrame(/60 unchanged \(x shows them\)/);
  await screen.type('jjjjjj');
  await screen.waitForFrame(/► .*title: Engineer/);
  await screen.press('x');
  const expanded = await screen.waitForFrame(/030 1000/);
  expect(expanded).toMatch(/► .*title: Engineer/);
  expect(misfit(expanded, 80, 24)).toBe('');
  await screen.press('pagedown', 'pagedown');
  const further = await screen.waitForFrame(/► .*030 10\d\d/);
  const marked = /► .*(030 10\d\d)/.exec(further)?.[1] ?? '';
  await screen.press('n');
  await screen.waitForFrame(/The whole object/);
  await screen.press('N');
  expect(await screen.waitForFrame(/030 10\d\d/)).toMatch(new RegExp(`► .*${marked}`));
});

test('the line, the DN and the whole object are copied', async () => {
  const screen = await tableScreen(whole(rows), { services: { readObject } });
  await screen.waitForFrame(/Anna/);
  await screen.press('enter');
  await screen.waitForFrame(/Engineer/);
  await screen.type('jjjjjjcdy');
  await screen.waitForFrame(/Copied to the clipboard/);
  expect(screen.copied.slice(0, 2)).toEqual(['Manager', anna.dn]);
  expect(screen.copied[2]).toContain('  title: Engineer → Manager\n');
});

test('a file that has changed says so and what to do', async () => {
  const fault = {
    kind: 'changed',
    file: FILE.path,
    place: null,
    what: 'The file has changed since it was read.',
    next: 'Read it again.',
  } as const;
  const screen = await tableScreen(whole(rows), {
    services: { readObject: () => Promise.reject(new InputFaultError(fault)) },
  });
  await screen.waitForFrame(/Anna/);
  await screen.press('enter');
  const frame = await screen.waitForFrame(/‼ export\.xml: The file has changed since it was read\./);
  expect(frame).toContain('Read it again.');
  expect(frame).toContain('q leads back to the table; R there reads the files again.');
  await screen.press('q', 'R');
  await screen.waitForFrame(/0 of 0 rows/);
  expect(screen.loads).toHaveLength(2);
});

test('any other failure is said without a stack trace', async () => {
  const screen = await tableScreen(whole(rows), {
    services: { readObject: () => Promise.reject(new Error('EIO: i/o error')) },
  });
  await screen.waitForFrame(/Anna/);
  await screen.press('enter');
  expect(await screen.waitForFrame(/EIO: i\/o error/)).not.toMatch(/at .*\.ts/);
});

test('help of the object closes to it', async () => {
  const screen = await tableScreen(whole(rows), { services: { readObject } });
  await screen.waitForFrame(/Anna/);
  await screen.press('enter');
  await screen.waitForFrame(/Engineer/);
  await screen.press('?');
  await screen.waitForFrame(/Show the unchanged values too/);
  await screen.press('q');
  await screen.waitForFrame(/Engineer/);
});

test('members that the table has stand by their names', async () => {
  const dn = 'CN={4142}';
  const group = csObject({
    unapplied: delta('update', [
      attribute('member', [`+${dn}`], { operation: 'update', multivalued: true, type: 'reference' }),
    ]),
  });
  const screen = await tableScreen(
    whole([
      row({ name: 'Sales', type: 'group' }),
      row({ name: 'Robert Old', dn, range: { start: 90, end: 99 } }),
    ]),
    { services: { readObject: objectsAt({ 0: group }) } },
  );
  await screen.waitForFrame(/Sales/);
  await screen.press('enter');
  await screen.waitForFrame(/\+ Robert Old \(/);
});

test('a part of a file says PARTIAL here too', async () => {
  const screen = await tableScreen(
    [
      ...whole(people(3)).slice(0, 2),
      { kind: 'ended', file: 0, objects: 3, bytes: 10, stopped: true, fault: null },
      { kind: 'done' },
    ],
    { services: { readObject } },
  );
  await screen.waitForFrame(/PARTIAL/);
  await screen.press('enter');
  await screen.waitForFrame(/PARTIAL: 1 of 3 rows[\s\S]*Engineer/);
});
