import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuild } from '@/scripts/browser/build';
import { type Browser, BUILD, launch, openApp } from '@/scripts/browser/extension';
import { type Line, median } from './bench';
import { askPeer, readSet, type SetName, subjects } from './labelled';

/** Times of ours against the reference's that are allowed. */
const CASES: { name: SetName; rounds: number; limit: number }[] = [
  { name: 'digest114', rounds: 5, limit: 0.5 },
  { name: 'arxiv-cats-10k', rounds: 3, limit: 0.6 },
];
/** The worker's file in the build. */
function workerFile(): string {
  const file = readdirSync(path.join(BUILD, 'assets')).find((name) =>
    /^topics\.worker-.*\.js$/.test(name),
  );
  if (!file) throw new Error('The build has no worker for topics.');
  return `assets/${file}`;
}

interface Measured {
  /** Until the answer of a worker that was just made is there, and of one that has worked before. */
  fresh: number;
  again: number;
}

/** Groups the papers that the page holds in a worker, twice. */
const cluster = (page: Page, worker: string): Promise<Measured> =>
  page.evaluate(async (file) => {
    const { papers } = globalThis as unknown as { papers: unknown };
    const begun = performance.now();
    const one = new Worker(chrome.runtime.getURL(file), { type: 'module' });
    // No function of its own: tsx would have it call a helper that the page has not.
    const times = [];
    for (let turn = 0; turn < 2; turn++) {
      await new Promise((resolve, reject) => {
        one.addEventListener('message', resolve, { once: true });
        one.addEventListener('error', reject, { once: true });
        one.postMessage({ name: 'cluster', ask: { papers } });
      });
      times.push(performance.now());
    }
    const [first = begun, second = begun] = times;
    one.terminate();
    return { fresh: first - begun, again: second - first };
  }, worker);

export const timeLine = (
  name: string,
  about: string,
  unit: string,
  values: number[],
  limit: number,
): Line => {
  const [ours = 0, reference = 1] = values.map((value) => Math.round(value * 10) / 10);
  return {
    name,
    about,
    unit,
    ours,
    reference,
    ratio: Math.round((100 * ours) / reference) / 100,
    limit,
  };
};

async function measure(
  browser: Browser,
  { name, rounds, limit }: (typeof CASES)[number],
  progress: (text: string) => void,
): Promise<Line[]> {
  const labelled = readSet(name);
  const papers = labelled.map(({ id, title, abstract }) => ({ id, title, abstract }));
  const page = await openApp(browser);
  await page.evaluate((given) => {
    Object.assign(globalThis, { papers: given });
  }, papers);
  const worker = workerFile();
  const [fresh, again, peer]: number[][] = [[], [], []];
  for (let round = 1; round <= rounds; round++) {
    const measured = await cluster(page, worker);
    const theirs = askPeer(labelled, subjects(labelled)).ms;
    fresh?.push(measured.fresh);
    again?.push(measured.again);
    peer?.push(theirs);
    progress(
      `${name}, round ${round}/${rounds}: ${Math.round(measured.fresh)}, ${Math.round(measured.again)} and ${Math.round(theirs)} ms`,
    );
  }
  await page.close();
  const count = papers.length;
  return [
    timeLine(
      `topics: time at ${count}`,
      'a worker in Chromium that has worked before, labels included, against scikit-learn once it is loaded',
      'ms',
      [median(again ?? []), median(peer ?? [])],
      limit,
    ),
    timeLine(
      `topics: time at ${count}, fresh`,
      'a worker that was just made, against the same',
      'ms',
      [median(fresh ?? []), median(peer ?? [])],
      Infinity,
    ),
  ];
}

export async function timeLines(progress: (text: string) => void): Promise<Line[]> {
  ensureBuild();
  const browser = await launch();
  try {
    const lines: Line[] = [];
    for (const one of CASES) lines.push(...(await measure(browser, one, progress)));
    return lines;
  } finally {
    await browser.close();
  }
}
