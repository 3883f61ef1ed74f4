import { cleanup, render } from 'ink-testing-library';
import { afterEach, expect, test } from 'vitest';
import { Dialog } from '../../../screens/components/dialog.tsx';
import { HelpPanel } from '../../../screens/components/help-panel.tsx';
import { Menu } from '../../../screens/components/menu.tsx';
import { ScreenFrame } from '../../../screens/components/screen-frame.tsx';
import { bindingsFor, KEYS } from '../../../screens/keys.ts';
import { themeFor } from '../../../screens/theme.ts';
import { cellWidth } from '../../../src/terminal/cells.ts';
import { misfit, renderScreen } from '../render-screen.tsx';

const theme = themeFor({ color: false, unicode: true });
const ascii = themeFor({ color: false, unicode: false });
const terminal = { columns: 80, rows: 24, color: false, unicode: true };
afterEach(cleanup);

test('a menu marks its line with a pointer, numbers each, and cuts what is too long', () => {
  const { lastFrame, rerender } = render(
    <Menu theme={theme} width={20} lines={['short', '会社 a very long line']} cursor={1} />,
  );
  expect(lastFrame()).toBe('  1  short\n► 2  会社 a very lo…');
  rerender(<Menu theme={ascii} width={20} lines={['short', 'b']} cursor={0} />);
  expect(lastFrame()).toBe('> 1  short\n  2  b');
});

test('a dialog draws its box in ASCII where the terminal has no more', () => {
  const { lastFrame } = render(
    <Dialog terminal={terminal} theme={ascii} title={'Sure?\u001b'}>
      {null}
    </Dialog>,
  );
  expect(lastFrame()?.split('\n')).toEqual([
    `+${'-'.repeat(78)}+`,
    `| Sure?\\x1b${' '.repeat(68)}|`,
    `+${'-'.repeat(78)}+`,
  ]);
});

test('the header keeps TRAINING and the place, and cuts the title', () => {
  const { lastFrame } = render(
    <ScreenFrame
      terminal={terminal}
      theme={theme}
      title={`Pending exports: ${'長'.repeat(60)}`}
      place="3 of 9 done"
      training
      scope="step"
      status={{ text: 'y'.repeat(200), meaning: 'good' }}
    >
      {null}
    </ScreenFrame>,
  );
  const [header = '', ...rest] = lastFrame()?.split('\n') ?? [];
  expect(header).toMatch(/^Pending exports: 長+… +TRAINING, nothing here is real +3 of 9 done$/);
  expect(cellWidth(header)).toBe(80);
  expect(rest).toHaveLength(22);
  expect(misfit(lastFrame() ?? '', 80, 24)).toBe('');
});

test.each([...new Set(KEYS.map(({ scope }) => scope))])(
  'the help of %s shows every key that works there',
  async (scope) => {
    let closed = false;
    const screen = await renderScreen(
      <HelpPanel
        terminal={terminal}
        theme={theme}
        scope={scope}
        training={false}
        onClose={() => {
          closed = true;
        }}
      />,
    );
    const first = screen.frame();
    await screen.press('pagedown');
    const second = screen.frame();
    await screen.press('end');
    const seen = first + second + screen.frame();
    for (const { help } of bindingsFor(scope)) expect(seen.replace(/\s+/g, ' ')).toContain(help.slice(0, 50));
    expect(misfit(first, 80, 24)).toBe('');
    await screen.press('q');
    expect(closed).toBe(true);
  },
);
