import { defineConfig } from 'vitest/config';

const { MUTATION_PACKAGE: name, MUTATION_FOLDER: folder = '' } = process.env;

// The tests of the folder under mutation, and of the whole package those a reader can follow. run.ts sets both names.
export default defineConfig({
  test: {
    include: [
      `packages/${name}/src/${folder}**/*.test.ts`,
      'packages/footprint/src/check/check-product-system.test.ts',
      'packages/footprint/src/calculation/{calculate-footprint,by-hand}.test.ts',
    ].filter((glob) => glob.startsWith(`packages/${name}/`)),
    environment: 'node',
    testTimeout: 60_000,
    setupFiles: ['test/mutation/property-runs.ts'],
  },
});
