import { defineConfig } from '@playwright/test';

/** Browser tests of the built extension; `npm test` builds it first. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/playwright',
  workers: 2,
  fullyParallel: true,
  // A test that needs the second try is named as flaky, and counted (`scripts/test/tally.ts`).
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
