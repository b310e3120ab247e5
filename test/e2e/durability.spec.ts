import { arxivList } from '@/bench/arxiv-list';
import type { PaperRef } from '@/domain/paper';
import { annotate, call, describe, expect, type Listing, test } from './fixtures';

const URL = 'https://arxiv.org/list/me.AS/new';

const paper: PaperRef = {
  keys: ['arxiv:2401.00001'],
  title: 'A paper that is saved by message',
  authors: ['Ann Author'],
  abstract: 'It is only here to be kept.',
  links: ['https://arxiv.org/abs/2401.00001'],
  listing: { site: 'arxiv', url: URL, title: 'Measurements', at: 1_700_000_000_000 },
};

/** The page's papers, once Gloss has read them. */
async function papersOf(app: Parameters<typeof describe>[0], listing: Listing) {
  const answer = await annotate(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers;
}

test.use({ hosts: ['https://arxiv.org/*'] });

test('what the page shows as saved is there after the worker was killed', async ({
  app,
  openListing,
  killWorker,
}) => {
  const listing = await openListing(arxivList(20), URL);
  const { page, layer } = listing;
  await layer.hover('[data-gloss="mark"][data-entry="0"]');
  await layer.click('[data-gloss="toolbar"] [data-action="save"]');
  await expect
    .poll(async () => (await papersOf(app, listing))[0]?.state.status, { intervals: [20] })
    .toBe('saved');
  await killWorker();

  await page.reload();
  const papers = await papersOf(app, listing);
  expect(papers.map(({ state }) => state.status)).toEqual(['saved', ...Array(19).fill(null)]);
});

test('a write is there after the worker was killed at its acknowledgement', async ({
  app,
  openListing,
  killWorker,
}) => {
  const saved = await call(app, 'paper.status', { opId: 'op-1', paper, status: 'saved' });
  await killWorker();
  expect(saved.ok && saved.value.status).toBe('saved');

  const listing = await openListing(arxivList(3), URL);
  expect((await papersOf(app, listing))[0]?.state.status).toBe('saved');
});

test('a write that is sent again, since its answer was lost, is done once', async ({
  app,
  killWorker,
}) => {
  const write = { opId: 'op-1', paper, name: 'to-read', on: true };
  await call(app, 'paper.tag', write);
  await killWorker();
  const again = await call(app, 'paper.tag', write);
  expect(again.ok && again.value.tags.map(({ name }) => name)).toEqual(['to-read']);
  // One operation was written, so one undo takes it away and the next finds nothing.
  const undone = await call(app, 'undo', { opId: 'op-2' });
  expect(undone.ok && undone.value?.papers[0]?.tags).toEqual([]);
  expect(await call(app, 'undo', { opId: 'op-3' })).toEqual({ ok: true, value: null });
});
