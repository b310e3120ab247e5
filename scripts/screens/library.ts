/**
 * `npm run screens-library [-- COUNT… NAME…]`: pictures of each of our own pages (popup, views of the library, detail,
 * palette, side panel, settings, welcome page), or of those named, with 0, 3, 114 and 10,000 made-up papers, light and
 * dark, in windows of three widths, in `out/screens-library/`: to be looked at.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { fillLibrary } from '@/bench/library/browser';
import { ensureBuild } from '../browser/build';
import { type Browser, call, launch, openApp, ROOT } from '../browser/extension';
import { say } from '../setup/process.mjs';

const OUT = path.join(ROOT, 'out/screens-library');
const COUNTS = [0, 3, 114, 10_000];
/** Grouping and drawing 10,000 papers takes its time on a busy machine, milliseconds. */
const PATIENCE = 240_000;

interface Shot {
  name: string;
  /** The page and its place. */
  url: string;
  /** Shows when the view does, where there are papers. */
  ready: string;
  /** What is done before the picture. */
  act?: (page: Page) => Promise<unknown>;
  /** Widths of the window; all where none are given. */
  widths?: readonly number[];
}

const row = '[data-gloss="row"]';
/** Opens the popup's newest papers: it opens where it was left. */
const recent = (page: Page): Promise<void> => page.getByRole('tab', { name: 'Recent' }).click();
const seek = (page: Page, text: string): Promise<void> =>
  page.locator('[data-gloss="search"]').fill(text);
/** A file to import: one paper that is new, one that is not whole. */
const BIBTEX = `@article{a, title={Tides of a moon that has an ocean}, author={Weiss, Teo}, year={2025}, doi={10.1000/tides}}
@misc{b, author={Quist, Uma}}`;

const SHOTS: readonly Shot[] = [
  {
    name: 'popup',
    url: 'popup.html',
    ready: '[role="tab"]',
    act: recent,
  },
  {
    name: 'popup-note',
    url: 'popup.html',
    ready: '[role="tab"]',
    act: async (page) => {
      await recent(page);
      await page.locator('[data-row-link]').nth(1).focus();
      await page.keyboard.press('n');
      await page.keyboard.press('End');
      await page.keyboard.type(' Ask Bo.');
    },
  },
  {
    name: 'popup-search',
    url: 'popup.html',
    ready: '[role="tab"]',
    act: (page) => seek(page, 'robot arms'),
  },
  {
    name: 'popup-nothing',
    url: 'popup.html',
    ready: '[role="tab"]',
    act: (page) => seek(page, 'zeppelin'),
  },
  {
    name: 'popup-keys',
    url: 'popup.html',
    ready: '[role="tab"]',
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'popup-topics',
    url: 'popup.html',
    ready: '[role="tab"]',
    act: (page) => page.getByRole('tab', { name: 'Topics' }).click(),
  },
  { name: 'list', url: 'library.html', ready: row },
  {
    name: 'detail',
    url: 'library.html',
    ready: row,
    act: (page) => page.locator(row).nth(1).click({ timeout: 3_000 }),
  },
  {
    name: 'chosen',
    url: 'library.html',
    ready: row,
    act: async (page) => {
      await page.locator(row).first().click({ timeout: 3_000 });
      await page.keyboard.press('Shift+ArrowDown');
    },
  },
  {
    name: 'bulk',
    url: 'library.html',
    ready: row,
    act: async (page) => {
      await page.locator('[data-gloss="choose"]').nth(0).click();
      await page.locator('[data-gloss="choose"]').nth(2).click();
    },
  },
  { name: 'searched', url: 'library.html#q=robot%20arms', ready: row },
  {
    name: 'helped',
    url: 'library.html',
    ready: row,
    act: (page) => page.locator('[data-gloss="search"]').pressSequentially('sta'),
  },
  {
    name: 'detail-end',
    url: 'library.html',
    ready: row,
    act: async (page) => {
      await page.locator(row).nth(1).click({ timeout: 3_000 });
      await page.locator('[data-gloss="detail"] section').last().scrollIntoViewIfNeeded();
    },
  },
  { name: 'topics', url: 'library.html#view=topics', ready: '[data-gloss="topic-row"]' },
  { name: 'map', url: 'library.html#view=map', ready: '[data-gloss="map"]' },
  { name: 'weeks', url: 'library.html#view=weeks', ready: '.week-bars, .week-none, .week' },
  { name: 'inbox', url: 'library.html#q=status%3Anone', ready: row },
  ...(['tags', 'duplicates', 'transfer', 'zotero', 'trash', 'backups'] as const).map((name) => ({
    name,
    url: `library.html#view=${name}`,
    ready: '.library-view > :not(.unseen)',
  })),
  {
    name: 'import',
    url: 'library.html#view=transfer',
    ready: '.library-view > :not(.unseen)',
    act: async (page) => {
      const file = { name: 'refs.bib', mimeType: 'text/plain', buffer: Buffer.from(BIBTEX) };
      await page.locator('input[type="file"]').first().setInputFiles(file);
    },
  },
  {
    name: 'palette',
    url: 'library.html',
    ready: row,
    act: (page) => page.keyboard.press('Control+k'),
  },
  { name: 'keys', url: 'library.html', ready: row, act: (page) => page.keyboard.press('?') },
  { name: 'options', url: 'options.html', ready: '.options' },
  { name: 'welcome', url: 'welcome.html', ready: '[data-step]' },
  { name: 'sidepanel', url: 'sidepanel.html', ready: row, widths: [360] },
];

