import { describe, expect, test } from 'vitest';
import { commandPieces, commandsLines } from '../../screens/components/command-to-copy.ts';
import { textLines } from '../../screens/components/wrapped-text.tsx';
import { itemLines } from '../../screens/item-lines.ts';
import { pageWith } from '../../screens/step-screen.tsx';
import { themeFor } from '../../screens/theme.ts';
import { cellWidth } from '../../src/terminal/cells.ts';
import { item } from '../../src/walkthrough/item.ts';
import { stepsFor } from '../../src/walkthrough/steps.ts';
import { FACTS, walkthroughWith } from './fake-services.ts';

const theme = themeFor({ color: false, unicode: true });
const names = { ...FACTS, aadConnector: `contoso-${'x'.repeat(112)}`, adConnectors: ["O'Brien, 会社 Ltd"] };

describe('a command', () => {
  const walkthrough = walkthroughWith(names);
  const commands = stepsFor(walkthrough.facts, walkthrough).flatMap((step) =>
    step.items.flatMap((each) => each.commands),
  );

  test.each([80, 120])('of any step stands at %i columns to its last character', (width) => {
    expect(commands.length).toBeGreaterThan(20);
    for (const command of commands) {
      const [, ...lines] = commandsLines([command], 0, width, theme).map(({ text }) => text);
      expect(lines.map((line) => line.slice('  │ '.length)).join('')).toBe(command.text.replaceAll('\n', ''));
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('keeps its spaces, and breaks after a space where one is near', () => {
    expect(commandPieces('csexport  "a b"   /f:x', 12)).toEqual(['csexport  ', '"a b"   /f:x']);
    expect(commandPieces('csexport "a" "C:\\Exports\\aad.xml"', 24)).toEqual([
      'csexport "a" ',
      '"C:\\Exports\\aad.xml"',
    ]);
    expect(commandPieces('dir "C:\\Exports\\aad.xml"', 20)).toEqual(['dir "C:\\Exports\\', 'aad.xml"']);
    expect(commandPieces('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('shows a control character and does not send it', () => {
    expect(commandPieces('echo \u0007', 40)).toEqual(['echo \\x07']);
  });
});

describe('an item', () => {
  const full = item({
    id: 'all',
    title: 'Do all of it',
    todo: ['first', 'second'],
    commands: [
      { shell: 'cmd', text: 'csexport a b' },
      { shell: 'powershell', text: 'Get-ADSyncScheduler' },
    ],
    clicks: ['Tools'],
    why: 'because',
    worked: 'it shows',
    wrong: ['nothing shows'],
    formerly: 'it was elsewhere',
    danger: 'never twice',
  });
  const lines = (): string[] =>
    itemLines(full, walkthroughWith(), 1, 80, theme).map(({ text }) => text.trimEnd());

  test('says its danger in words and with a mark before anything to do', () => {
    expect(lines().indexOf('‼ DANGER: never twice')).toBeGreaterThan(0);
    expect(lines().indexOf('‼ DANGER: never twice')).toBeLessThan(lines().indexOf('What to do'));
  });

  test('shows every part, and marks the command that is copied', () => {
    expect(lines()).toEqual([
      'Do all of it',
      '[ ] not done yet',
      '',
      '‼ DANGER: never twice',
      '',
      'What to do',
      '  1. first',
      '  2. second',
      '',
      'Commands (c copies the marked one)',
      '  Command Prompt',
      '  │ csexport a b',
      '  PowerShell',
      '► │ Get-ADSyncScheduler',
      '',
      'Where to click',
      '  1. Tools',
      '',
      'Why',
      '  because',
      '',
      'How you know that it worked',
      '  it shows',
      '',
      'What goes wrong most',
      '  - nothing shows',
      '',
      'Formerly',
      '  it was elsewhere',
    ]);
  });
});

test('a shell is named once before its commands, and what is broken goes on without a bar', () => {
  const commands = [
    { shell: 'cmd', text: 'md C:\\Exports' },
    { shell: 'cmd', text: 'dir C:\\Exports' },
  ] as const;
  expect(commandsLines(commands, 0, 14, theme).map(({ text }) => text)).toEqual([
    '  Command Prompt',
    '► │ md C:\\',
    '    Exports',
    '  │ dir C:\\',
    '    Exports',
  ]);
});

describe('lines', () => {
  test('a text is broken under its lead, and control characters show', () => {
    expect(textLines('one two three\u001b', 9, 'plain', '1. ').map(({ text }) => text)).toEqual([
      '1. one',
      '   two',
      '   three\\',
      '   x1b',
    ]);
  });

  test('a page holds whole items, and the marked one', () => {
    const block = (name: string, count: number) =>
      Array.from({ length: count }, () => ({ text: name, meaning: 'plain' as const }));
    const blocks = [block('a', 2), block('b', 2), block('c', 1), block('d', 2)];
    const page = (marked: number): string =>
      pageWith(blocks, marked, 4)
        .map(({ text }) => text)
        .join('');
    expect([page(0), page(1), page(2), page(3)]).toEqual(['aabb', 'aabb', 'cdd', 'cdd']);
  });
});
