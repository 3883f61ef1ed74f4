import { expect, test } from 'vitest';
import type { Operation } from '../../../src/pending-exports/export-row.ts';
import { misfit } from '../render-screen.tsx';
import { people, row, tableScreen, whole } from './table-under-test.tsx';

const OPERATIONS: readonly Operation[] = ['add', 'update', 'rename', 'delete'];
const mixed = people(300, (index) => ({
  operation: OPERATIONS[index % 4] ?? 'add',
  type: index % 10 === 0 ? 'group' : 'user',
  changedValues: index,
}));

/** The names in sight, from top to bottom. */
function names(frame: string): string[] {
  return [...frame.matchAll(/Person (\d+)/g)].map(([, number]) => number ?? '');
}

test.each([
  [80, 24, 16],
  [120, 40, 32],
])('at %i×%i it shows counts, titles, rows and keys, and fits', async (columns, rows, inSight) => {
  const screen = await tableScreen(whole(mixed), { columns, rows });
  const frame = await screen.waitForFrame(/Person 001/);
  expect(misfit(frame, columns, rows)).toBe('');
  expect(frame).toContain('Pending exports: export.xml');
  expect(frame).toContain('+ 75 adds  ~ 75 updates  > 75 renames  - 75 deletes');
  expect(frame).toContain('AAD deletes 75 of 500');
  expect(frame).toContain('300 of 300 rows');
  expect(frame).toMatch(/Enter open {2}\/ filter/);
  expect(names(frame)).toHaveLength(inSight);
  expect(frame).toMatch(/► \+ add/);
});

test('keys held down over a slow line lose no step, and the ends are a key away', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.type('jjj');
  await screen.waitForFrame(/► .*Person 004/);
  await screen.press('G');
  await screen.waitForFrame(/► .*Person 300/);
  await screen.press('home', 'pagedown', 'pagedown', 'up');
  await screen.waitForFrame(/► .*Person 032/);
});

test('a quick filter shows one operation, the counts stay, undo and redo go back and forth', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.press('4');
  const deletes = await screen.waitForFrame(/75 of 300 rows\. Shown: only delete/);
  expect(names(deletes).slice(0, 2)).toEqual(['004', '008']);
  expect(deletes).toContain('+ 75 adds');
  await screen.press('u');
  await screen.waitForFrame(/300 of 300 rows/);
  await screen.press('r');
  await screen.waitForFrame(/75 of 300 rows/);
  await screen.press('4');
  await screen.waitForFrame(/300 of 300 rows/);
});

test('one type after the other', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.press('t');
  await screen.waitForFrame(/270 of 300 rows\. Shown: type user/);
  await screen.press('t');
  await screen.waitForFrame(/30 of 300 rows\. Shown: type group/);
  await screen.press('t');
  await screen.waitForFrame(/300 of 300 rows/);
});

test('any column is sorted both ways', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.press('right', 'right', 'right', 's', 's', 'g');
  const frame = await screen.waitForFrame(/Value▼[\s\S]*► .*Person 300/);
  expect(names(frame).slice(0, 2)).toEqual(['300', '299']);
  expect(frame).toContain('Sorted by Values ▼');
  await screen.press('S', 'g');
  await screen.waitForFrame(/► .*Person 001/);
});

test('counts by type and operation are one key away', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.press('i');
  const frame = await screen.waitForFrame(/│ Type/);
  expect(misfit(frame, 80, 24)).toBe('');
  expect(frame).toMatch(/│ Type +│ Adds │ Updates │ Renames │ Deletes │ Others │ Total │/);
  expect(frame).toMatch(/│ user +│ +60 │ +75 │ +60 │ +75 │ +0 │ +270 │/);
  expect(frame).toMatch(/│ group +│ +15 │ +0 │ +15 │ +0 │ +0 │ +30 │/);
  await screen.press('i');
  await screen.waitForFrame(/Person 001/);
});

test('many types scroll, in ASCII too', async () => {
  const rows = people(60, (index) => ({ type: `type${index % 30}` }));
  const screen = await tableScreen(whole(rows), { unicode: false });
  await screen.waitForFrame(/Person 001/);
  await screen.press('i');
  const frame = await screen.waitForFrame(/Types 1 to \d+ of 30/);
  expect(misfit(frame, 80, 24)).toBe('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII
  expect(frame).not.toMatch(/[^\x00-\x7f]/);
  await screen.press('G');
  await screen.waitForFrame(/to 30 of 30/);
});

test('columns are shown, hidden and moved in their pane', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.press('v');
  const frame = await screen.waitForFrame(/Columns: 7 of 19 shown/);
  expect(misfit(frame, 80, 24)).toBe('');
  expect(frame).toMatch(/► \[x\] Name +stays in place/);
  await screen.press('down', 'space');
  await screen.waitForFrame(/► \[ \] UPN/);
  await screen.press('q');
  const without = await screen.waitForFrame(/Person 001/);
  expect(without).not.toContain('UPN');
  await screen.press('u');
  await screen.waitForFrame(/UPN/);
});

