import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportTable } from '../../src/pending-exports/export-table.ts';
import { builtProgram } from '../terminal/built-program.ts';
import { type KeyCost, startPty } from './pty-run.ts';
import type { Bench } from './report.ts';
import { median } from './result.ts';

const DOWN = '\x1b[B';
/** More lines than the screen has. */
const PAST_THE_SCREEN = 50;
const TIMES = 15;

interface Viewer {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What shows that it is ready. */
  readonly ready: string;
  /** Milliseconds without a byte after which it has read its file. */
  readonly rest?: number;
  readonly key: string;
  /** Whether it has a mark that moves before the lines do. */
  readonly marks: boolean;
}

interface Costs {
  readonly move: KeyCost | null;
  readonly scroll: KeyCost;
}

/** What a key costs at 120×40, in bytes and in time, beside programs that show the same rows as text. */
export async function measureKeys({ report, folder, path }: Bench, table: ExportTable): Promise<void> {
  const text = join(folder, 'rows.tsv');
  writeRows(text, table);
  const own = await costsOf(
    {
      name: 'ours',
      command: process.execPath,
      args: [builtProgram(), '--state', join(folder, 'state'), 'triage', path],
      ready: 'Row 1',
      // It tells how far it is four times a second.
      rest: 1_000,
      key: DOWN,
      marks: true,
    },
    folder,
  );
  for (const viewer of viewersOf(text)) {
    if (spawnSync(viewer.command, ['--version'], { stdio: 'ignore' }).status !== 0) {
      report.miss({
        measure: 'keys at 120x40',
        peerName: viewer.name,
        why: `${viewer.command} is not installed`,
      });
      continue;
    }
    const peer = await costsOf(viewer, folder);
    const add = (measure: string, ours: KeyCost | null, theirs: KeyCost | null, most: number): void => {
      if (ours === null || theirs === null) return;
      const shared = { better: 'less' } as const;
      report.add({
        ...shared,
        measure: `${measure}, bytes`,
        ours: ours.bytes,
        peer: { name: viewer.name, figure: theirs.bytes },
        target: { of: 'ours', most },
      });
      report.add({
        ...shared,
        measure: `${measure}, key to last byte, ms`,
        ours: ours.milliseconds,
        peer: { name: viewer.name, figure: theirs.milliseconds },
        target: { of: 'ours', most: 8 },
      });
    };
    add('a move at 120x40', own.move, peer.move, 330);
    add('a scroll at 120x40', own.scroll, peer.scroll, 400);
  }
}

function viewersOf(text: string): Viewer[] {
  return [
    { name: 'less', command: 'less', args: ['-S', text], ready: 'rows.tsv', key: 'j', marks: false },
    {
      name: 'vim',
      command: 'vim',
      args: ['-u', 'NONE', '-N', '-n', '-R', '-c', 'set cursorline nowrap', text],
      ready: 'rows.tsv',
      key: 'j',
      marks: true,
    },
    { name: 'VisiData', command: 'vd', args: [text], ready: 'rows', key: 'j', marks: true },
  ];
}

async function costsOf(viewer: Viewer, home: string): Promise<Costs> {
  const run = startPty(viewer.command, viewer.args, { HOME: home });
  try {
    await run.shows(viewer.ready, viewer.rest);
    const move = viewer.marks ? await medianOf(() => run.press(viewer.key)) : null;
    for (let line = 0; line < PAST_THE_SCREEN; line += 1) await run.press(viewer.key);
    return { move, scroll: await medianOf(() => run.press(viewer.key)) };
  } finally {
    run.end();
  }
}

async function medianOf(press: () => Promise<KeyCost>): Promise<KeyCost> {
  const costs: KeyCost[] = [];
  // The first key meets code that has not run yet.
  await press();
  for (let time = 0; time < TIMES; time += 1) costs.push(await press());
  return {
    bytes: median(costs.map(({ bytes }) => bytes)),
    milliseconds: median(costs.map(({ milliseconds }) => milliseconds)),
  };
}

function writeRows(path: string, table: ExportTable): void {
  const lines = Array.from({ length: Math.min(1_000, table.size) }, (_, row) =>
    (['operation', 'type', 'name', 'upn', 'attributes', 'changed'] as const)
      .map((column) => table.text(column, row).replaceAll('\t', ' '))
      .join('\t'),
  );
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
}
