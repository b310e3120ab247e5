import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const ALL = ['test/**/*.test.{ts,tsx}'];
/** Tests of layers that know no browser, no clock and no chance. */
const PURE = ['test/{domain,sites}/**/*.test.{ts,tsx}'];

const COMMON = {
  setupFiles: ['test/setup.ts'],
  // Long enough for the heaviest on a machine that does much else.
  testTimeout: 120_000,
  pool: 'threads' as const,
};

export default defineConfig({
  test: {
    projects: [
      // Code that keeps no state is loaded once for all files of a thread, which takes half of the time.
      {
        plugins: [WxtVitest()],
        test: { ...COMMON, name: 'pure', include: PURE, isolate: false },
      },
      {
        plugins: [WxtVitest()],
        test: { ...COMMON, name: 'others', include: ALL, exclude: [...PURE, 'test/e2e/**'] },
      },
    ],
  },
});
