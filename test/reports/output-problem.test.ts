import { expect, test } from 'vitest';
import { outputProblem } from '../../src/reports/output-problem.ts';

test.each([
  ['EEXIST', 'replace it with --force'],
  ['ENOENT', 'the folder /out does not exist'],
  ['EACCES', 'you have no permission, or another program (Excel, say) holds it'],
  ['EBUSY', 'another program holds it: Excel, say'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'can only be read'],
  ['EINVAL', 'the name is not allowed'],
  ['EFBIG', 'larger than this disk allows'],
  ['EIO', 'cannot be written (EIO). Choose another place.'],
])('%s says what to do', (code, words) => {
  const problem = outputProblem(Object.assign(new Error('x'), { code }), '/out/a.csv');
  expect(String(problem)).toContain(`/out/a.csv: `);
  expect(String(problem)).toContain(words);
});

test('an error that is none of the system stays itself', () => {
  const error = new Error('a mistake in the program');
  expect(outputProblem(error, '/out/a.csv')).toBe(error);
});
