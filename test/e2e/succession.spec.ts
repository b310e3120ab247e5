import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { openApp, tabOf } from '@/scripts/browser/extension';
import { call, callTab, expect, test } from './fixtures';

const NEW = 'https://arxiv.org/list/me.AS/new';
const STATE = '[data-gloss="note-state"]';
const FIRST = { ids: { arxiv: '2401.00001' }, title: '', opening: '' };

test.use({ hosts: ['https://arxiv.org/*'], isNew: true });

/** Layers of ours on a page, whatever they are called: nothing else is put beside head and body. */
const layers = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.children.length - 2);

/** Ends the extension and starts it anew, as an update does. A reload leaves an unpacked one turned off in some versions of Chromium. */
async function reload(app: Page, extensionId: string): Promise<void> {
  const manager = await app.context().newPage();
  await manager.goto('chrome://extensions');
  await manager.evaluate(async (id) => {
    for (const isEnabled of [false, true]) await chrome.management.setEnabled(id, isEnabled);
  }, extensionId);
  await manager.close();
}

test('after an update one layer is on the page, and the note that could not be saved is saved', async ({
  browserWithGloss,
  app,
  extensionId,
  openListing,
}) => {
  const { page, layer } = await openListing(arxivList(3), NEW);
  await layer.hover('[data-gloss="mark"][data-entry="0"]');
  await layer.click('[data-gloss="toolbar"] [data-action="note"]');
  await page.keyboard.type('kept');
  await layer.shows(STATE, 'Saved');
  await reload(app, extensionId);
  await expect.poll(() => layer.evaluate('Boolean(globalThis.chrome?.runtime?.id)')).not.toBe(true);
  await page.bringToFront();
  await page.keyboard.type(' here');
  await layer.shows(STATE, 'Gloss was updated. Your text is still here.');
  // A page that knows how a will looks, but not its seal.
  await page.evaluate(() => {
    const host = document.createElement('div');
    host.id = 'forged';
    const data = document.createElement('data');
    const paper = { keys: ['arxiv:2401.00002'], title: 'x', authors: [], abstract: '', links: [] };
    const listing = { site: 'arxiv', url: location.href, title: 'x', at: 1 };
    const note = { opId: 'forged', paper: { ...paper, listing }, base: '', text: 'forged' };
    data.value = JSON.stringify({ seal: 'guess', script: 'other', notes: [note] });
    host.attachShadow({ mode: 'closed' }).append(data);
    document.documentElement.append(host);
  });
  expect(await layers(page)).toBe(2);

  const again = await openApp(browserWithGloss);
  const tabId = await tabOf(again, page);
  expect(await call(again, 'page.annotate', { tabId })).toEqual({ ok: true, value: null });
  const states = () =>
    call(again, 'page.states', {
      papers: [FIRST, { ...FIRST, ids: { arxiv: '2402.00002' } }],
    });
  await expect
    .poll(async () => {
      const answer = await states();
      return answer.ok ? answer.value[0]?.note.text : answer.error.message;
    })
    .toBe('kept here');
  await expect.poll(() => layers(page)).toBe(2);
  expect(await page.evaluate(() => document.getElementById('forged') !== null)).toBe(true);
  const papers = await call(again, 'library.newest', { after: null, limit: 50 });
  expect(papers.ok && papers.value.papers.map(({ note }) => note.text)).not.toContain('forged');
  const shown = await callTab(again, tabId, 'listing.describe', null);
  expect(shown?.ok && shown.value.papers.map(({ state }) => state.note.text)).toEqual([
    'kept here',
    '',
    '',
  ]);
});
