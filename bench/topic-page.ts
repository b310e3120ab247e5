import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuild } from '@/scripts/browser/build';
import { type Browser, launch, openApp } from '@/scripts/browser/extension';
import type { Line } from './bench';
import { readSet } from './labelled';
import { bundle } from './library/browser';
import { longestTask, trace } from './main-thread';
import { timeLine } from './topic-time';

/** Resident memory of the process that the library, its workers and the background are in, MB. */
const MEMORY = 350;
/** A longer task keeps the page from answering, ms. */
const TASK = 50;
const PATIENCE = 240_000;

/** The most memory that a process of the extension ever had, MB; 0 where the system doesn't tell. */
function peakMemory(): number {
  let most = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
      if (!isOurs) continue;
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It ended meanwhile.
    }
  return most;
}

/** A browser that was just started, whose library has the papers, ready to be searched and never grouped. */
async function filled(): Promise<Browser> {
  const browser = await launch();
  const app = await openApp(browser);
  await app.evaluate(await bundle(path.join(import.meta.dirname, 'library/save-papers.ts')));
  const papers = readSet('arxiv-cats-10k').map(({ title, abstract }) => ({ title, abstract }));
  await app.evaluate((all) => globalThis.savePapers(all), papers);
  await app.goto(browser.url('library.html'));
  const count = papers.length.toLocaleString('en');
  await app.getByText(`${count} papers`).waitFor({ timeout: PATIENCE });
  await app.close();
  return browser.restart();
}

/** What a person does first with topics, in one page: look at them, at some of them, at the map, move it, read its table. */
async function walk(page: Page): Promise<void> {
  const row = page.locator('[data-gloss="topic-row"]');
  await row.first().waitFor({ timeout: PATIENCE });
  for (const one of (await row.all()).slice(1, 4)) {
    await one.click();
    await page.locator('.topic-why').first().waitFor();
  }
  await page.locator('[data-gloss="view-map"]').click();
  const map = page.locator('[data-gloss="map"]');
  await map.waitFor({ timeout: PATIENCE });
  await page.waitForFunction(
    () => document.querySelector('.topics-sum')?.textContent === '',
    undefined,
    { timeout: PATIENCE },
  );
  await map.hover();
  for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, turn < 3 ? -120 : 120);
  await page.locator('[data-gloss="map-table"]').click();
  await page.locator('.map-row').first().waitFor();
}

const MARK = 'gloss-bench';

/** The library page in use with 10,000 papers, from the first grouping on: its longest task and its memory. */
export async function pageLines(progress: (text: string) => void): Promise<Line[]> {
  ensureBuild();
  const browser = await filled();
  try {
    const page = await browser.context.newPage();
    const events = await trace(
      page,
      async () => {
        await page.goto(browser.url('library.html#view=topics'));
        await page.evaluate((mark) => console.timeStamp(mark), MARK);
        await walk(page);
      },
      'tasks',
    );
    progress('the library page with 10,000 papers: done');
    const longest = longestTask(events, MARK);
    return [
      timeLine(
        'topics: longest task at 10000',
        'of the library’s main thread while papers are grouped and mapped first, processor time, against 50 ms',
        'ms',
        [longest, TASK],
        1,
      ),
      timeLine(
        'topics: memory at 10000',
        'most that the process of the library, its workers and the background ever had, against 350 MB',
        'MB',
        [peakMemory(), MEMORY],
        1,
      ),
    ];
  } finally {
    await browser.close();
  }
}
