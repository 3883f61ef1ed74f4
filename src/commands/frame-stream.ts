import { FrameOutput, type TerminalStream } from '../terminal/frame-output.ts';
import type { CommandIo } from './command-io.ts';

/** Over RDP each frame is a picture of the window: no more than 15 a second. */
const PAUSE_MS = 1000 / 15;

// Those that have a scroll region and insert and delete lines, by the names that terminfo knows them by.
const SCROLLING =
  /^(xterm|screen|tmux|rxvt|linux|vt[1-5]\d\d|alacritty|kitty|foot|wezterm|ghostty|contour|konsole|gnome|vte|mintty|cygwin|putty|st\b|iterm)/i;

/**
 * What stands between Ink and this terminal; null where Ink itself is to send whole lines: where it is not known what
 * the terminal can do, for a screen reader, and where STAGEWALK_REDRAW=lines asks for it.
 */
export function openFrameOutput({ env, platform, stdout }: CommandIo): FrameOutput | null {
  if (env['STAGEWALK_REDRAW'] === 'lines' || env['INK_SCREEN_READER'] === 'true') return null;
  if (!stdout.isTTY || !stdout.columns || !stdout.rows) return null;
  const scrolls = SCROLLING.test(env['TERM'] ?? '') || (platform === 'win32' && isNewWindowsTerminal(env));
  // Node itself makes any console of Windows place its cursor, erase and take styles.
  if (!scrolls && platform !== 'win32') return null;
  return new FrameOutput(stdout as TerminalStream & typeof stdout, { pause: PAUSE_MS, scrolls });
}

/** The console of Windows has a scroll region too, but not where it is set to its legacy mode, which it does not tell. */
function isNewWindowsTerminal(env: CommandIo['env']): boolean {
  return Boolean(env['WT_SESSION']) || env['ConEmuANSI'] === 'ON';
}
