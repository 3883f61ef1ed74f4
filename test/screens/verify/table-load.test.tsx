import { expect, test } from 'vitest';
import type { InputFault } from '../../../src/csexport/input-fault.ts';
import type { LoadEvent } from '../../../src/pending-exports/load-event.ts';
import { misfit } from '../render-screen.tsx';
import { FILE, OPENED, people, row, tableScreen, whole } from './table-under-test.tsx';

const SENT = row({ state: 'escrowed', sentOnly: true, operation: 'add', name: 'Sent Sam' });

function progress(over: Partial<LoadEvent & { kind: 'progress' }> = {}): LoadEvent {
  return {
    kind: 'progress',
    file: 0,
    bytes: 420_000,
    totalBytes: 1_000_000,
    objects: 12_345,
    secondsLeft: 8,
    ...over,
  };
}

function ended(over: Partial<LoadEvent & { kind: 'ended' }> = {}): LoadEvent[] {
  return [
    { kind: 'ended', file: 0, objects: 20, bytes: 500_000, stopped: false, fault: null, ...over },
    { kind: 'done' },
  ];
}

const CUT_OFF: InputFault = {
  kind: 'cut-off',
  file: FILE.path,
  place: { byte: 123_456, line: 7 },
  what: 'The file ends in the middle of an object.',
  next: 'Run csexport again to a new file, and wait until it has ended.',
};

test('while the file loads the table works, and the progress is said in words', async () => {
  const screen = await tableScreen([OPENED, { kind: 'rows', file: 0, rows: people(40) }, progress()]);
  const frame = await screen.waitForFrame(/Person 001[\s\S]*Reading 42 %/);
  expect(misfit(frame, 80, 24)).toBe('');
  expect(frame).toContain('40 of 40 rows. Reading 42 %, 12,345 objects, 8 s left. Esc stops.');
  await screen.press('down', '2', 'G');
  await screen.waitForFrame(/► .*Person 040/);
  screen.tell({ kind: 'rows', file: 0, rows: people(60).slice(40) });
  await screen.waitForFrame(/60 of 60 rows/);
  screen.tell(...ended({ objects: 60 }));
  expect(await screen.waitForFrame(/60 of 60 rows(?!.*Reading)/)).not.toContain('PARTIAL');
});

test('rows that come in later are filtered and sorted like the others', async () => {
  const [first, second, third] = [people(1), people(2).slice(1), people(3).slice(2)];
  const screen = await tableScreen([OPENED, { kind: 'rows', file: 0, rows: [...second, SENT] }]);
  await screen.waitForFrame(/Person 002/);
  await screen.press('s');
  await screen.waitForFrame(/Name▲/);
  screen.tell({ kind: 'rows', file: 0, rows: [...third, ...first] });
  const frame = await screen.waitForFrame(/3 of 4 rows/);
  expect([...frame.matchAll(/Person (\d+)/g)].map(([, number]) => number)).toEqual(['001', '002', '003']);
});

test('Esc stops the load and keeps what is there; a second one leads back', async () => {
  const screen = await tableScreen([OPENED, { kind: 'rows', file: 0, rows: people(20) }, progress()]);
  await screen.waitForFrame(/Reading 42 %/);
  await screen.press('esc');
  await screen.waitForFrame(/Stopping/);
  expect(screen.loads).toEqual([{ stopped: true }]);
  expect(screen.left()).toBe(false);
  screen.tell(...ended({ stopped: true, bytes: 420_000 }));
  const frame = await screen.waitForFrame(/PARTIAL: you stopped/);
  expect(misfit(frame, 80, 24)).toBe('');
  expect(frame).toContain('‼ PARTIAL: you stopped the reading of export.xml at 42 %.');
  expect(frame).toContain('20 rows in the table');
  expect(frame).toMatch(/^PARTIAL {2}\+ 0 adds/m);
  expect(frame).toContain('PARTIAL: 20 of 20 rows');
  expect(frame).toContain('Person 001');
  await screen.press('esc');
  await expect.poll(screen.left).toBe(true);
});

