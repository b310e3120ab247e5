import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const ALL = ['test/**/*.test.{ts,tsx}'];
/** Tests that leave nothing behind: of layers that are told what they need to know, or that open databases of their own. */
const TIDY = ['test/{domain,search,sites,storage}/**/*.test.{ts,tsx}'];

const COMMON = {
  setupFiles: ['test/setup.ts'],
  // Long enough for the heaviest on a machine that does much else.
  testTimeout: 120_000,
  unstubGlobals: true,
  pool: 'threads' as const,
};

export default defineConfig({
  test: {
    projects: [
      // Their code is loaded once for all files of a thread, which takes half of the time.
      {
        plugins: [WxtVitest()],
        test: { ...COMMON, name: 'tidy', include: TIDY, isolate: false },
      },
      {
        plugins: [WxtVitest()],
        test: { ...COMMON, name: 'others', include: ALL, exclude: [...TIDY, 'test/e2e/**'] },
      },
    ],
  },
});
