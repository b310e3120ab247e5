import { rmSync } from 'node:fs';
import { ensureBuild } from '@/scripts/browser/build';
import { type Browser, call, killWorker, launch, openApp } from '@/scripts/browser/extension';
import { type Bench, type Line, median } from './bench';
import { fillLibrary } from './library/browser';
import { FLOOR, open, OURS, press, type Popup, withFloor } from './popup/pages';

const SIZES = [100, 10_000, 100_000];
/** How often each popup is opened, and how many are typed in. */
const ROUNDS = { openings: 9, typings: 5 };
/** For a quick look. */
const FEW = { openings: 5, typings: 2 };
/** The first row, against the bare popup's. */
const FIRST_ROW = 1.5;
/** A key, against the bare popup's, which reads every paper: by the size of the library. */
const KEY: Record<number, number> = { 100: 2, 10_000: 1.3 };
const WORDS = ['spar', 'toke'];

type Pair = Record<'ours' | 'reference', number[]>;

/** Measures both popups once a round, either of them first; the first round warms up. */
async function rounds(count: number, measure: (popup: Popup) => Promise<number[]>): Promise<Pair> {
  const times: Pair = { ours: [], reference: [] };
  for (let round = 0; round <= count; round += 1) {
    const both = [
      ['ours', OURS],
      ['reference', FLOOR],
    ] as const;
    for (const [name, popup] of Math.random() < 0.5 ? both : both.toReversed()) {
      const measured = await measure(popup);
      if (round > 0) times[name].push(...measured);
    }
  }
  return times;
}

const round = (value: number): number => Math.round(value * 100) / 100;

function lineOf(name: string, about: string, { ours, reference }: Pair, limit: number): Line {
  const [own, bare] = [median(ours), median(reference)];
  return {
    name: `popup: ${name}`,
    about,
    unit: 'ms',
    ours: round(own),
    reference: round(bare),
    ratio: round(own / bare),
    limit,
  };
}

/** The first row, while the background runs and once it was stopped. */
const firstRow = (browser: Browser, openings: number, isStopped: boolean): Promise<Pair> =>
  rounds(openings, async (popup) => {
    const app = await openApp(browser, 'manifest.json');
    if (isStopped) await killWorker(app);
    else await call(app, 'tags.list', null);
    const { page, ms } = await open(browser, popup);
    await page.close();
    await app.close();
    return [ms];
  });

/** Keys of words, each pressed once the answer to the one before it shows. */
async function keys(browser: Browser, typings: number): Promise<Pair> {
  return rounds(typings, async (popup) => {
    const { page } = await open(browser, popup);
    await page.locator(popup.ready).first().waitFor();
    // The bare popup has read all papers, ours has found its index.
    await page.waitForTimeout(1_000);
    const times: number[] = [];
    for (const word of WORDS) {
      await page.locator(popup.search).focus();
      for (const key of word) {
        const ms = await press(page, key);
        if (ms !== null) times.push(ms);
        await page.waitForTimeout(100);
      }
      await page.keyboard.press('Escape');
      await page.waitForTimeout(300);
    }
    await page.close();
    return times;
  });
}

async function linesFor(
  count: number,
  { openings, typings }: typeof ROUNDS,
  extension: string,
  progress: (text: string) => void,
): Promise<Line[]> {
  const browser = await launch({ extension });
  try {
    const app = await openApp(browser, 'library.html');
    await fillLibrary(app, { count, progress });
    await app.reload();
    progress(`indexing ${count} papers`);
    await app.locator('[data-gloss="count"]', { hasText: ' papers' }).waitFor({ timeout: 600_000 });
    await app.close();
    // The mark of the library, which its filling went past, is brought up to it by the next background.
    const own = await openApp(browser, 'manifest.json');
    await killWorker(own);
    await call(own, 'tags.list', null);
    await own.close();
    const size = count.toLocaleString('en');
    const lines = [];
    for (const isStopped of [false, true]) {
      const when = isStopped ? 'the background stopped' : 'the background running';
      const name = `first row of ${size} papers, ${when}`;
      lines.push(
        lineOf(
          name,
          'against a bare popup',
          await firstRow(browser, openings, isStopped),
          FIRST_ROW,
        ),
      );
    }
    const limit = KEY[count];
    if (limit !== undefined)
      lines.push(
        lineOf(
          `key in the search of ${size} papers`,
          'against a bare search',
          await keys(browser, typings),
          limit,
        ),
      );
    return lines;
  } finally {
    await browser.close();
  }
}

/** What is measured in libraries of some sizes. */
async function measureAll(
  sizes: readonly number[],
  often: typeof ROUNDS,
  progress: (text: string) => void,
): Promise<Line[]> {
  ensureBuild();
  const extension = withFloor();
  try {
    const lines: Line[] = [];
    for (const count of sizes) lines.push(...(await linesFor(count, often, extension, progress)));
    return lines;
  } finally {
    rmSync(extension, { recursive: true });
  }
}

/** What a person waits for in the popup, against a bare popup of the same library in the same browser. */
export const popup: Bench = {
  name: 'popup',
  takes: '[PAPERS…]',
  run: (progress, _, sizes) =>
    measureAll(sizes.length > 0 ? sizes.map(Number) : SIZES, ROUNDS, progress),
  quick: (progress) => measureAll(SIZES.slice(0, 2), FEW, progress),
};
