import { configDefaults, defineConfig } from 'vitest/config'

/** They write programs for a POSIX shell, make pipes, or end processes by signals: Windows has nothing of that kind. */
const posix = [
  'test/action/{ends,planned,workflows}.test.ts',
  'test/action/faults/{disk,signals}.test.ts',
  'test/azure/login/login.test.ts',
  'test/command-line/install.test.ts',
  'test/own-workflows.test.ts',
  'test/plan-files/find.test.ts',
  'test/report/command.test.ts',
  'test/setup/setup.test.ts',
  'test/shell.test.ts',
]

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.platform === 'win32' ? posix : [])],
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
