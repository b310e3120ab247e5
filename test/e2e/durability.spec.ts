import { arxivList } from '@/bench/arxiv-list';
import type { PaperRef } from '@/domain/paper/paper';
import { annotate, call, type describe, expect, type Listing, test } from './fixtures';

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

test('what a worker wrote and could not tell before it was stopped is told by the next', async ({
  app,
  openListing,
  killWorker,
}) => {
  const listing = await openListing(arxivList(3), URL);
  await call(app, 'paper.status', { opId: 'op-1', paper, status: 'saved' });
  const statusOf = async () => (await papersOf(app, listing))[0]?.state.status;
  await expect.poll(statusOf).toBe('saved');
  await expect.poll(() => app.evaluate(pastTheBackground, null)).toBe(0);
  await killWorker();

  expect(await app.evaluate(pastTheBackground, 'read')).toBe(1);
  // A page may have started a worker before that was written; the next one finds it.
  await killWorker();
  await call(app, 'tags.list', null);
  await expect.poll(statusOf).toBe('read');
  await expect.poll(() => app.evaluate(pastTheBackground, null)).toBe(0);
});

/**
 * In a page of the extension, past the background: writes a status to the one paper of the library, where one is
 * given, and gives how many papers were written and are not noted as told.
 */
async function pastTheBackground(status: string | null): Promise<number> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('No answer.')));
    });
  const db = await answer(indexedDB.open('gloss'));
  const write = db.transaction(['papers', 'settings', 'revisions'], 'readwrite');
  const [papers, revisions] = [write.objectStore('papers'), write.objectStore('revisions')];
  const last = await answer(revisions.index('rev').openKeyCursor(null, 'prev'));
  let rev = Number(last?.key ?? 0);
  if (status !== null) {
    const [row] = await answer(papers.getAll());
    papers.put({ ...row, status });
    revisions.put({ id: row.id, rev: (rev += 1) });
  }
  const told = await answer(write.objectStore('settings').get('told'));
  const after = await answer(
    revisions.index('rev').getAll(IDBKeyRange.lowerBound(Number(told?.value ?? 0), true)),
  );
  db.close();
  // What is no paper is numbered too, under an empty id; nobody is told of it.
  return after.filter(({ id }: { id: string }) => id !== '').length;
}

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
