import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    setupFiles: ['test/setup.ts'],
    // Long enough for the heaviest on a machine that does much else.
    testTimeout: 120_000,
    // Threads that keep what they loaded: half of the time went into loading the same code for each file.
    pool: 'threads',
    isolate: false,
    unstubGlobals: true,
  },
});
