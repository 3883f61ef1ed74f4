import { expect, test } from 'vitest';
import type { Outcome } from '../../../screens/services.ts';
import { misfit } from '../render-screen.tsx';
import { people, tableScreen, whole } from './table-under-test.tsx';

const rows = people(6, (index) => ({ operation: index < 2 ? 'delete' : 'add' }));

test('what is shown is written to the proposed file, and it says so', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('4', 'e');
  const frame = await screen.waitForFrame(/Write what is shown: 2 rows/);
  expect(misfit(frame, 80, 24)).toBe('');
  expect(frame).toContain('D:\\exports\\shown.csv');
  await screen.press('enter');
  await screen.waitForFrame(/Wrote D:\\exports\\shown\.csv/);
  expect(screen.written).toEqual([
    {
      path: 'D:\\exports\\shown.csv',
      force: false,
      ranges: [
        { start: 0, end: 10 },
        { start: 10, end: 20 },
      ],
    },
  ]);
});

test('a file that is there is written over only after a second Enter on the same name', async () => {
  const tried: { path: string; force: boolean }[] = [];
  const screen = await tableScreen(whole(rows), {
    services: {
      exportShown: (_shown, path, force): Promise<Outcome> => {
        tried.push({ path, force });
        return Promise.resolve(
          force
            ? { ok: true, said: `Wrote ${path}` }
            : { ok: false, said: `${path} is there already.`, exists: true },
        );
      },
    },
  });
  await screen.waitForFrame(/Person 001/);
  await screen.press('e', 'enter');
  const refused = await screen.waitForFrame(/Not written: D:\\exports\\shown\.csv is there already/);
  expect(misfit(refused, 80, 24)).toBe('');
  await screen.press('x');
  await screen.waitForFrame(/shown\.csvx(?![\s\S]*Not written)/);
  await screen.press('enter');
  await screen.waitForFrame(/Not written: D:\\exports\\shown\.csvx[\s\S]*Enter again writes over that file/);
  await screen.press('enter');
  await screen.waitForFrame(/Wrote D:\\exports\\shown\.csvx/);
  expect(tried).toEqual([
    { path: 'D:\\exports\\shown.csv', force: false },
    { path: 'D:\\exports\\shown.csvx', force: false },
    { path: 'D:\\exports\\shown.csvx', force: true },
  ]);
});

test('what was refused for any other reason is not written over by a second Enter', async () => {
  const forced: boolean[] = [];
  const screen = await tableScreen(whole(rows), {
    services: {
      exportShown: (_shown, path, force): Promise<Outcome> => {
        forced.push(force);
        return Promise.resolve({ ok: false, said: `${path}: is the file to be read.` });
      },
    },
  });
  await screen.waitForFrame(/Person 001/);
  await screen.press('e', 'enter');
  const refused = await screen.waitForFrame(/Not written: .*is the file to be read/);
  expect(refused).not.toContain('writes over');
  await screen.press('enter');
  await expect.poll(() => forced).toEqual([false, false]);
});

test('Esc writes nothing', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('e', 'esc');
  await screen.waitForFrame(/Person 001/);
  expect(screen.written).toEqual([]);
});

test('a name that is empty is asked for', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.press('e', 'ctrl+u', 'enter');
  await screen.waitForFrame(/Not written: Type the name of a file/);
  expect(screen.written).toEqual([]);
});

test('where no row is shown there is nothing to write', async () => {
  const screen = await tableScreen(whole(rows));
  await screen.waitForFrame(/Person 001/);
  await screen.type('/nobody\r');
  await screen.waitForFrame(/0 of 6 rows/);
  await screen.press('e');
  const frame = await screen.waitForFrame(/No row is shown: there is nothing to write/);
  expect(frame).not.toContain('Write what is shown');
});
