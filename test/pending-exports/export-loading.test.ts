import { describe, expect, test } from 'vitest';
import type { ReadEnd, ReadObject } from '../../src/csexport/export-reader.ts';
import { type InputFault, InputFaultError } from '../../src/csexport/input-fault.ts';
import type { OpenedExport } from '../../src/csexport/open-export.ts';
import { loadFiles } from '../../src/pending-exports/export-loading.ts';
import type { ExportRow } from '../../src/pending-exports/export-row.ts';
import type { LoadEvent } from '../../src/pending-exports/load-event.ts';
import { rowsIn } from '../../src/pending-exports/stored-row.ts';
import { csObject, delta } from './cs-object-builder.ts';

/** One batch of a simulated file: how long it takes to read, in milliseconds, and how many objects it holds. */
interface Batch {
  readonly takes: number;
  readonly objects?: number;
  /** Runs after the batch is read. */
  readonly after?: () => void;
}

interface SimulatedFile {
  readonly batches?: readonly Batch[];
  readonly end?: InputFault | Error | null;
  readonly opening?: Error;
}

const CUT_OFF: InputFault = {
  kind: 'cut-off',
  file: 'a.xml',
  place: { byte: 9, line: 1 },
  what: 'The file ends in the middle.',
  next: 'Write it again.',
};

function readObject(start: number): ReadObject {
  return {
    object: csObject({ deltas: { unapplied: delta('delete') } }),
    range: { start, end: start + 10 },
  };
}

/** Loads simulated files on a clock that only reading moves. Each batch of a file is an equal share of its 1000 bytes. */
async function load(files: Record<string, SimulatedFile>, signal = new AbortController().signal) {
  const events: { at: number; event: LoadEvent }[] = [];
  const closed: string[] = [];
  let now = 5_000;

  async function* read(path: string, file: SimulatedFile, count: (share: number) => void) {
    try {
      const batches = file.batches ?? [];
      for (const [index, batch] of batches.entries()) {
        if (signal.aborted) return { fault: null } satisfies ReadEnd;
        now += batch.takes;
        count((index + 1) / batches.length);
        yield Array.from({ length: batch.objects ?? 1 }, (_, place) => readObject(place));
        batch.after?.();
      }
      if (file.end instanceof Error) throw file.end;
      return { fault: file.end ?? null };
    } finally {
      closed.push(path);
    }
  }

  async function open(path: string): Promise<OpenedExport> {
    const file = files[path] ?? {};
    if (file.opening) throw file.opening;
    let bytes = 0;
    return {
      identity: { path, size: 1000, modified: 0 },
      encoding: 'utf-8',
      objects: () => {
        throw new Error('the objects are handed on one by one');
      },
      scan: async function* (taker) {
        const batches = read(path, file, (share) => {
          bytes = Math.round(share * 1000);
        });
        try {
          for (;;) {
            const step = await batches.next();
            if (step.done) return step.value;
            for (const object of step.value) taker.take(object);
            yield step.value.length;
          }
        } finally {
          await batches.return({ fault: null });
        }
      },
      bytesRead: () => bytes,
    };
  }

  const post = (event: LoadEvent) => events.push({ at: now, event });
  await loadFiles(Object.keys(files), { open, now: () => now, post, strict: false }, signal);
  return { events: events.map(({ event }) => event), timed: events, closed };
}

function ofKind<K extends LoadEvent['kind']>(events: readonly LoadEvent[], kind: K) {
  return events.filter((event): event is LoadEvent & { kind: K } => event.kind === kind);
}

function allRows(events: readonly LoadEvent[]): ExportRow[] {
  return ofKind(events, 'rows').flatMap(({ rows }) => [...rowsIn(rows)]);
}

function times(count: number, takes: number): Batch[] {
  return Array.from({ length: count }, () => ({ takes }));
}

