import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuild } from '@/scripts/browser/build';
import { type Browser, killWorker, launch, openApp, ROOT } from '@/scripts/browser/extension';
import { servePages } from '@/scripts/browser/pages';
import type { Bench, Line } from './bench';
import { median } from './bench';
import { listPages, type ListPage } from './list-pages';
import { MARKER } from './arxiv-list';
import { type Cost, costAfter, trace } from './main-thread';
import { marksAfter } from './marks-shown';

/** How often lists are loaded, and for how long. */
interface Pace {
  rounds: number;
  /** Work that is put off counts: what runs in so many milliseconds is a cost of the page. */
  watched: number;
}

const WHOLE: Pace = { rounds: 3, watched: 10_000 };
/** For a quick look. */
const QUICK: Pace = { rounds: 1, watched: 4_000 };

/** What one load of a list cost. */
interface Load extends Cost {
  /** Of the page's scripts and the extension's, after the garbage is gone, kB. */
  heap: number;
  nodes: number;
}

interface Contender {
  browser: Browser;
  /** A page from which the worker can be stopped. */
  app: Page;
}

async function open(list: ListPage, extension?: string): Promise<Contender> {
  const browser = await launch(extension ? { extension, welcomes: true } : {});
  const serve = await servePages(browser.context);
  serve(list);
  return { browser, app: await openApp(browser, extension ? 'manifest.json' : 'popup.html') };
}

async function load({ browser }: Contender, { url }: ListPage, { watched }: Pace): Promise<Load> {
  const page = await browser.context.newPage();
  const events = await trace(page, async () => {
    await page.goto(url);
    await page.waitForTimeout(watched);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  await page.close();
  return {
    ...costAfter(events, MARKER),
    heap: metric('JSHeapUsedSize') / 1024,
    nodes: metric('Nodes'),
  };
}

/** Milliseconds from the page's document until the first mark, by a worker that runs or one that was stopped. */
async function marks(one: Contender, { url }: ListPage, isCold: boolean): Promise<number> {
  if (isCold) await killWorker(one.app);
  const page = await one.browser.context.newPage();
  const after = await marksAfter(page, url);
  await page.close();
  return after;
}

type Measure = Load & { warm: number; cold: number };

async function measure(one: Contender, list: ListPage, pace: Pace): Promise<Measure> {
  const cost = await load(one, list, pace);
  const warm = await marks(one, list, false);
  return { ...cost, warm, cold: await marks(one, list, true) };
}

/** The bare page: what both have beside themselves. */
async function bare(list: ListPage, pace: Pace): Promise<Load> {
  const empty = await open(list, path.join(ROOT, 'bench/bare'));
  const cost = await load(empty, list, pace);
  await empty.browser.close();
  return cost;
}

const LINES: readonly [name: keyof Measure, about: string, unit: string, limit: number][] = [
  ['script', 'script in the first seconds', 'ms', 2],
  ['longest', 'longest stretch of script', 'ms', Infinity],
  ['layout', 'style and layout, the page’s own included', 'ms', Infinity],
  ['heap', 'JavaScript heap beyond the bare page', 'kB', 1.5],
  ['nodes', 'nodes beyond the bare page', 'nodes', Infinity],
  ['warm', 'document to first mark, worker running', 'ms', Infinity],
  ['cold', 'document to first mark, worker stopped', 'ms', 1.7],
];

const round = (value: number): number => Math.round(value * 100) / 100;

async function compare(
  list: ListPage,
  pace: Pace,
  progress: (text: string) => void,
): Promise<Line[]> {
  const { rounds } = pace;
  const without = await bare(list, pace);
  const both = {
    floor: await open(list, path.join(ROOT, 'bench/floor')),
    gloss: await open(list),
  };
  const measured: Record<'floor' | 'gloss', Measure[]> = { floor: [], gloss: [] };
  try {
    for (let index = 0; index <= rounds; index++) {
      // Whatever else the machine does meets both, and neither always comes first; the first round only warms up.
      for (const name of index % 2 === 0
        ? (['floor', 'gloss'] as const)
        : (['gloss', 'floor'] as const)) {
        const cost = await measure(both[name], list, pace);
        progress(`${list.name} ${index}/${rounds}: ${name} ${round(cost.script)} ms of script`);
        if (index > 0) measured[name].push(cost);
      }
    }
  } finally {
    await both.floor.browser.close();
    await both.gloss.browser.close();
  }
  return LINES.map(([what, about, unit, limit]) => {
    const base = what === 'heap' || what === 'nodes' ? without[what] : 0;
    const [ours, reference] = [measured.gloss, measured.floor].map(
      (loads) => median(loads.map((one) => one[what])) - base,
    ) as [number, number];
    return {
      name: `page: ${list.name}, ${what}`,
      about: `${about}, against bench/floor`,
      unit,
      ours: round(ours),
      reference: round(reference),
      ratio: round(ours / reference),
      limit,
    };
  });
}

/** What Gloss costs ordinary lists, as ratios to the least that can be done. */
export const page: Bench = {
  name: 'page',
  takes: '[LIST…]',
  run: async (progress, _, names) => {
    ensureBuild();
    const lines: Line[] = [];
    for (const list of listPages())
      if (names.length === 0 || names.includes(list.name))
        lines.push(...(await compare(list, WHOLE, progress)));
    return lines;
  },
  quick: async (progress) => {
    ensureBuild();
    const [list] = listPages().toReversed();
    return list ? compare(list, QUICK, progress) : [];
  },
};
