import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_CONFIGURATION as SMALL } from '../../fixtures/configuration-spec.ts';
import { writeConfiguration } from '../../fixtures/configuration-writer.ts';
import { comparisons } from '../../src/commands/compared-servers.ts';
import { freshFolder } from '../configuration/compared.ts';

test('the flows of what was compared last need no second reading; those of other folders do', async () => {
  const cwd = freshFolder();
  for (const name of ['a', 'b']) writeConfiguration(join(cwd, name), SMALL);
  const { compareServers, flowsOf } = comparisons({ cwd, env: {} });
  expect((await flowsOf('a', 'b'))?.('department').steps).toHaveLength(4);
  await compareServers('a', 'a');
  rmSync(join(cwd, 'a'), { recursive: true });
  expect((await flowsOf('a', 'a'))?.('department').steps).toHaveLength(4);
  await expect(flowsOf('a', 'b')).rejects.toThrow(/no such file or folder/);
});
