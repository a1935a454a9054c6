import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/*/src/**/*.test.ts', 'test/{golden,boundaries,lockfile}/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
