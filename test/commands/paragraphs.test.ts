import { expect, test } from 'vitest';
import { laidOut } from '../../src/commands/paragraphs.ts';
import { KeptOutput } from './test-io.ts';

const lines = (...paragraphs: string[]) => laidOut(paragraphs, new KeptOutput());

test('a paragraph is broken at 80 columns, and each line is as deep as its text', () => {
  const words = 'word '.repeat(20).trim();
  expect(lines(words, `  ${words}`, `  - ${words}`, `  [x] ${words}`)).toEqual([
    'word '.repeat(16).trim(),
    'word '.repeat(4).trim(),
    `  ${'word '.repeat(15).trim()}`,
    `  ${'word '.repeat(5).trim()}`,
    `  - ${'word '.repeat(15).trim()}`,
    `    ${'word '.repeat(5).trim()}`,
    `  [x] ${'word '.repeat(15).trim()}`,
    `      ${'word '.repeat(5).trim()}`,
  ]);
});

test('a command stays in one line, ready to copy', () => {
  const command = `      csexport "contoso.onmicrosoft.com - AAD" "C:\\${'folder\\'.repeat(12)}aad.xml" /f:x`;
  expect(lines(command)).toEqual([command]);
});

test('control characters are made visible, and empty lines stay', () => {
  expect(lines('a\u001b[31m', '', 'b')).toEqual(['a\\x1b[31m', '', 'b']);
});
