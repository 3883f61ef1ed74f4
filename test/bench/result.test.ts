import { describe, expect, it } from 'vitest';
import { installWords } from './peers.ts';
import { Report } from './report.ts';
import { type Measured, median, resultOf, tableOf, unmeasuredResult } from './result.ts';

const load: Measured = {
  measure: 'load, MB/s',
  ours: 400,
  peer: { name: 'sax', figure: 20 },
  better: 'more',
  target: { of: 'ratio', least: 20 },
};
const bytes: Measured = {
  measure: 'a move, bytes',
  ours: 330,
  peer: { name: 'vim', figure: 660 },
  better: 'less',
  target: { of: 'ours', most: 330 },
};

describe('a result', () => {
  it('says how many times as good as the peer, whichever way is better', () => {
    expect(resultOf(load).ratio).toBe(20);
    expect(resultOf(bytes).ratio).toBe(2);
    expect(resultOf({ ...bytes, ours: 1320 }).ratio).toBe(0.5);
  });

  it('holds at its target, and not beyond', () => {
    expect(resultOf(load)).toMatchObject({ target: 'at least 20x', holds: true });
    expect(resultOf({ ...load, ours: 399.9 }).holds).toBe(false);
    expect(resultOf(bytes)).toMatchObject({ target: 'at most 330', holds: true });
    expect(resultOf({ ...bytes, ours: 330.1 }).holds).toBe(false);
  });

  it('is held against what it takes more than its peer', () => {
    const start: Measured = {
      measure: '--version, ms',
      ours: 90,
      peer: { name: 'node -e 0', figure: 30 },
      better: 'less',
      target: { of: 'more than the peer', most: 60 },
    };
    expect(resultOf(start)).toMatchObject({ target: 'at most 60 more', holds: true });
    expect(resultOf({ ...start, ours: 91 }).holds).toBe(false);
    expect(resultOf({ ...start, peer: null }).holds).toBeNull();
  });

  it('has no ratio without a peer, and holds nothing without a target', () => {
    expect(resultOf({ ...bytes, peer: null })).toMatchObject({
      peer: null,
      peerName: '',
      ratio: null,
      holds: true,
    });
    expect(resultOf({ ...load, peer: null }).holds).toBeNull();
    expect(resultOf({ ...load, target: null })).toMatchObject({ target: '', holds: null });
  });

  it('has no ratio where one of the two did nothing', () => {
    expect(resultOf({ ...bytes, ours: 0 }).ratio).toBeNull();
    expect(resultOf({ ...load, peer: { name: 'sax', figure: 0 } })).toMatchObject({
      ratio: null,
      holds: null,
    });
  });

  it('is rounded only where it is shown', () => {
    expect(resultOf({ ...bytes, ours: 330.4 })).toMatchObject({ ours: 330, holds: false });
  });

  it('has these names in JSON, also where it was not measured', () => {
    const names = ['measure', 'ours', 'peer', 'peerName', 'ratio', 'target', 'holds'];
    expect(Object.keys(resultOf(load))).toEqual(names);
    const missing = unmeasuredResult({ measure: 'load', peerName: 'saxes', why: 'x' });
    expect(Object.keys(missing)).toEqual(names);
    expect(missing).toMatchObject({ ours: null, peer: null, ratio: null, holds: null });
  });
});

it('lists each result with what holds, and what was not measured and why', () => {
  const report = new Report();
  report.add(load);
  report.add({ ...bytes, ours: 1000 });
  report.miss({ measure: 'load, MB/s', peerName: 'saxes', why: 'saxes is not installed' });
  const [titles, first, second, third] = tableOf(report.results);
  expect(titles).toMatch(/^measure +ours +peer +ratio +target +holds$/);
  expect(first).toMatch(/^load, MB\/s +400 +20 +sax +20x +at least 20x +yes$/);
  expect(second).toMatch(/^a move, bytes +1,000 +660 +vim +0\.66x +at most 330 +NO$/);
  expect(third).toMatch(/^load, MB\/s +saxes +not measured$/);
  expect(report.missing).toEqual(['Not measured: load, MB/s, saxes: saxes is not installed.']);
});

it('takes the middle figure, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('says how to install the programs that are missing', () => {
  const there = { name: 'less', debian: 'less', found: () => true };
  const lxml = { name: 'lxml', debian: 'python3-lxml', found: () => false };
  const visidata = { name: 'VisiData', debian: 'visidata', found: () => false };
  expect(installWords([there])).toBeNull();
  expect(installWords([there, lxml, visidata])).toBe(
    'Not on this machine: lxml, VisiData. On Debian: apt-get install python3-lxml visidata',
  );
});
