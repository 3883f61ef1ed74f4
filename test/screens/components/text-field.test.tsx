import { expect, test } from 'vitest';
import { TextField } from '../../../screens/components/text-field.tsx';
import { themeFor } from '../../../screens/theme.ts';
import { renderScreen, type ScreenUnderTest } from '../render-screen.tsx';

const theme = themeFor({ color: false, unicode: true });

async function field(
  initial = '',
  width = 20,
): Promise<{ screen: ScreenUnderTest; accepted: string[]; cancelled: () => boolean; changes: string[] }> {
  const accepted: string[] = [];
  const changes: string[] = [];
  let left = false;
  const screen = await renderScreen(
    <TextField
      theme={theme}
      width={width}
      initial={initial}
      onChange={(text) => changes.push(text)}
      onAccept={(text) => accepted.push(text)}
      onCancel={() => {
        left = true;
      }}
    />,
  );
  return { screen, accepted, changes, cancelled: () => left };
}

test('a burst of characters is typed whole, and what follows Enter is dropped', async () => {
  const { screen, accepted } = await field();
  await screen.type('contoso.com\rqq');
  expect(accepted).toEqual(['contoso.com']);
});

test('the cursor moves by characters, also wide and composed ones, and erases them whole', async () => {
  const { screen, accepted } = await field('a👨‍👩‍👧b');
  await screen.press('left', 'backspace', 'enter');
  expect(accepted).toEqual(['ab']);
});

test.each([
  ['home', 'xC:\\one two'],
  ['ctrl+a', 'xC:\\one two'],
  ['left', 'C:\\one twxo'],
  ['end', 'C:\\one twox'],
  ['ctrl+w', 'C:\\one x'],
  ['ctrl+u', 'x'],
])('%s, then x, gives %s', async (key, wanted) => {
  const { screen, accepted } = await field('C:\\one two');
  await screen.press(key, 'x', 'enter');
  expect(accepted).toEqual([wanted]);
});

test('question mark and h are text here', async () => {
  const { screen, changes } = await field();
  await screen.type('h?');
  expect(changes).toEqual(['h', 'h?']);
});

test('a value longer than the field scrolls, so that the cursor is seen', async () => {
  const { screen } = await field('C:\\a very long folder\\another one', 20);
  expect(screen.frame().trimEnd()).toBe('…folder\\another one_');
  await screen.press('home');
  expect(screen.frame().trimEnd()).toBe('C:\\a very long fold…');
});

test('a pasted text of several lines becomes one line, without control characters', async () => {
  const { screen, accepted } = await field();
  await screen.type('\u001b[200~contoso.com\r\nfabrikam\u0007.com\u001b[201~');
  await screen.press('enter');
  expect(accepted).toEqual(['contoso.com fabrikam.com']);
});

test('Esc cancels and accepts nothing', async () => {
  const { screen, accepted, cancelled } = await field('kept');
  await screen.press('x', 'esc');
  await expect.poll(cancelled).toBe(true);
  expect(accepted).toEqual([]);
});
