// Two kinds of test: pure ones, and ones that need a database (`*.data.test.*`), which run on both.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}', 'database/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.data.test.*', '**/node_modules/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'data',
          isolate: false, // Each file has a database of its own; only modules are shared, and loading them anew takes longer than the tests.
          include: ['src/**/*.data.test.{ts,tsx}', 'database/**/*.data.test.ts', 'test/**/*.data.test.ts'],
        },
      },
    ],
  },
});
