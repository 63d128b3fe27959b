import { defineConfig } from 'vitest/config'

/** What needs Chromium, which npm does not install: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['test/**/*.browser.ts'],
    testTimeout: 60_000,
    // what is waited for only has to come before the test ends
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 60_000,
  },
})
