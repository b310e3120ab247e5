import type { Page, Worker } from '@playwright/test';
import type { PaperRef } from '@/domain/paper/paper';
import { call, expect, test } from './fixtures';

test.use({ isNew: true });

const paper = (index: number, title: string): PaperRef => ({
  keys: [`arxiv:2401.0000${index}`],
  title,
  authors: ['Ann Author'],
  abstract: '',
  links: [],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
});

/** The browser's own address bar is out of reach: its events are made where they arrive. */
async function typed(worker: Worker, text: string) {
  return worker.evaluate(async (words) => {
    type Made = { dispatch: (...args: unknown[]) => void };
    const { omnibox } = chrome;
    const real = omnibox.setDefaultSuggestion;
    let first = '';
    omnibox.setDefaultSuggestion = ((line: chrome.omnibox.DefaultSuggestResult) => {
      first = line.description;
    }) as typeof real;
    (omnibox.onInputStarted as unknown as Made).dispatch();
    const found = await new Promise<chrome.omnibox.SuggestResult[]>((resolve) =>
      (omnibox.onInputChanged as unknown as Made).dispatch(words, resolve),
    );
    omnibox.setDefaultSuggestion = real;
    return { first, found };
  }, text);
}

const enter = (worker: Worker, text: string) =>
  worker.evaluate((words) => {
    const made = chrome.omnibox.onInputEntered as unknown as {
      dispatch: (text: string, where: string) => void;
    };
    made.dispatch(words, 'newForegroundTab');
  }, text);

async function nextPage(app: Page, act: () => Promise<unknown>): Promise<Page> {
  const opened = app.context().waitForEvent('page');
  await act();
  return opened;
}

test('the address bar suggests papers, opens one or the search, and says where a search is wrong', async ({
  app,
  browserWithGloss,
}) => {
  for (const [index, title] of ['Tidal heating of <icy> moons', 'Rings & shepherds'].entries())
    await call(app, 'paper.status', {
      opId: `s${index}`,
      paper: paper(index, title),
      status: 'saved',
    });
  const [worker] = browserWithGloss.context.serviceWorkers();
  if (!worker) throw new Error('There is no background worker.');
  const { first, found } = await typed(worker, 'tid');
  expect(first).toBe('Search your papers in Gloss');
  // The browser reads them as XML.
  expect(found.map(({ description }) => description)).toEqual([
    'Tidal heating of &lt;icy&gt; moons',
  ]);
  expect(await typed(worker, 'titel:rings')).toEqual({
    first: 'There is no field "titel". Did you mean "title"? (At character 1.)',
    found: [],
  });

  const one = await nextPage(app, () => enter(worker, found[0]?.content ?? ''));
  await expect(one.getByRole('complementary', { name: 'Paper' })).toContainText('Tidal heating');
  const search = await nextPage(app, () => enter(worker, 'shepherds'));
  await expect(search.locator('[data-gloss="search"]')).toHaveValue('shepherds');
  await expect(search.locator('[data-gloss="row"]')).toHaveCount(1);
});