test('a fault is said with place and cure, wherever there are counts, and the rows stay', async () => {
  const screen = await tableScreen([
    OPENED,
    { kind: 'rows', file: 0, rows: people(20) },
    ...ended({ fault: CUT_OFF, objects: 21 }),
  ]);
  const frame = await screen.waitForFrame(/PARTIAL: export\.xml/);
  expect(misfit(frame, 80, 24)).toBe('');
  const said = frame.replace(/\s*\n/g, ' ');
  expect(said).toContain(
    '‼ PARTIAL: export.xml, line 7, byte 123,456: The file ends in the middle of an object.',
  );
  expect(said).toContain('21 objects of it read, 20 rows in the table. Run csexport again to a new file');
  expect(frame).toMatch(/^PARTIAL {2}\+ 0 adds/m);
  expect(frame).toContain('PARTIAL: 20 of 20 rows');
  await screen.press('1');
  await screen.waitForFrame(/PARTIAL: 0 of 20 rows/);
  await screen.press('i');
  await screen.waitForFrame(/PARTIAL: export\.xml[\s\S]*│ Type/);
  await screen.press('i', '1', 'e');
  await screen.waitForFrame(/To which file[\s\S]*PARTIAL/);
});

test('a file that cannot be opened says so in the place of rows, and is not called empty', async () => {
  const missing: InputFault = {
    kind: 'missing',
    file: FILE.path,
    place: null,
    what: 'There is no such file.',
    next: 'Check the path.',
  };
  const screen = await tableScreen(ended({ fault: missing, objects: 0, bytes: 0 }));
  const frame = await screen.waitForFrame(/There is no such file/);
  expect(frame).toContain('No row was read.');
  expect(frame).toContain('Check the path.');
  expect(frame).not.toContain('staged');
});

test('a hostile path or message shows its control characters', async () => {
  const fault = { ...CUT_OFF, what: 'Bad \u001b[2J here', next: 'Look\u0007' };
  const screen = await tableScreen(ended({ fault }));
  expect(await screen.waitForFrame(/PARTIAL/)).toContain('Bad \\x1b[2J here');
});

test('an empty export says plainly that nothing is staged', async () => {
  const screen = await tableScreen([OPENED, ...ended({ objects: 0 })]);
  const frame = await screen.waitForFrame(/Nothing is staged/);
  expect(frame).toContain('export.xml: 0 objects read, and none has an export that waits.');
  expect(frame).not.toContain('PARTIAL');
});

test('where only sent exports are left, it says how to see them', async () => {
  const screen = await tableScreen(whole([SENT]));
  const frame = await screen.waitForFrame(/No export waits/);
  expect(frame).toContain('1 export sent, but not confirmed: o shows them.');
  expect(frame).toContain('s 1 sent, not confirmed');
  await screen.press('o');
  await screen.waitForFrame(/s add +user +Sent Sam/);
});

test('the files are read again on a key, in the same view', async () => {
  const screen = await tableScreen(whole(people(10)));
  await screen.waitForFrame(/Person 001/);
  await screen.press('s', 'R');
  await screen.waitForFrame(/0 of 0 rows/);
  expect(screen.loads).toHaveLength(2);
  expect(screen.loads[0]?.stopped).toBe(true);
  screen.tell(...whole(people(11)));
  const frame = await screen.waitForFrame(/11 of 11 rows/);
  expect(frame).toContain('Name▲');
});

test('leaving the screen stops the load, and what comes late is dropped', async () => {
  const screen = await tableScreen([OPENED, { kind: 'rows', file: 0, rows: people(5) }]);
  await screen.waitForFrame(/Person 001/);
  screen.unmount();
  expect(screen.loads).toEqual([{ stopped: true }]);
  screen.tell({ kind: 'rows', file: 0, rows: people(5) }, ...ended());
});
