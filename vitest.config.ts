import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/web/{app,server}/**/*.test.ts',
            'apps/{standalone,worker}/src/**/*.test.ts',
            'test/{golden,boundaries,docs,lockfile}/**/*.test.ts',
          ],
          exclude: ['**/*.database.test.ts'],
          environment: 'node',
          // A property may run long on a busy machine; how long is no verdict.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [
            '{packages,apps}/*/src/**/*.database.test.ts',
            'test/{isolation,standalone}/**/*.test.ts',
          ],
          environment: 'node',
          globalSetup: 'test/support/database-server.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'upload',
          include: ['test/upload/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
