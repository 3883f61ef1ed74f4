import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { expandVariables } from '../../src/commands/variables.ts';

const env = { TEMP: 'C:\\Users\\ana\\Temp', 'ProgramFiles(x86)': 'D:\\P', Both: '1', BOTH: '2' };

test.each([
  ['%temp%\\export.xml', 'C:\\Users\\ana\\Temp\\export.xml'],
  ['%PROGRAMFILES(X86)%\\a.xml', 'D:\\P\\a.xml'],
  ['%TEMP%%Both%', 'C:\\Users\\ana\\Temp1'],
  ['%BOTH%', '2'],
  ['100%.xml', '100%.xml'],
  ['a%b\\c%d.xml', 'a%b\\c%d.xml'],
  ['plain.xml', 'plain.xml'],
])('%s is %s', (path, expanded) => {
  expect(expandVariables(path, env)).toBe(expanded);
});

test('a variable that is not set is named', () => {
  expect(() => expandVariables('%NOWHERE%\\a.xml', env)).toThrow(/%NOWHERE%.*no such environment variable/);
});

test('the folder for temporary files is known also where no variable names it', () => {
  expect(expandVariables('%temp%/a.xml', {})).toBe(`${tmpdir()}/a.xml`);
});