describe('loading', () => {
  test('opens a file, sends its rows, ends it, and is done', async () => {
    const { events } = await load({ 'a.xml': { batches: [{ takes: 1, objects: 2 }] } });
    expect(events.map((event) => event.kind)).toEqual(['opened', 'rows', 'progress', 'ended', 'done']);
    expect(allRows(events.slice(0, 2)).map((row) => row.operation)).toEqual(['delete', 'delete']);
    expect(ofKind(events, 'ended')[0]).toEqual({
      kind: 'ended',
      file: 0,
      objects: 2,
      bytes: 1000,
      stopped: false,
      fault: null,
    });
  });

  test('sends the first rows at once, and later ones together', async () => {
    const { timed } = await load({ 'a.xml': { batches: times(100, 10) } });
    const sent = timed.filter(({ event }) => event.kind === 'rows');
    expect(sent[0]?.at).toBe(5_010);
    expect(sent.length).toBeLessThan(20);
    expect(allRows(sent.map(({ event }) => event))).toHaveLength(100);
  });

  test('holds no more rows back than travel well together', async () => {
    const { events } = await load({
      'a.xml': { batches: Array.from({ length: 10 }, () => ({ takes: 0, objects: 3_000 })) },
    });
    for (const event of ofKind(events, 'rows')) expect(allRows([event]).length).toBeLessThan(8_000);
    expect(ofKind(events, 'ended')[0]?.objects).toBe(30_000);
  });

  test('tells the progress at most four times a second, over all files', async () => {
    const { timed } = await load({
      'a.xml': { batches: times(100, 13) },
      'b.xml': { batches: times(100, 13) },
    });
    const told = timed.filter(({ event }) => event.kind === 'progress').map(({ at }) => at);
    expect(told.length).toBeGreaterThan(6);
    told.slice(1).forEach((at, index) => {
      expect(at - (told[index] ?? 0)).toBeGreaterThanOrEqual(250);
    });
  });

  test('says how long it takes once that can be told, nearly right for a steady reading', async () => {
    const { events } = await load({ 'a.xml': { batches: times(100, 100) } });
    const told = ofKind(events, 'progress');
    expect(told[0]?.secondsLeft).toBeNull();
    expect(told[2]?.secondsLeft).toBeNull();
    const later = told.filter((event) => event.secondsLeft !== null);
    expect(later.length).toBeGreaterThan(20);
    for (const { secondsLeft, bytes } of later) {
      expect(Math.abs((secondsLeft ?? 0) - (1000 - bytes) / 100)).toBeLessThanOrEqual(1);
    }
  });

  test('does not let one slow read make the time left jump', async () => {
    const batches = times(60, 100).with(30, { takes: 1_000 });
    const told = ofKind((await load({ 'a.xml': { batches } })).events, 'progress')
      .map((event) => event.secondsLeft)
      .filter((seconds) => seconds !== null);
    told.slice(1).forEach((seconds, index) => {
      expect(seconds - (told[index] ?? 0)).toBeLessThanOrEqual(2);
    });
  });

  test('gives a fault as data, with what was read before it', async () => {
    const { events } = await load({ 'a.xml': { batches: times(3, 1), end: CUT_OFF } });
    expect(allRows(events)).toHaveLength(3);
    expect(ofKind(events, 'ended')[0]).toMatchObject({ objects: 3, stopped: false, fault: CUT_OFF });
  });

  test('goes on with the next file after one that cannot be opened', async () => {
    const missing: InputFault = { ...CUT_OFF, kind: 'missing' };
    const { events } = await load({
      'a.xml': { opening: new InputFaultError(missing) },
      'b.xml': { batches: times(1, 1) },
    });
    expect(ofKind(events, 'ended')).toMatchObject([
      { file: 0, objects: 0, fault: missing },
      { file: 1, objects: 1, fault: null },
    ]);
    expect(events.at(-1)).toEqual({ kind: 'done' });
  });

  test('gives a failure that nobody foresaw as a fault too, and keeps the rows', async () => {
    const { events, closed } = await load({
      'a.xml': { batches: times(2, 1), end: new Error('EIO: i/o error, read') },
    });
    expect(allRows(events)).toHaveLength(2);
    const { fault } = ofKind(events, 'ended')[0] ?? {};
    expect(fault).toMatchObject({ kind: 'unreadable', file: 'a.xml' });
    expect(fault?.what).toContain('EIO: i/o error, read');
    expect(closed).toEqual(['a.xml']);
  });

  test('stopped, keeps what is there and ends every file', async () => {
    const stopping = new AbortController();
    const batches: Batch[] = [{ takes: 1, after: () => stopping.abort() }, ...times(50, 1)];
    const { events } = await load(
      { 'a.xml': { batches }, 'b.xml': { batches: times(5, 1) } },
      stopping.signal,
    );
    expect(allRows(events)).toHaveLength(1);
    expect(ofKind(events, 'ended')).toMatchObject([
      { file: 0, objects: 1, stopped: true, fault: null },
      { file: 1, objects: 0, bytes: 0, stopped: true, fault: null },
    ]);
    expect(ofKind(events, 'opened').map(({ file }) => file)).toEqual([0]);
    expect(events.at(-1)).toEqual({ kind: 'done' });
  });

  test('says nothing is staged of a file without objects', async () => {
    const { events } = await load({ 'a.xml': {} });
    expect(events.map((event) => event.kind)).toEqual(['opened', 'ended', 'done']);
  });
});
