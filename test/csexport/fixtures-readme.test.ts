import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fixture } from './reading.ts';

test('each fixture is in the README with its quirk, and nothing else is', async () => {
  const readme = await readFile(fixture('../README.md'), 'utf8');
  const listed = Array.from(readme.matchAll(/^\| `([\w-]+\.xml)` \| (\S.*) \|$/gm), ([, name]) => name);
  expect(listed.toSorted()).toEqual((await readdir(fixture(''))).toSorted());
});
