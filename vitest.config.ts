import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // ink-testing-library has no rows: without these Ink spawns tput for every layout.
    env: { COLUMNS: '80', LINES: '24' },
    testTimeout: 30_000,
    // A terminal test starts the built program; more of them than cores only makes each one slow.
    maxWorkers: 2,
  },
});
