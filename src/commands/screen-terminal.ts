import type { Terminal } from '../terminal/terminal.ts';
import type { CommandIo, GlobalOptions } from './command-io.ts';

/** Whether a screen can be shown: keys come one by one, and the cursor can be moved. */
export function hasScreen(io: CommandIo, globals: GlobalOptions): boolean {
  if (globals.plain || io.env['TERM'] === 'dumb') return false;
  const keys = io.stdin.isTTY === true && typeof io.stdin.setRawMode === 'function';
  return keys && io.stdout.isTTY === true;
}

/** What the screen can do. Columns and rows are those of the moment; the screens follow a resize themselves. */
export function screenTerminal(io: CommandIo, globals: GlobalOptions): Terminal {
  return {
    columns: io.stdout.columns ?? 80,
    rows: io.stdout.rows ?? 24,
    color: wantsColor(io.env, globals),
    unicode: !globals.ascii,
  };
}

/** NO_COLOR (https://no-color.org) says no where it is not empty; FORCE_COLOR=0 says no too. */
function wantsColor(env: CommandIo['env'], globals: GlobalOptions): boolean {
  if (!globals.color || env['NO_COLOR']) return false;
  return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
}
