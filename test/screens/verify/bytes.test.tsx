import { EventEmitter } from 'node:events';
import { render } from 'ink';
import { afterEach, expect, test, vi } from 'vitest';
import { themeFor } from '../../../screens/theme.ts';
import { TableScreen } from '../../../screens/verify/table-screen.tsx';
import { FakeStdin } from '../fake-stdin.ts';
import { FILE, people, whole, world } from './table-under-test.tsx';

// Colours are bytes too, and chalk looks for them once, when it is loaded.
vi.hoisted(() => {
  process.env['FORCE_COLOR'] = '1';
});

// The bytes that go to a real terminal: the harness draws whole frames, and cannot tell.
class CountingStdout extends EventEmitter {
  isTTY = true;
  written: string[] = [];
  readonly columns: number;
  readonly rows: number;
  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }
  write = (text: string, ...rest: readonly unknown[]): boolean => {
    this.written.push(text);
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  };
}

const mounted: (() => void)[] = [];
afterEach(() => {
  for (const unmount of mounted.splice(0)) unmount();
});

async function written(columns: number, rows: number) {
  const stdout = new CountingStdout(columns, rows);
  const stdin = new FakeStdin();
  const { services, tell } = world();
  const terminal = { columns, rows, color: true, unicode: true };
  const instance = render(
    <TableScreen
      terminal={terminal}
      theme={themeFor(terminal)}
      services={services}
      files={[FILE.path]}
      training={false}
      deletionThreshold={500}
      onBack={() => {}}
    />,
    {
      stdout: stdout as unknown as NodeJS.WriteStream,
      stdin: stdin as unknown as NodeJS.ReadStream,
      interactive: true,
      incrementalRendering: true,
      patchConsole: false,
      exitOnCtrlC: false,
      maxFps: 15,
    },
  );
  mounted.push(() => {
    instance.unmount();
    instance.cleanup();
  });
  const settled = async (): Promise<void> => {
    await new Promise((done) => setImmediate(done));
    await instance.waitUntilRenderFlush();
  };
  await settled();
  tell(...whole(people(500)));
  await expect.poll(() => stdout.written.join('')).toContain('Person 010');
  await settled();
  return async (key: string): Promise<string> => {
    stdout.written = [];
    stdin.send(key);
    await settled();
    return stdout.written.join('');
  };
}

test.each([
  [80, 24, 400],
  [120, 40, 440],
])('at %i×%i a move of the cursor writes few bytes and clears nothing', async (columns, rows, most) => {
  const press = await written(columns, rows);
  await press('\u001b[B');
  const bytes = await press('\u001b[B');
  expect(bytes).toContain('Person 003');
  expect(bytes).not.toContain('Person 005');
  expect(Buffer.byteLength(bytes)).toBeLessThanOrEqual(most);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes that clear a screen
  expect(bytes).not.toMatch(/\u001b\[[0-3]?J/);
});