test('a column out of sight scrolls in when it is marked, and the frozen ones stay', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.press('v', 'G', 'space');
  await screen.waitForFrame(/► \[x\] mail/);
  await screen.press('G', 'space', 'q');
  await screen.waitForFrame(/Person 001/);
  await screen.press('right', 'right', 'right', 'right', 'right', 'right');
  const frame = await screen.waitForFrame(/^< .*onPremises/m);
  expect(frame).toMatch(/Operation.*Name/);
});

test('cells, rows and DNs are copied, and it says so', async () => {
  const screen = await tableScreen(whole([row({ name: 'Anna' })]));
  await screen.waitForFrame(/Anna/);
  await screen.press('c', 'y', 'd');
  await screen.waitForFrame(/1 of 1 row\. Copied to the clipboard/);
  expect(screen.copied).toEqual([
    'Anna',
    'update\tuser\tAnna\tanna@contoso.com\ttitle\t2',
    'CN=Anna,OU=Users,DC=contoso,DC=com',
  ]);
  await screen.press('down');
  expect(await screen.waitForFrame(/Row 1/)).not.toContain('Copied');
});

test('help lists the keys of the table and closes to it', async () => {
  const screen = await tableScreen(whole(mixed));
  await screen.waitForFrame(/Person 001/);
  await screen.press('?');
  expect(misfit(await screen.waitForFrame(/Narrow the rows as you type/), 80, 24)).toBe('');
  await screen.press('q');
  await screen.waitForFrame(/Person 001/);
});

test('training is said all the time', async () => {
  const screen = await tableScreen(whole(mixed), { training: true });
  expect(misfit(await screen.waitForFrame(/TRAINING[\s\S]*Person 001/), 80, 24)).toBe('');
  for (const key of ['i', 'v', 'e', '?']) {
    await screen.press(key);
    expect(await screen.waitForFrame(/TRAINING/)).not.toContain('Person 001');
    await screen.press(key === 'e' ? 'esc' : 'q');
    await screen.waitForFrame(/TRAINING[\s\S]*Person 001/);
  }
});

test('the deletion threshold is a warning once it is reached', async () => {
  const screen = await tableScreen(whole(mixed), { deletionThreshold: 75 });
  await screen.waitForFrame(/‼ AAD deletes 75 of 75: AT THE DELETION THRESHOLD, all exports would stop/);
});

test('hostile and wide names neither break the frame nor reach the terminal', async () => {
  const screen = await tableScreen(
    whole([
      row({ name: '田中太郎', upn: 'tanaka@contoso.com' }),
      row({ name: '👩‍🚀 Astronaut', upn: 'astro@contoso.com' }),
      row({ name: 'evil\u001b[2J\u0007', upn: 'evil@contoso.com' }),
      row({ name: 'abc\u202egpj.exe', upn: 'turned@contoso.com' }),
      row({ name: 'x'.repeat(4000), upn: 'long@contoso.com' }),
    ]),
  );
  const frame = await screen.waitForFrame(/long@/);
  expect(misfit(frame, 80, 24)).toBe('');
  expect(frame).toContain('evil\\x1b[2J');
  expect(frame).toContain('\\u202e');
  expect(frame).not.toContain('\u202e');
  expect(frame).not.toContain('\u0007');
});

test('it lays itself out anew for every size of the window', async () => {
  const screen = await tableScreen(whole(mixed), { columns: 120, rows: 40 });
  await screen.waitForFrame(/Person 032/);
  await screen.press('G');
  await screen.waitForFrame(/► .*Person 300/);
  for (const [columns, rows] of [
    [80, 24],
    [60, 15],
    [30, 8],
    [10, 3],
    [200, 60],
  ] as const) {
    await screen.resize(columns, rows);
    expect(misfit(screen.frame(), columns, rows)).toBe('');
  }
  await screen.waitForFrame(/► .*Person 300/);
});

test('in ASCII nothing else is drawn', async () => {
  const screen = await tableScreen(whole(mixed), { unicode: false, deletionThreshold: 10 });
  await screen.waitForFrame(/> .*Person 001/);
  await screen.press('s');
  const frame = await screen.waitForFrame(/Name\^/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII
  expect(frame).not.toMatch(/[^\x00-\x7f]/);
});

test('widths go by all rows shown: they do not change from row to row, and deletes show whole names', async () => {
  const long = { name: 'Quynh Ångström (Contractor)', upn: 'quynh.angstroem@contoso.com' };
  const screen = await tableScreen(
    whole(
      people(100, (index) => ({
        ...(index > 50 ? long : {}),
        ...(index % 2 === 0 ? { operation: 'delete', attributes: [], changedValues: 0 } : {}),
        range: { start: index, end: index + 1 },
      })),
    ),
  );
  const titles = () =>
    screen
      .frame()
      .split('\n')
      .find((line) => line.includes('Operation'));
  await screen.waitForFrame(/100 of 100 rows/);
  const first = titles();
  for (const key of ['down', 'pagedown', 'G', 'k', 'g']) {
    await screen.press(key);
    expect(titles()).toBe(first);
  }
  await screen.press('4', 'G');
  const frame = await screen.waitForFrame(/50 of 100 rows/);
  expect(frame).toContain(`${long.name} ${long.upn}`);
  expect(frame).not.toContain('Attributes');
  await screen.press('0');
  await screen.waitForFrame(/100 of 100 rows/);
  expect(titles()).toBe(first);
});
