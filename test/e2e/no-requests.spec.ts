import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { launch, openApp } from '@/scripts/browser/extension';
import { annotate, openListing } from '@/scripts/browser/listing';
import { servePages } from '@/scripts/browser/pages';
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

const hostOf = (url: string): string => new URL(url).hostname;

test('a tour of everything asks for nothing but the page that the person opened', async () => {
  const proxy = await listeningProxy();
  const browser = await launch({
    hosts: ['https://arxiv.org/*'],
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
    const app = await openApp(browser);
    const listing = await openListing(browser, app, NEW);
    const read = await annotate(app, listing);
    if (!read.ok) throw new Error(read.error.message);
    const { layer } = listing;
    await layer.hover('[data-gloss="mark"][data-entry="0"]');
    await layer.click('[data-gloss="toolbar"] [data-action="save"]');
    await layer.shows('[data-gloss="toast"]', 'Saved');
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
    const places = own.locator('a[href^="#view="]');
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
    expect(asked.filter((url) => url !== NEW && !url.endsWith('/favicon.ico'))).toEqual([]);
    const strangers = proxy.asked.filter((url) => !BROWSERS.test(hostOf(url)));
    expect(strangers.filter((url) => hostOf(url) !== 'arxiv.org')).toEqual([]);
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
