import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // no test leaves anything behind in what it imports, so a worker need not load the code again for each file
    isolate: false,
    // by default two cores get one worker
    maxWorkers: '100%',
    // a test counts and does not time: this only ends one that hangs, on however busy a machine
    testTimeout: 600_000,
    hookTimeout: 600_000,
    coverage: {
      include: ['src/**/*.ts'],
      // types only; and what only wires the world, which tests run as processes of their own, where nothing counts
      exclude: ['src/model.ts', 'src/index.ts', 'src/cli.ts', 'src/command-line/main.ts'],
      thresholds: { lines: 95, branches: 94 },
      reporter: ['text-summary', 'json-summary'],
    },
  },
})
