import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const bench = fileURLToPath(new URL('bench.ts', import.meta.url));

function run(...args: string[]) {
  // No program is found on this path, not even those that are installed.
  const env = { ...process.env, PATH: '/nowhere' };
  return spawnSync(process.execPath, [bench, ...args], { encoding: 'utf8', env });
}

// The system's Python is asked by its own path: where it has lxml, that alone is not missing.
it('refuses the full run where a program to compare with is missing, and says how to install it', () => {
  const { status, stderr, stdout } = run('--full');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^Not on this machine: (lxml, )?expat, less, vim, VisiData\. On Debian: apt-get install /,
  );
  expect(stderr).toContain('libexpat1-dev gcc less vim visidata');
});

it('runs either quick or full', () => {
  expect(run('--quick', '--full')).toMatchObject({ status: 2, stderr: '--quick or --full, not both.\n' });
});
