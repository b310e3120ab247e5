import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuild } from '@/scripts/browser/build';
import { type Browser, launch, ROOT } from '@/scripts/browser/extension';
import { servePages } from '@/scripts/browser/pages';
import { arxivList, MARKER } from './arxiv-list';
import { type Bench, median } from './bench';
import { type Cost, costAfter, trace } from './main-thread';

const ENTRIES = 2_000;
const ROUNDS = 9;
const URL = 'https://arxiv.org/list/me.AS/new';
/** Time after the load in which everything belongs to the extension: marks, and the sightings a second later. */
const WATCHED = 2_500;
const LIMIT = 2;

/** Loads the page once and says what the extension cost. Fails when it has marked nothing. */
async function load(browser: Browser, host: string): Promise<Cost> {
  const page: Page = await browser.context.newPage();
  const events = await trace(page, async () => {
    await page.goto(URL);
    await page.waitForTimeout(WATCHED);
  });
  // Only now: what looks into the page runs on the same thread.
  if ((await page.locator(host).count()) === 0) throw new Error(`${host} marked nothing.`);
  await page.close();
  return costAfter(events, MARKER);
}

async function open(extension?: string): Promise<Browser> {
  const browser = await launch(extension ? { extension, welcomes: true } : {});
  const serve = await servePages(browser.context);
  serve({ url: URL, body: arxivList(ENTRIES), type: 'text/html; charset=utf-8' });
  return browser;
}

const sum = ({ script, layout }: Cost): number => script + layout;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Script and layout time of Gloss on a long arXiv list, as a ratio to the least that can be done. */
export const listing: Bench = {
  name: 'listing',
  run: async (progress) => {
    ensureBuild();
    const floor = await open(path.join(ROOT, 'bench/floor'));
    const gloss = await open();
    try {
      const costs: { floor: Cost[]; gloss: Cost[] } = { floor: [], gloss: [] };
      // In turn, so that whatever else the machine does meets both; the first round only warms up.
      for (let index = 0; index <= ROUNDS; index++) {
        const pair = {
          floor: await load(floor, 'floor-layer[data-ready]'),
          gloss: await load(gloss, 'html > div'),
        };
        progress(
          `round ${index}/${ROUNDS}: ${round(sum(pair.gloss))} and ${round(sum(pair.floor))} ms`,
        );
        if (index === 0) continue;
        costs.floor.push(pair.floor);
        costs.gloss.push(pair.gloss);
      }
      const line = (name: string, of: (cost: Cost) => number, limit: number) => {
        const ours = median(costs.gloss.map(of));
        const reference = median(costs.floor.map(of));
        return {
          name: `listing: ${name}`,
          about: `main thread of a ${ENTRIES}-entry arXiv list, against bench/floor`,
          unit: 'ms',
          ours: round(ours),
          reference: round(reference),
          ratio: round(ours / reference),
          limit,
        };
      };
      return [
        line('script + layout', sum, LIMIT),
        line('script', ({ script }) => script, Infinity),
        line('layout', ({ layout }) => layout, Infinity),
      ];
    } finally {
      await floor.close();
      await gloss.close();
    }
  },
};
