import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { DEMO, launch, openApp } from '@/scripts/browser/extension';
import { annotate, openListing } from '@/scripts/browser/listing';
import { hostPattern, localPage, servePages } from '@/scripts/browser/pages';
import { STEPS } from '@/scripts/tour/steps';
import { takeTour } from '@/scripts/tour/tour';
import { call, expect, test } from './fixtures';

const NEW = 'https://arxiv.org/list/me.AS/new';
/** What Chromium asks for by itself, with no extension either. */
const BROWSERS = /(?:^|\.)(?:google|googleapis|gstatic|gvt1|chromium)\.(?:com|org)$/;

/** A proxy that answers nothing and keeps whom it was asked for: it sees every context, service workers too. */
async function listeningProxy() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', ({ url }, socket) => {
    asked.push(`https://${url}`);
    socket.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { asked, port, close: () => server.close() };
}

/** Requests of pages and of their workers. */
function requestsOf(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** What `npm start` shows, without the pictures of other schemes and sizes: so the tour is known to work. */
const SHORT = Object.fromEntries(
  Object.entries(STEPS).filter(([name]) => !/light and dark|topics|triage|stores/.test(name)),
);

const hostOf = (url: string): string => new URL(url).hostname;

test('the tour succeeds, and asks for nothing but the pages that the person opened', async () => {
  const proxy = await listeningProxy();
  const digest = localPage(DEMO);
  const browser = await launch({
    hosts: ['https://arxiv.org/*', hostPattern(digest.url)],
    flags: [
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      '--proxy-bypass-list=<-loopback>',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  try {
    const serve = await servePages(browser.context);
    const asked = requestsOf(browser.context);
    serve({ url: NEW, body: arxivList(5), type: 'text/html; charset=utf-8' });
    serve(digest);
    const app = await openApp(browser);
    const read = await annotate(app, await openListing(browser, app, NEW));
    if (!read.ok) throw new Error(read.error.message);
    const listing = await openListing(browser, app, digest.url);
    const out = test.info().outputPath('tour');
    expect(await takeTour(SHORT, { browser, app, listing }, out)).toBe(true);
    const [first] = read.value.papers;
    const paper = {
      keys: first?.state.keys ?? [],
      title: first?.title ?? '',
      authors: [],
      abstract: '',
      links: ['https://arxiv.org/abs/2401.00001'],
      listing: { site: 'arxiv', url: NEW, title: 'New', at: 1 },
    };
    // Would be fetched if the note were drawn unchanged.
    const text = '![plot](https://tracker.example/pixel.png) <img src=https://tracker.example/x>';
    await call(app, 'paper.note', { opId: 'n', paper, base: '', text });
    await call(app, 'paper.tag', { opId: 't', paper, name: 'moons', on: true });
    const own = await browser.context.newPage();
    const faults: string[] = [];
    own.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(message.text());
    });
    await own.goto(browser.url('library.html'));
    const places = own.locator('a[href*="#view="]');
    await places.first().waitFor();
    expect(await places.count()).toBeGreaterThan(8);
    for (const place of await places.all()) {
      await place.click();
      await expect(place).toHaveAttribute('aria-current', 'page');
      // What a view loads it asks for at once.
      await own.waitForLoadState('networkidle');
    }
    for (const file of ['popup.html', 'options.html', 'sidepanel.html']) {
      await own.goto(browser.url(file));
      await own.waitForLoadState('networkidle');
    }
    expect(faults).toEqual([]);
    await call(app, 'backup.now', null);
    const opened = [NEW, digest.url];
    expect(asked.filter((url) => !opened.includes(url) && !url.endsWith('/favicon.ico'))).toEqual(
      [],
    );
    const known = opened.map(hostOf);
    const strangers = proxy.asked.map(hostOf).filter((host) => !known.includes(host));
    expect(strangers.filter((host) => !BROWSERS.test(host))).toEqual([]);
  } finally {
    await browser.close();
    proxy.close();
  }
});

test('an own page refuses scripts made of text, and requests', async ({ app }) => {
  const refused = await app.evaluate(async () => {
    const broken: string[] = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      broken.push(effectiveDirective);
    });
    const address = 'data:text/javascript,export default 1';
    const ran = await import(address).catch(() => 'refused');
    const script = document.createElement('script');
    script.textContent = 'globalThis.ranInline = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.src = 'https://tracker.example/pixel.png';
    document.body.append(image);
    const fetched = await fetch('https://tracker.example/').catch(() => 'refused');
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    return { ran, inline: 'ranInline' in globalThis, fetched, broken };
  });
  expect(refused).toMatchObject({ ran: 'refused', inline: false, fetched: 'refused' });
  for (const directive of ['connect-src', 'img-src', 'script-src-elem'])
    expect(refused.broken).toContain(directive);
});
