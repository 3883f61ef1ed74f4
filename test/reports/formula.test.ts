import { expect, test } from 'vitest';
import { harmlessCell } from '../../src/reports/formula.ts';

test.each([
  '=1+1',
  '=HYPERLINK("http://evil","x")',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  '+1+cmd|A0',
  '+A1*2',
  '-2+3*cmd',
  "-1'",
  '+49 89 1234 ext=5',
  '+AAAA===',
  '-abc=d',
])('a spreadsheet cannot run %j', (cell) => {
  expect(harmlessCell(cell)).toBe(`'${cell}`);
});

test.each([
  '',
  'Ana',
  'a=1',
  ' =1',
  '+49 (89) 1234-56/7.8',
  '-5',
  '+',
  '-',
  '+AAAAAAAAAAAAAAAAAAAQ==',
  '+vb8/x+9Qg0=',
  "'=1",
  '\n=1',
])('%j stays as it is', (cell) => {
  expect(harmlessCell(cell)).toBe(cell);
});
