import { expect, it } from 'vitest';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { openFrameOutput } from '../../src/commands/frame-stream.ts';
import { testIo } from './test-io.ts';

function opens(env: CommandIo['env'], platform: NodeJS.Platform = 'linux', tty = true): boolean {
  const output = openFrameOutput(testIo('/', { env, platform, tty }));
  output?.close();
  return output !== null;
}

it.each(['xterm-256color', 'screen', 'tmux-256color', 'linux', 'vt220', 'rxvt-unicode', 'alacritty'])(
  'sends what changed of a frame to a terminal of the kind %s',
  (term) => expect(opens({ TERM: term })).toBe(true),
);

it.each([
  ['a terminal nobody knows', { TERM: 'ansi' }],
  ['no kind of terminal at all', {}],
  ['a screen reader', { TERM: 'xterm', INK_SCREEN_READER: 'true' }],
  ['the wish for whole lines', { TERM: 'xterm', STAGEWALK_REDRAW: 'lines' }],
])('leaves it to Ink for %s', (_, env) => expect(opens(env)).toBe(false));

it('leaves it to Ink where output is no terminal', () => {
  expect(opens({ TERM: 'xterm' }, 'linux', false)).toBe(false);
});

it('sends what changed to a console of Windows', () => {
  expect(opens({}, 'win32')).toBe(true);
});
