/**
 * `npm run screens [-- SITE…]`: pictures of nine states of the in-page interface on four sites, light and dark, in
 * windows of three widths, in `out/screens/`: to be looked at. Saved pages are read beside the project; without them the demo digest is used.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBuild } from './browser/build';
import { type Browser, callTab, DEMO, launch, openApp, ROOT } from './browser/extension';
import { annotate, type Listing, openListing } from './browser/listing';
import { type LocalPage, localPage, servePages } from './browser/pages';
import { say } from './setup/process.mjs';
import { selectPassage } from './tour/passage';

const OUT = path.join(ROOT, 'out/screens');
const DATA = path.join(ROOT, '../shared/data/pages');

/** Pages by the name of their site: a saved file, and the address it is served at. */
const PAGES: Record<string, [file: string, url: string]> = {
  arxiv: ['arxiv/list-new-2023-03-03.html', 'https://arxiv.org/list/astro-ph.EP/new'],
  'hugging-face': [
    'hugging-face/daily-2024-08-01.html',
    'https://huggingface.co/papers?date=2024-08-01',
  ],
  openreview: [
    'openreview/iclr2018-submissions.html',
    'https://openreview.net/group?id=ICLR.cc/2018/Conference',
  ],
  mail: ['arxiv-mail/astro-ph.EP-2023-03-03.txt', 'https://mail.example.org/message/1'],
};

/** Pages that know no dark scheme get one, as extensions and browsers give it. */
const DARK = `html, body { background: #14161a !important; color: #d8dade !important }
  body * { background-color: transparent !important; color: inherit !important; border-color: #3a3f47 !important }
  a { color: #9db4ff !important }`;

const darkened = (page: LocalPage): LocalPage => ({
  ...page,
  body: page.type.startsWith('text/html')
    ? String(page.body).replace(/<\/head>/i, `<style>${DARK}</style></head>`)
    : page.body,
});

interface Stage {
  app: Page;
  listing: Listing;
  /** The entry that things are done to. */
  at: number;
  title: string;
  abstract: string;
}

const mark = (at: number): string => `[data-gloss="mark"][data-entry="${at}"]`;
const action = (name: string): string => `[data-gloss="toolbar"] [data-action="${name}"]`;

async function toolbar({ listing: { page, layer }, at, title }: Stage): Promise<void> {
  await page.mouse.move(2, 2);
  await layer.scrollTo(title);
  await layer.hover(mark(at));
  await layer.find(action('save'));
}

async function press(stage: Stage, name: string): Promise<void> {
  await toolbar(stage);
  await stage.listing.layer.click(action(name));
}

const triage = (stage: Stage): Promise<unknown> =>
  callTab(stage.app, stage.listing.tabId, 'listing.triage', null);

const clear = async ({ listing: { page } }: Stage): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(2, 2);
};

/** Each state follows from the one before. */
const STATES: Record<string, (stage: Stage) => Promise<void>> = {
  rest: async ({ listing: { layer }, title }) => {
    await layer.scrollTo(title);
    await layer.find('[data-gloss="mark"]');
  },
  toolbar,
  tags: async (stage) => {
    await press(stage, 'tags');
    for (const name of ['to present', 'robotics', 'p']) {
      await stage.listing.page.keyboard.type(name);
      if (name.length > 1) await stage.listing.page.keyboard.press('Enter');
    }
    await stage.listing.layer.shows('[data-gloss="chip"]', 'robotics');
  },
  note: async (stage) => {
    await clear(stage);
    await press(stage, 'note');
    await stage.listing.page.keyboard.type(
      'Compare with **our baseline** before Friday.\n\n- ask Bo',
    );
    await stage.listing.layer.shows('[data-gloss="note-state"]', 'Saved');
  },
  selection: async (stage) => {
    await clear(stage);
    const { page, layer } = stage.listing;
    const { abstract, title } = stage;
    const other = (await page.getByText(abstract.slice(0, 24)).count()) > 0 ? abstract : title;
    await layer.scrollTo(other);
    await page.mouse.move(2, 2);
    await selectPassage(page, other, Math.min(60, other.length - 4));
    await layer.find('[data-gloss="selection"]');
  },
  annotated: async (stage) => {
    await stage.listing.layer.click('[data-gloss="selection"] [data-colour="amber"]');
    await stage.listing.layer.shows('[data-gloss="toast"]', 'Highlighted');
    await clear(stage);
    await press(stage, 'save');
    await stage.listing.layer.find(`${mark(stage.at)}[data-state="saved"]`);
    await clear(stage);
  },
  triage: async (stage) => {
    await triage(stage);
    for (const key of ['j', 'd', 's', 'd', 'r']) await stage.listing.page.keyboard.press(key);
    await stage.listing.layer.shows('[data-gloss="toast"]', 'read');
  },
  help: async ({ listing: { page, layer } }) => {
    await page.keyboard.press('?');
    await layer.find('[data-gloss="help"]');
  },
  menu: async ({ listing: { page, layer } }) => {
    await page.keyboard.press('Escape');
    await layer.click('[data-action="menu"]');
    await layer.find('[data-gloss="menu"]');
  },
};

/** Windows: a wide one, half a screen, a telephone. */
const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 700, height: 800 },
  { width: 360, height: 640 },
];
type Scheme = 'light' | 'dark';

/** Pictures of all states on a site; `look` is a part of their names. */
async function shoot(browser: Browser, app: Page, site: string, scheme: Scheme, look: string) {
  const [file, url] = PAGES[site] ?? ['', ''];
  const serve = await servePages(browser.context);
  const saved = path.join(DATA, file);
  const source = existsSync(saved) ? localPage(saved, url) : localPage(DEMO);
  serve(scheme === 'dark' ? darkened(source) : source);
  const listing = await openListing(browser, app, source.url);
  await listing.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  if (scheme === 'dark' && !source.type.startsWith('text/html'))
    await listing.page.addStyleTag({ content: DARK });
  const answer = await annotate(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  const at = Math.max(
    0,
    answer.value.papers.findIndex(({ abstract }, index) => index > 1 && abstract.length > 200),
  );
  const { title = '', abstract = '' } = answer.value.papers[at] ?? {};
  const stage: Stage = { app, listing, at, title, abstract };
  for (const [index, [name, make]] of Object.entries(STATES).entries()) {
    const picture = `${site}-${String(index + 1).padStart(2, '0')}-${name}-${look}.png`;
    await make(stage).catch((error: unknown) => say(`${picture}: ${String(error).split('\n')[0]}`));
    await listing.page.screenshot({ path: path.join(OUT, picture), animations: 'disabled' });
  }
  await listing.page.close();
}

async function main(names: string[]): Promise<void> {
  ensureBuild();
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const site of names.length > 0 ? names : Object.keys(PAGES)) {
    if (!PAGES[site])
      throw new Error(`There is no site "${site}": ${Object.keys(PAGES).join(', ')}.`);
    for (const scheme of ['light', 'dark'] as const)
      for (const viewport of WINDOWS) {
        const look = `${scheme}-${viewport.width}`;
        say(`${site}, ${look}`);
        // A library of its own for each: states begin from nothing.
        const browser = await launch({ hosts: ['<all_urls>'], viewport });
        try {
          await shoot(browser, await openApp(browser), site, scheme, look);
        } finally {
          await browser.close();
        }
      }
  }
  console.log(`Pictures are in ${path.relative(process.cwd(), OUT)}/`);
}

await main(process.argv.slice(2));
