import { defineConfig } from 'vitest/config'

/** The tests of what is being mutated, named by `scripts/mutation.ts`. */
export default defineConfig({
  test: { include: (process.env.MUTATION_TESTS ?? '').split(' '), testTimeout: 30_000 },
})
