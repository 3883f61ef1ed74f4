import { afterEach, expect, test } from 'vitest';
import type { Services } from '../../../screens/services.ts';
import { type FeedNews, TableFeed } from '../../../screens/verify/table-feed.ts';
import type { LoadEvent } from '../../../src/pending-exports/load-event.ts';
import { newView, reduceView, type View } from '../../../src/pending-exports/table-view.ts';
import { people, row } from './table-under-test.tsx';

const open: TableFeed[] = [];
afterEach(() => {
  for (const feed of open.splice(0)) feed.close();
});

function feedOf(): {
  feed: TableFeed;
  news: FeedNews[];
  tell: (event: LoadEvent) => void;
  stops: () => number;
} {
  const news: FeedNews[] = [];
  const feed = new TableFeed((one) => news.push(one));
  open.push(feed);
  let listener: (event: LoadEvent) => void = () => {};
  let stops = 0;
  const loadExports: Services['loadExports'] = (_files, listen) => {
    listener = listen;
    return {
      stop: () => {
        stops += 1;
      },
    };
  };
  feed.start(loadExports, ['a.xml']);
  return { feed, news, tell: (event) => listener(event), stops: () => stops };
}

function filtered(text: string): View {
  return reduceView(newView(), { kind: 'set-filter', text }).view;
}

const lastRows = (news: readonly FeedNews[]) => news.filter((one) => one.kind === 'rows').at(-1);

test('the first rows are told at once, the following ones together', async () => {
  const { news, tell } = feedOf();
  const hundred = people(100);
  for (let batch = 0; batch < 100; batch += 1) tell({ kind: 'rows', file: 0, rows: hundred });
  expect(news).toHaveLength(1);
  await expect.poll(() => lastRows(news)).toMatchObject({ total: 10_000, settled: true });
  expect(news.length).toBeLessThan(10);
});

test('the end of the load brings all rows with it', () => {
  const { news, tell } = feedOf();
  tell({ kind: 'rows', file: 0, rows: people(10) });
  tell({ kind: 'rows', file: 0, rows: people(10) });
  tell({ kind: 'done' });
  expect(lastRows(news)).toMatchObject({ total: 20, settled: true });
  expect(news.at(-1)).toEqual({ kind: 'load', event: { kind: 'done' } });
});

test('a search over many rows lets keys come between, and the next key drops it', async () => {
  const { feed, news, tell } = feedOf();
  const many = people(1_000);
  for (let batch = 0; batch < 300; batch += 1) tell({ kind: 'rows', file: 0, rows: many });
  tell({ kind: 'rows', file: 0, rows: [row({ name: 'Needle' }), row({ name: 'Nadel' })] });
  tell({ kind: 'done' });
  await expect.poll(() => lastRows(news)).toMatchObject({ total: 300_002, settled: true });
  feed.choose(filtered('needle'));
  // It goes on only when the event loop gets to it: a key that waits there comes first.
  expect(lastRows(news)?.rows.length).toBe(300_002);
  feed.choose(filtered('nadel'));
  await expect.poll(() => lastRows(news)?.rows.length, { timeout: 20_000 }).toBe(1);
  expect(feed.table.text('name', lastRows(news)?.rows[0] ?? 0)).toBe('Nadel');
  expect(news.some((one) => one.kind === 'rows' && one.settled && one.rows[0] === 300_000)).toBe(false);
});

test('a closed feed stops the load and tells nothing more', () => {
  const { feed, news, tell, stops } = feedOf();
  feed.close();
  tell({ kind: 'rows', file: 0, rows: people(3) });
  tell({ kind: 'done' });
  expect(stops()).toBe(1);
  expect(news).toEqual([]);
});

test('what columns need goes by all rows that are shown, those that come later too', () => {
  const { feed, news, tell } = feedOf();
  const needs = () => lastRows(news)?.needs;
  tell({
    kind: 'rows',
    file: 0,
    rows: [row({ name: 'Anna', operation: 'delete', attributes: [], changedValues: 0 })],
  });
  tell({ kind: 'rows', file: 0, rows: [row({ name: 'Bo', operation: 'delete-add', changedValues: 1234 })] });
  tell({ kind: 'done' });
  expect(needs()).toMatchObject({ name: 4, operation: 12, attributes: 5, changed: 5 });
  feed.choose(filtered('anna'));
  expect(needs()).toMatchObject({ name: 4, operation: 8, attributes: 0, changed: 0 });
  feed.choose({ ...newView().view, sort: { column: 'name', direction: 'descending' } });
  expect(needs()).toMatchObject({ name: 4, operation: 12, attributes: 5, changed: 5 });
});
