import { expect, test } from 'vitest';
import { withoutOldParameters } from '../../src/commands/old-script-arguments.ts';

test.each([
  [['-xmltoimport', 'a.xml'], ['--xml-to-import=a.xml']],
  [
    ['-XmlToImport', '%temp%\\a b.xml', '-BATCHSIZE', '500'],
    ['--xml-to-import=%temp%\\a b.xml', '--batch-size=500'],
  ],
  [
    ['-xmltoimport:C:\\a.xml', '-batchsize:7'],
    ['--xml-to-import=C:\\a.xml', '--batch-size=7'],
  ],
  [['-batchsize:', '7'], ['--batch-size=7']],
  [['-showOutput', '$true'], ['--show-output=$true']],
  [['-showOutput'], ['--show-output=true']],
  [
    ['-showOutput', '-xmltoimport', 'a.xml'],
    ['--show-output=true', '--xml-to-import=a.xml'],
  ],
  [['\u2013xmltoimport', 'a.xml'], ['--xml-to-import=a.xml']],
  [['-batchsize', '-1'], ['--batch-size=-1']],
  [
    ['a.xml', '--format', 'csv'],
    ['a.xml', '--format', 'csv'],
  ],
  [
    ['-h', '-x', '-batchsize5'],
    ['-h', '-x', '-batchsize5'],
  ],
  [
    ['--', '-batchsize', '5'],
    ['--', '-batchsize', '5'],
  ],
])('%j is understood as %j', (given, understood) => {
  expect(withoutOldParameters(given)).toEqual(understood);
});

test.each([
  [['-xmltoimport'], /-xmltoimport needs the file/],
  [['-xmltoimport', '-batchsize', '5'], /-xmltoimport needs the file/],
  [['a.xml', '-batchsize:'], /-batchsize needs a whole number/],
  [['-batchsize', '--force'], /-batchsize needs a whole number/],
])('%j has no value, and is told so in the words that were typed', (given, words) => {
  expect(() => withoutOldParameters(given)).toThrow(words);
});
