import { expect, test } from 'vitest';
import { isPartial, newLoad, objectsRead, reduceLoad } from '../../../screens/verify/load-state.ts';
import { fileName, partialTexts, progressText } from '../../../screens/verify/load-text.ts';
import type { LoadEvent } from '../../../src/pending-exports/load-event.ts';

function loaded(...events: readonly LoadEvent[]) {
  return events.reduce(reduceLoad, newLoad(['/data/a.xml', 'D:\\b.xml']));
}

const progress = (file: number, bytes: number): LoadEvent => ({
  kind: 'progress',
  file,
  bytes,
  totalBytes: 200,
  objects: 5,
  secondsLeft: null,
});
const ended = (file: number, stopped = false): LoadEvent => ({
  kind: 'ended',
  file,
  objects: 10,
  bytes: 200,
  stopped,
  fault: null,
});

test('progress says which file it is of, counts the objects of all, and leaves out what it cannot tell', () => {
  expect(progressText(loaded(progress(0, 100)))).toBe('Reading file 1 of 2 50 %, 5 objects. Esc stops.');
  const second = loaded(ended(0), { ...progress(1, 199), secondsLeft: 200 } as LoadEvent);
  expect(progressText(second)).toBe('Reading file 2 of 2 99 %, 15 objects, 4 min left. Esc stops.');
  expect(objectsRead(second)).toBe(15);
  expect(progressText(loaded(ended(0), ended(1), { kind: 'done' }))).toBeNull();
});

test('only what ended before its end is partial', () => {
  expect(isPartial(loaded(progress(0, 100)))).toBe(false);
  expect(isPartial(loaded(ended(0)))).toBe(false);
  expect(isPartial(loaded(ended(0), ended(1, true)))).toBe(true);
  expect(partialTexts(loaded(ended(0), ended(1, true)), 7)).toHaveLength(1);
});

test('a file is named without its folder, safe to print', () => {
  expect(fileName('/data/a.xml')).toBe('a.xml');
  expect(fileName('D:\\exports\\b.xml')).toBe('b.xml');
  expect(fileName('/x/evil\u001b[2J.xml')).toBe('evil\\x1b[2J.xml');
});
