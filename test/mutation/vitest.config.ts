import { defineConfig } from 'vitest/config';

// The tests of the package under mutation alone; MUTATION_PACKAGE is set by run.ts.
export default defineConfig({
  test: {
    include: [`packages/${process.env.MUTATION_PACKAGE}/src/**/*.test.ts`],
    environment: 'node',
    setupFiles: ['test/mutation/property-runs.ts'],
  },
});
