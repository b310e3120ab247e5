/**
 * `npm run check-site -- URL|FILE [--url URL]`: what the adapter of a page's site sees on it, entry by entry,
 * through the real content script, and what it could not read. A FILE is read at the address given with `--url`.
 * A page that no adapter knows is read as a digest, and said to be.
 */
import { parseArgs } from 'node:util';
import { ensureBuild } from './browser/build';
import { launch, openApp } from './browser/extension';
import { annotate, openListing } from './browser/listing';
import { type LocalPage, localPage, servePages, webAddress } from './browser/pages';
import { sightOf } from './check-site/sight';
import { say } from './setup/process.mjs';

const USAGE = 'usage: npm run check-site -- URL | FILE [--url URL]';

/** A page of the web, or a file as one. */
type Asked = { url: string; local: LocalPage | null };

/** What the arguments ask for. Throws a sentence for a person when they are no good. */
function askedFor(args: string[]): Asked {
  let parsed;
  try {
    parsed = parseArgs({ args, options: { url: { type: 'string' } }, allowPositionals: true });
  } catch {
    throw new Error(USAGE);
  }
  const { values, positionals } = parsed;
  const [what, ...others] = positionals;
  if (what === undefined || others.length > 0) throw new Error(USAGE);
  if (/^https?:/i.test(what)) {
    if (values.url !== undefined) throw new Error('--url goes with a file, not with an address.');
    return { url: webAddress(what), local: null };
  }
  const local = localPage(what, values.url);
  return { url: local.url, local };
}

async function check({ url, local }: Asked): Promise<void> {
  ensureBuild();
  const browser = await launch({ hosts: ['<all_urls>'], online: local === null });
  try {
    const serve = await servePages(browser.context, { online: local === null });
    if (local) serve(local);
    const app = await openApp(browser);
    const answer = await annotate(app, await openListing(browser, app, url));
    if (!answer.ok) throw new Error(answer.error.message);
    console.log(sightOf(answer.value));
  } finally {
    await browser.close();
  }
}

let asked: Asked;
try {
  asked = askedFor(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(2);
}
try {
  await check(asked);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
