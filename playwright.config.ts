import { defineConfig } from '@playwright/test';

/** Browser tests of the built extension; `npm test` builds it first. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/playwright',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // A browser that is killed on purpose now and then answers a moment late; what fails twice is a fault.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
