import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readScenario } from '../../src/walkthrough/scenarios.ts';
import { builtProgram } from '../terminal/built-program.ts';
import { startPty } from './pty-run.ts';
import type { Bench } from './report.ts';
import { median } from './result.ts';

const TIMES = 11;

/** From the start to the end of `--version` and `--help`, and to the first frame, beside Node that does nothing. */
export async function measureStartUp({ report, folder }: Bench): Promise<void> {
  const bare: number[] = [];
  const version: number[] = [];
  const help: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    bare.push(timeOf(['-e', '0']));
    version.push(timeOf([builtProgram(), '--version']));
    help.push(timeOf([builtProgram(), '--help']));
  }
  const peer = { name: 'node -e 0', figure: median(bare) };
  const shared = { peer, better: 'less' } as const;
  report.add({
    ...shared,
    measure: '--version, ms',
    ours: median(version),
    target: { of: 'more than the peer', most: 60 },
  });
  report.add({
    ...shared,
    measure: '--help, ms',
    ours: median(help),
    target: { of: 'more than the peer', most: 80 },
  });
  const [file = ''] = readScenario('contoso').files;
  const state = join(folder, 'start');
  const starts = [
    { measure: 'first frame of the walkthrough, ms', args: [], shows: 'Start the walkthrough' },
    { measure: 'first frame of triage, ms', args: ['triage', file], shows: 'Pending exports' },
  ];
  const times = starts.map((): number[] => []);
  for (let time = 0; time < TIMES; time += 1) {
    for (const [at, { args, shows }] of starts.entries()) {
      const run = startPty(process.execPath, [builtProgram(), '--state', state, ...args], { HOME: folder });
      times[at]?.push(await run.shows(shows));
      run.end();
    }
  }
  for (const [at, { measure }] of starts.entries()) {
    report.add({ ...shared, measure, ours: median(times[at] ?? []), target: { of: 'ours', most: 250 } });
  }
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}
