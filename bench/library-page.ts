import { ensureBuild } from '@/scripts/browser/build';
import { type Browser, launch, openApp } from '@/scripts/browser/extension';
import type { Page } from '@playwright/test';
import { type Bench, type Line, median } from './bench';
import { fillLibrary } from './library/browser';

const SMALL = 100;
const LARGE = 100_000;
const ROUNDS = 9;
/** What an action may take at 100,000 papers, against the same at 100. */
const LIMIT = 2;

/** Runs in our own pages: waits for what a change of the page shows, and knows when the first row was there. */
const IN_PAGE = `
window.until = (test, most = 30000) => new Promise((resolve, reject) => {
  let timer;
  const look = () => {
    if (!test()) return;
    resolve(performance.now());
    watch.disconnect();
    clearTimeout(timer);
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  timer = setTimeout(() => reject(new Error('Waited for ' + test)), most);
  look();
});
window.one = (selector) => document.querySelector('[data-gloss="' + selector + '"]');
window.count = () => window.one('count')?.textContent ?? '';
window.firstRow = window.until(() => window.one('row'));
window.type = (field, text) => {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
`;

interface Timed {
  name: string;
  /** Milliseconds, measured in the page. */
  run: (browser: Browser, page: Page, round: number) => Promise<number>;
}

async function opening(browser: Browser, file: string): Promise<number> {
  const page = await browser.context.newPage();
  await page.addInitScript(IN_PAGE);
  await page.goto(browser.url(file));
  const ms = await page.evaluate<number>('window.firstRow');
  await page.close();
  return ms;
}

/** Does something and waits for what the list then says; from the action to the frame that shows it. */
const timed = (page: Page, act: string, isDone: string): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const before = window.count();
    const start = performance.now();
    ${act};
    return (await window.until(() => ${isDone})) - start;
  })()`);

const searching = (page: Page, text: string): Promise<number> =>
  timed(page, `window.type(window.one('search'), '${text}')`, `window.count() !== before`);

/** Back to the whole list, outside of the measured time. */
const reset = (page: Page) =>
  timed(page, `window.type(window.one('search'), '')`, `location.hash === ''`).then(() =>
    page.waitForTimeout(150),
  );

const TIMED: Timed[] = [
  { name: 'popup opens', run: (browser) => opening(browser, 'popup.html') },
  { name: 'library opens', run: (browser) => opening(browser, 'library.html') },
  {
    name: 'search for a word',
    run: async (_, page) => {
      const ms = await searching(page, 'spectral');
      await reset(page);
      return ms;
    },
  },
  {
    name: 'search for words in a field and a phrase',
    run: async (_, page) => {
      const ms = await searching(page, 'title:spar "tree decompositions" OR author:zhou');
      await reset(page);
      return ms;
    },
  },
  {
    name: 'filter by status and tag',
    run: async (_, page) => {
      const ms = await timed(
        page,
        `window.one('filter-Saved').click()`,
        `window.count() !== before`,
      );
      const more = await timed(
        page,
        `window.one('filter-#dataset').click()`,
        `window.count() !== before`,
      );
      await reset(page);
      return ms + more;
    },
  },
  {
    name: 'scroll to another place',
    run: (_, page, round) =>
      timed(
        page,
        `const list = window.one('list');
         list.scrollTop = (list.scrollHeight - list.clientHeight) * ${((round * 37) % 97) / 97}`,
        `[...list.querySelectorAll('.window-list-row')].some((row) => {
           const { top } = row.getBoundingClientRect();
           return top > 150 && top < 500 && row.querySelector('.paper-row-title');
         })`,
      ),
  },
  {
    name: 'tag 40 papers',
    run: async (_, page, round) => {
      await page.locator('[data-gloss="list"]').evaluate((list) => {
        list.scrollTop = 0;
      });
      const rows = page.locator('[data-gloss="row"]');
      await rows.first().click();
      for (let index = 0; index < 39; index += 1) await page.keyboard.press('Shift+ArrowDown');
      await page.locator('[data-gloss="bulk-tag"]').fill(`bench ${round}`);
      const ms = await timed(
        page,
        `window.one('bulk-tag').form.requestSubmit()`,
        `window.one('notice')?.textContent.includes('bench ${round}')`,
      );
      await page.locator('[data-gloss="list"]').press('Escape');
      return ms;
    },
  },
];

async function open(count: number, progress: (text: string) => void): Promise<[Browser, Page]> {
  const browser = await launch();
  const app = await openApp(browser);
  await fillLibrary(app, { count, progress });
  await app.close();
  const page = await browser.context.newPage();
  await page.addInitScript(IN_PAGE);
  await page.goto(browser.url('library.html'));
  progress(`indexing ${count} papers`);
  await page.evaluate(`window.until(() => / papers/.test(window.count()), 300000)`);
  return [browser, page];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** What a person waits for in a library of 100,000 papers, as a ratio to the same in one of 100. */
export const library: Bench = {
  name: 'library',
  run: async (progress) => {
    ensureBuild();
    const [small, smallPage] = await open(SMALL, progress);
    const [large, largePage] = await open(LARGE, progress);
    try {
      const lines: Line[] = [];
      for (const { name, run } of TIMED) {
        const times: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
        for (let index = 0; index <= ROUNDS; index += 1) {
          await smallPage.bringToFront();
          const reference = await run(small, smallPage, index);
          await largePage.bringToFront();
          const ours = await run(large, largePage, index);
          // The first one warms up.
          if (index === 0) continue;
          times.reference.push(reference);
          times.ours.push(ours);
        }
        const [ours, reference] = [median(times.ours), median(times.reference)];
        progress(`${name}: ${round(ours)} and ${round(reference)} ms`);
        lines.push({
          name: `library: ${name}`,
          about: `until it shows, with ${LARGE} papers, against ${SMALL}`,
          unit: 'ms',
          ours: round(ours),
          reference: round(reference),
          ratio: Math.round((100 * ours) / reference) / 100,
          limit: LIMIT,
        });
      }
      return lines;
    } finally {
      await small.close();
      await large.close();
    }
  },
};