/** Widths of windows: a wide one, half a screen, a side panel. */
const WIDTHS = [1280, 700, 360];
const HEIGHT = 800;
const POPUP = { width: 400, height: 600 };
/** What a page does after its window changed, milliseconds. */
const SETTLES = 300;

/** Papers of the last three months, up to yesterday. */
function paceOf(count: number): { start: number; every: number } {
  const day = 86_400_000;
  return { start: Date.now() - 91 * day, every: (90 * day) / count };
}

/** Papers that a view needs to show more than a sentence. */
const ENOUGH = 6;

/** Puts into a library what made-up papers lack: a pair that looks like one paper, and one in the trash. */
async function furnish(app: Page): Promise<void> {
  const tides = 'Tides of icy moons and how they heat an ocean from within';
  const titles = [tides, `${tides} in orbit`, 'Old news of gravity'];
  for (const [at, title] of titles.entries())
    await call(app, 'paper.status', {
      opId: `furnish${at}`,
      paper: {
        keys: [`doi:10.1000/furnish${at}`],
        title,
        authors: ['Teo Weiss'],
        abstract: '',
        links: [`https://doi.org/10.1000/furnish${at}`],
        listing: { site: 'doi', url: 'https://list.example.org/', title: 'A list', at: Date.now() },
      },
      status: 'saved',
    });
  await call(app, 'paper.delete', { opId: 'furnish', id: 'doi:10.1000/furnish2' });
}

async function shoot(
  browser: Browser,
  { shots, count, scheme }: { shots: readonly Shot[]; count: number; scheme: 'light' | 'dark' },
): Promise<void> {
  for (const { name, url, ready, act, widths = WIDTHS } of shots) {
    const page = await browser.context.newPage();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const sizes =
      url === 'popup.html' ? [POPUP] : widths.map((width) => ({ width, height: HEIGHT }));
    await page.setViewportSize(sizes[0] ?? POPUP);
    await page.goto(browser.url(url));
    const begun = performance.now();
    if (count >= ENOUGH)
      await page
        .locator(ready)
        .first()
        .waitFor({ timeout: PATIENCE })
        .catch(() => say(`${name}: nothing showed`));
    const ms = Math.round(performance.now() - begun);
    await act?.(page).catch((error: unknown) => say(`${name}: ${String(error).split('\n')[0]}`));
    // What comes after the first rows: counts, the drawing of the map.
    await page.waitForTimeout(count < ENOUGH ? 600 : 1_500);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.waitForTimeout(SETTLES);
      await page.screenshot({
        path: path.join(OUT, `${name}-${count}-${scheme}-${size.width}.png`),
        animations: 'disabled',
      });
    }
    say(`${name}, ${count} papers, ${scheme}: ${ms} ms`);
    await page.close();
  }
}

async function main(args: readonly string[]): Promise<void> {
  const counts = args.map(Number).filter(Number.isInteger);
  const named = SHOTS.filter(({ name }) => args.includes(name));
  const shots = named.length > 0 ? named : SHOTS;

  ensureBuild();
  mkdirSync(OUT, { recursive: true });
  for (const count of counts.length > 0 ? counts : COUNTS) {
    const browser = await launch();
    try {
      const app = await openApp(browser);
      if (count > 0) await fillLibrary(app, { count, pace: paceOf(count) });
      if (count >= ENOUGH) await furnish(app);
      for (const scheme of ['light', 'dark'] as const)
        await shoot(browser, { shots, count, scheme });
    } finally {
      await browser.close();
    }
  }
  console.log(`Pictures are in ${path.relative(process.cwd(), OUT)}/`);
}

await main(process.argv.slice(2));
