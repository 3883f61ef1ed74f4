import { EventEmitter } from 'node:events';
import { Box, render, Text, useInput } from 'ink';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { FrameOutput, type TerminalStream } from '../../src/terminal/frame-output.ts';
import { FakeStdin } from '../screens/fake-stdin.ts';
import { emptyTerminal, written } from './xterm-screen.ts';

const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

/** A terminal that takes a write only once `takes` is called, where it is slow. */
class SlowTerminal extends EventEmitter implements TerminalStream {
  columns = 20;
  rows = 5;
  slow = false;
  sent: string[] = [];
  #waiting: (() => void)[] = [];
  write(text: string, done?: () => void): boolean {
    this.sent.push(text);
    if (done && this.slow) this.#waiting.push(done);
    else done?.();
    return true;
  }
  takes(): void {
    for (const done of this.#waiting.splice(0)) done();
  }
  take(): string {
    return this.sent.splice(0).join('');
  }
}

afterEach(() => void vi.useRealTimers());

function open(pause = 0): { terminal: SlowTerminal; output: FrameOutput } {
  const terminal = new SlowTerminal();
  return { terminal, output: new FrameOutput(terminal, { pause, scrolls: true }) };
}

it('draws the first frame whole and then what changed, each in one synchronized write', () => {
  const { terminal, output } = open();
  output.write('one\ntwo');
  expect(terminal.sent).toEqual([`${BEGIN}\x1b[m\x1b[H\x1b[J\x1b[1Hone\x1b[2Htwo${END}`]);
  terminal.take();
  output.write('one\ntwX');
  expect(terminal.take()).toBe(`${BEGIN}\x1b[2;3HX${END}`);
});

it('sends nothing while nothing changes', () => {
  const { terminal, output } = open();
  output.write('one');
  terminal.take();
  for (let times = 0; times < 5; times += 1) output.write('one');
  expect(terminal.take()).toBe('');
});

it('draws only the latest of the frames that come while the terminal takes its time', () => {
  const { terminal, output } = open();
  terminal.slow = true;
  for (const text of ['Row 1', 'Row 2', 'Row 3', 'Row 4']) output.write(text);
  expect(terminal.take()).toContain('Row 1');
  terminal.takes();
  expect(terminal.take()).toBe(`${BEGIN}\x1b[1;5H4${END}`);
  terminal.takes();
  expect(terminal.take()).toBe('');
});

it('draws no faster than its pace, the last frame all the same, and has no timer then', () => {
  vi.useFakeTimers();
  const { terminal, output } = open(60);
  output.write('Row 1');
  terminal.take();
  output.write('Row 2');
  output.write('Row 3');
  expect(terminal.take()).toBe('');
  vi.advanceTimersByTime(60);
  expect(terminal.take()).toBe(`${BEGIN}\x1b[1;5H3${END}`);
  expect(vi.getTimerCount()).toBe(0);
});

it('draws what waits before it says that all is written', () => {
  vi.useFakeTimers();
  const { terminal, output } = open(60);
  output.write('Row 1');
  output.write('Row 2');
  terminal.take();
  let said = false;
  output.write('', () => {
    said = true;
  });
  expect(said).toBe(true);
  expect(terminal.take()).toBe(`${BEGIN}\x1b[1;5H2${END}`);
});

it('draws all again after a change of size, and after another screen', () => {
  const { terminal, output } = open();
  output.write('one');
  terminal.take();
  terminal.columns = 30;
  terminal.emit('resize');
  output.write('one');
  expect(terminal.take()).toContain('\x1b[J\x1b[1Hone');
  output.write('\x1b[?1049h');
  output.write('one');
  expect(terminal.take()).toContain('\x1b[J');
});

it('never draws on the screen of the shell once it was left', () => {
  vi.useFakeTimers();
  const { terminal, output } = open(60);
  output.write('\x1b[?1049h');
  output.write('one');
  output.write('two');
  output.write('\x1b[?1049l');
  terminal.take();
  vi.advanceTimersByTime(1000);
  expect(terminal.take()).toBe('');
});

it('lets go of the terminal', () => {
  const { terminal, output } = open();
  expect(terminal.listenerCount('resize')).toBe(1);
  output.close();
  expect(terminal.listenerCount('resize')).toBe(0);
});

function Counter() {
  const [count, setCount] = useState(0);
  useInput((input) => {
    setCount((old) => (input === 'x' ? Number.NaN : old + 1));
  });
  if (Number.isNaN(count)) throw new Error('a screen broke');
  return (
    <Box flexDirection="column">
      <Text inverse>世界 {count}</Text>
      <Text>below</Text>
    </Box>
  );
}

async function drawnByInk() {
  const { terminal, output } = open();
  const stdin = new FakeStdin();
  const instance = render(<Counter />, {
    stdout: output as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    debug: true,
    interactive: true,
    alternateScreen: true,
    patchConsole: false,
  });
  const ended = instance.waitUntilExit().catch(() => undefined);
  const settled = async () => {
    await new Promise((done) => setImmediate(done));
    await instance.waitUntilRenderFlush();
  };
  await settled();
  return { terminal, stdin, instance, settled, ended };
}

it('shows what Ink draws, on a screen of its own, and gives the terminal back', async () => {
  const { terminal, stdin, instance, settled } = await drawnByInk();
  const screen = emptyTerminal(20, 5);
  await written(screen, terminal.take());
  expect(screen.buffer.active.type).toBe('alternate');
  stdin.send('a');
  await settled();
  const change = terminal.take();
  expect(change).toContain('1');
  expect(change).not.toContain('below');
  await written(screen, change);
  expect(screen.buffer.active.getLine(0)?.translateToString(true)).toBe('世界 1');
  expect(screen.buffer.active.getLine(1)?.translateToString(true)).toBe('below');
  instance.unmount();
  const last = terminal.take();
  expect(last).toContain('\x1b[?1049l');
  expect(last.endsWith('\x1b[?25h')).toBe(true);
  await written(screen, last);
  expect(screen.buffer.active.type).toBe('normal');
  screen.dispose();
});

it('gives the terminal back where a screen breaks', async () => {
  const { terminal, stdin, ended } = await drawnByInk();
  stdin.send('x');
  await ended;
  const all = terminal.take();
  expect(all.lastIndexOf('\x1b[?1049l')).toBeGreaterThan(all.lastIndexOf(BEGIN));
  expect(all.endsWith('\x1b[?25h')).toBe(true);
});
