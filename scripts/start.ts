/**
 * `npm start [-- URL|FILE] [--tour]`: a browser with Gloss loaded, in a fresh profile, on a page; the
 * built-in demo digest when none is given. Without a display, or with `--tour`, it takes the tour.
 */
import { parseArgs } from 'node:util';
import { ensureBuild } from './browser/build';
import { DEMO, launch, openApp } from './browser/extension';
import { annotate, openListing } from './browser/listing';
import { hostPattern, type LocalPage, localPage, servePages, webAddress } from './browser/pages';
import { say } from './setup/process.mjs';
import { STEPS } from './tour/steps';
import { takeTour } from './tour/tour';

/** What to open: a page of this machine, or an address of the web. */
interface Target {
  url: string;
  page: LocalPage | null;
  tour: boolean;
}

/** Throws a sentence for a person when the arguments are no good. */
function read(args: string[]): Target {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { tour: { type: 'boolean', default: false } },
  });
  const [what = DEMO, ...rest] = positionals;
  if (rest.length > 0) throw new Error('usage: npm start [-- URL|FILE] [--tour]');
  const display =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const tour = values.tour || !display;
  if (/^https?:\/\//i.test(what)) return { url: webAddress(what), page: null, tour };
  const page = localPage(what);
  return { url: page.url, page, tour };
}

async function start({ url, page, tour }: Target): Promise<boolean> {
  ensureBuild();
  const online = page === null || !tour;
  const browser = await launch({
    hosts: [hostPattern(url)],
    headless: tour,
    online,
    ...(tour ? {} : { viewport: null }),
  });
  try {
    const serve = await servePages(browser.context, { online });
    if (page) serve(page);
    const app = await openApp(browser);
    const listing = await openListing(browser, app, url);
    if (tour) return await takeTour(STEPS, { browser, app, listing });
    const found = await annotate(app, listing);
    if (!found.ok) throw new Error(found.error.message);
    for (const other of browser.context.pages()) if (other !== listing.page) await other.close();
    console.log(`${found.value.papers.length} papers on ${url}; close the browser to stop.`);
    await browser.context.waitForEvent('close', { timeout: 0 });
    return true;
  } finally {
    await browser.close();
  }
}

let target: Target | null = null;
try {
  target = read(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
if (target) {
  try {
    process.exitCode = (await start(target)) ? 0 : 1;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
