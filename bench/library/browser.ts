import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { ROOT } from '@/scripts/browser/extension';
import type { Pace } from './generate';

/** Code of ours with all that it imports, as one script for a page of the extension. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry,
        formats: ['iife'],
        name: 'glossBench',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The bundle was not built.');
  return output.output[0].code;
}

/**
 * Fills the library of a running extension with made-up papers, from one of its own pages: straight into the
 * database, some 100,000 in half a minute. The same numbers give the same library.
 */
export async function fillLibrary(
  app: Page,
  {
    count,
    seed = 1,
    pace,
    progress,
  }: { count: number; seed?: number; pace?: Pace; progress?: (text: string) => void },
): Promise<void> {
  await app.evaluate(await bundle(path.join(import.meta.dirname, 'in-page.ts')));
  const step = 10_000;
  for (let first = 0; first < count; first += step) {
    const end = Math.min(count, first + step);
    await app.evaluate(
      (range) => globalThis.fillLibrary(range.first, range.end, range.seed, range.pace),
      { first, end, seed, pace },
    );
    progress?.(`${end} of ${count} papers`);
  }
}
