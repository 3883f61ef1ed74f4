import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAMS = join(import.meta.dirname, 'programs');

/** A program of another's that a figure of ours is held against. */
export interface Peer {
  readonly name: string;
  /** The package that Debian has it in. */
  readonly debian: string;
  /** Whether it is on this machine. */
  readonly found: () => boolean;
}

/** A Python that has lxml: the system's own, where another one comes first. Null where there is none. */
export function pythonWithLxml(): string | null {
  return ['/usr/bin/python3', 'python3'].find((python) => runs(python, ['-c', 'import lxml.etree'])) ?? null;
}

/**
 * Compiles the reader that uses C expat into `folder`, and gives its path; null where there is no compiler, or not the
 * library's headers.
 */
export function compiledExpat(folder: string): string | null {
  const program = join(folder, 'load-expat');
  return runs('cc', ['-O2', '-o', program, join(PROGRAMS, 'load-expat.c'), '-lexpat']) ? program : null;
}

/** What `--full` cannot do without. */
export const NEEDED: readonly Peer[] = [
  { name: 'lxml', debian: 'python3-lxml', found: () => pythonWithLxml() !== null },
  {
    name: 'expat',
    debian: 'expat libexpat1-dev gcc',
    found: () => runs('cc', ['-fsyntax-only', join(PROGRAMS, 'load-expat.c')]),
  },
  { name: 'less', debian: 'less', found: () => runs('less', ['--version']) },
  { name: 'vim', debian: 'vim', found: () => runs('vim', ['--version']) },
  { name: 'VisiData', debian: 'visidata', found: () => runs('vd', ['--version']) },
];

/** How to install what is missing; null where nothing is. */
export function installWords(peers: readonly Peer[]): string | null {
  const missing = peers.filter(({ found }) => !found());
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => name).join(', ');
  return `Not on this machine: ${names}. On Debian: apt-get install ${missing.map(({ debian }) => debian).join(' ')}`;
}

/** Lets the system forget what it holds of a file, so that the next read comes from the disk. False where it cannot. */
export function dropFromCache(path: string): boolean {
  return runs('sync', [path]) && runs('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none']);
}

/** Runs a program that prints one line of JSON, and gives it. */
export function jsonOf<Figures>(command: string, args: readonly string[]): Figures {
  const text = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(text);
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
