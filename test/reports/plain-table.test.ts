import { expect, test } from 'vitest';
import { type PlainColumn, plainTable } from '../../src/reports/plain-table.ts';
import { cellWidth } from '../../src/terminal/cells.ts';

const COLUMNS: readonly PlainColumn[] = [
  { title: 'Type', align: 'left', minimum: 4 },
  { title: 'Name', align: 'left', minimum: 6 },
  { title: 'Values', align: 'right', minimum: 6 },
];

test('columns are as wide as what they hold', () => {
  expect(plainTable(COLUMNS, [['user', 'Ana', '5']], 80, false)).toEqual([
    'Type  Name  Values',
    '----  ----  ------',
    'user  Ana        5',
  ]);
});

test('wide characters line up, and control characters are shown', () => {
  expect(
    plainTable(
      COLUMNS,
      [
        ['user', '山田太郎', '5'],
        ['\u001b[2J', 'e\u0301', '12'],
      ],
      80,
      false,
    ),
  ).toEqual([
    'Type     Name      Values',
    '-------  --------  ------',
    'user     山田太郎       5',
    '\\x1b[2J  e\u0301             12',
  ]);
});

test('the widest column gives way, and says that it was cut', () => {
  const rows = [['user', 'A name that is far too long for this line', '5']];
  const lines = plainTable(COLUMNS, rows, 30, false);
  expect(lines[2]).toBe('user  A name that is …       5');
  for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(30);
  expect(plainTable(COLUMNS, rows, 30, true)[2]).toContain('A name that is ~');
});

test('no column is narrower than its minimum', () => {
  expect(plainTable(COLUMNS, [['a', 'A long name', '5']], 5, false)[2]).toBe('a     A lon…       5');
});
