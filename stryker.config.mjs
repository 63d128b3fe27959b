/** What `scripts/mutation.ts` runs; alone, this file mutates nothing. */
export default {
  mutate: [],
  plugins: ['@stryker-mutator/vitest-runner', './scripts/prose.ts'],
  ignorers: ['prose'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // most of a check is data that is read once, when its module is loaded: severities, rows, lists of values
  ignoreStatic: false,
  warnings: { slow: false },
  reporters: ['html'],
  logLevel: 'warn',
  allowConsoleColors: false,
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: '.stryker',
  ignorePatterns: ['/dist', '/coverage', '/reports', '/docs', '/bench', '/.demo'],
  disableTypeChecks: false,
}
