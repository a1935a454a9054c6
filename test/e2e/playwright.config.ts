import { defineConfig } from '@playwright/test';

/** The walks through the product, in a real browser against a product started for them. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './support/start-product.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  // How long a busy machine takes is no verdict.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...(process.env.E2E_URL && { baseURL: process.env.E2E_URL }),
    launchOptions: {
      ...(process.env.E2E_BROWSER && { executablePath: process.env.E2E_BROWSER }),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
    locale: 'zh-TW',
    actionTimeout: 20_000,
    timezoneId: 'Asia/Taipei',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
  },
});
