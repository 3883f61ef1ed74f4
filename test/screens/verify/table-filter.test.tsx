import { expect, test } from 'vitest';
import { misfit } from '../render-screen.tsx';
import { people, row, tableScreen, whole } from './table-under-test.tsx';

const rows = [
  ...people(98),
  row({ name: 'Zoë Zimmer', operation: 'delete', range: { start: 9980, end: 9990 } }),
  row({ name: 'Zoran', operation: 'delete', type: 'group', range: { start: 9990, end: 9999 } }),
];

test('each key narrows the rows, and Enter keeps them', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('/');
  expect(misfit(await screen.waitForFrame(/Filter: /), 80, 24)).toBe('');
  await screen.press('z', 'o');
  const two = await screen.waitForFrame(/2 of 100 rows/);
  expect(two).toMatch(/Filter: zo_.*Enter keeps {2}Esc restores/);
  expect(two).toContain('Zoran');
  await screen.press('r');
  await screen.waitForFrame(/1 of 100 rows/);
  await screen.press('enter');
  const kept = await screen.waitForFrame(/1 of 100 rows\. Shown: filter zor/);
  expect(kept).toContain('Enter open');
});

test('Esc brings back what was shown before', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('f');
  await screen.type('zo');
  await screen.waitForFrame(/2 of 100 rows/);
  await screen.press('esc');
  const frame = await screen.waitForFrame(/100 of 100 rows/);
  expect(frame).not.toContain('Filter:');
});

test('a mistake is said, the last good result stays, and Enter does not keep it', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('/');
  await screen.type('zo');
  await screen.waitForFrame(/2 of 100 rows/);
  await screen.type(' changed:many');
  const frame = await screen.waitForFrame(/changed: needs a number/);
  expect(misfit(frame, 80, 24)).toBe('');
  expect(frame).toContain('2 of 100 rows');
  expect(frame).toContain('Zoran');
  await screen.press('enter');
  await screen.waitForFrame(/changed: needs a number/);
  await screen.press('ctrl+w');
  await screen.waitForFrame(/Filter: zo _/);
  await screen.press('enter');
  await screen.waitForFrame(/Enter open/);
});

test('a field that is being typed is not looked for as a word', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.type('/zo op:');
  await screen.waitForFrame(/op: needs a value[\s\S]*2 of 100 rows/);
  await screen.type('delete');
  await screen.waitForFrame(/op:delete_[\s\S]*/);
  await screen.press('backspace');
  await screen.waitForFrame(/op:delet is not known[\s\S]*2 of 100 rows/);
});

test('a long mistake takes two lines at most', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.type('/nosuchfield:x');
  expect(misfit(await screen.waitForFrame(/nosuchfield: is no field/), 80, 24)).toBe('');
});

test('a whole filter that arrives in one piece is typed and kept', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.type('/op:delete type:group\r');
  const frame = await screen.waitForFrame(/1 of 100 rows\. Shown: filter op:delete type:group/);
  expect(frame).toContain('Zoran');
  expect(frame).toContain('Enter open');
});

test('keys that erase count also in a burst that opens the filter', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.type('/person\r');
  await screen.waitForFrame(/98 of 100 rows/);
  await screen.type('/\u0015zoq\u007f\r');
  await screen.waitForFrame(/2 of 100 rows\. Shown: filter zo\./);
});

test('what matches nothing says so, and what leads on', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.type('/nobody\r');
  const frame = await screen.waitForFrame(/0 of 100 rows/);
  expect(frame).toMatch(/No row matches\.\s+x takes the filter away/);
  await screen.press('x');
  await screen.waitForFrame(/100 of 100 rows/);
});

test('after the filter is gone, n and N go from match to match', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('n');
  await screen.waitForFrame(/No filter was used yet/);
  await screen.type('/zo\r');
  await screen.waitForFrame(/2 of 100 rows/);
  await screen.press('x', 'g');
  await screen.waitForFrame(/► .*Person 001/);
  await screen.press('n');
  await screen.waitForFrame(/► .*Zoë/);
  await screen.press('n');
  await screen.waitForFrame(/► .*Zoran/);
  await screen.press('n');
  await screen.waitForFrame(/No row below matches zo/);
  await screen.press('N');
  await screen.waitForFrame(/► .*Zoë/);
});

test('the row under the pointer is found again when the filter goes', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.type('/zoran\r');
  await screen.waitForFrame(/► .*Zoran/);
  await screen.press('down', 'x');
  const frame = await screen.waitForFrame(/100 of 100 rows/);
  expect(frame).toMatch(/► .*Zoran/);
});

test('hostile text in the filter is shown, not obeyed', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('/');
  await screen.type('\u001b[200~a\u202eb\u001b[201~');
  const frame = await screen.waitForFrame(/u202e/);
  expect(frame).not.toContain('\u202e');
});
