import type { PaperRef } from '@/domain/paper/paper';
import { expectNoFaults } from './accessible';
import { call, expect, test } from './fixtures';

const paper: PaperRef = {
  keys: ['arxiv:2401.00001', 'title:tidal heating of icy moons with an ocean'],
  title: 'Tidal heating of icy moons with an ocean',
  authors: ['Ann Author'],
  abstract: 'We study the heat of tides.',
  links: ['https://arxiv.org/abs/2401.00001'],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
};

test('backups are files in a chosen folder too, and a file of before restores', async ({
  app,
  browserWithGloss,
}, info) => {
  await call(app, 'paper.status', { opId: 's', paper, status: 'saved' });
  const page = await browserWithGloss.context.newPage();
  // No program can press the browser's own dialog: the folder is one of the browser's private file system.
  await page.addInitScript(() => {
    const folder = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true });
    Object.assign(globalThis, { showDirectoryPicker: folder });
  });
  await page.goto(browserWithGloss.url('library.html#view=backups'));
  const part = page.locator('[data-gloss="backup-folder"]');
  await page.locator('[data-gloss="backup-now"]').click();
  await expect(page.locator('[data-gloss="backups"] li')).toHaveCount(1);
  await page.screenshot({ path: info.outputPath('before.png') });
  await part.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(part).toContainText('Each backup is also a file in “Backups”');

  const files = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const name of (await root.getDirectoryHandle('Backups')).keys()) names.push(name);
      return names;
    });
  const [name = ''] = await files();
  expect(name).toMatch(/^gloss-backup-.*\.json\.gz$/);
  // A file of another installation.
  await page.evaluate(async (from) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups');
    const bytes = await (await (await folder.getFileHandle(from)).getFile()).arrayBuffer();
    const other = await folder.getFileHandle('gloss-backup-2025-01-01-08-00-abc123.json.gz', {
      create: true,
    });
    const writable = await other.createWritable();
    await writable.write(bytes);
    await writable.close();
  }, name);
  await call(app, 'papers.bulk', {
    opId: 'd',
    ids: ['arxiv:2401.00001'],
    change: { kind: 'delete' },
  });
  await page.reload();
  await page
    .locator('[data-gloss="backup-files"] li', { hasText: '2025-01-01' })
    .getByRole('button')
    .click();
  await expect(page.getByRole('group', { name: 'What restoring changes' })).toContainText(
    'In this backup: 1. Missing or deleted here: 1.',
  );
  await expectNoFaults(page, 'what restoring would change');
  await page.getByRole('button', { name: 'Bring back what is missing' }).click();
  await expect(page.getByRole('status')).toContainText('Brought back');
  const first = { after: null, limit: 10 };
  const titles = async () => {
    const answer = await call(app, 'library.newest', first);
    return answer.ok ? answer.value.papers.map(({ title }) => title) : [];
  };
  expect(await titles()).toEqual([paper.title]);
  await page.locator('[data-gloss="undo"]').click();
  await expect.poll(titles).toEqual([]);
});

test('a restoring that is stopped leaves the library as it is; one whose worker is killed midway is done', async ({
  app,
  browserWithGloss,
  killWorker,
}, info) => {
  const PAPERS = 3_000;
  const record = (at: number) => ({
    kind: 'paper',
    place: '',
    value: {
      id: `arxiv:2402.${10_000 + at}`,
      aliases: [],
      keys: [`arxiv:2402.${10_000 + at}`],
      title: `Ebb and flow on moon number ${at}`,
      authors: [],
      abstract: '',
      links: [],
      listings: [],
      status: 'saved',
      savedAt: 1,
      tags: [],
      note: { text: '', heads: [], seen: {} },
      highlights: [],
      createdAt: 1,
      updatedAt: 1,
      stamps: {},
    },
  });
  for (let page = 0; page * 500 < PAPERS; page++) {
    const items = Array.from({ length: 500 }, (_, at) => record(page * 500 + at));
    await call(app, 'import.stage', { id: 'i', page, items: JSON.stringify(items) });
  }
  await call(app, 'import.apply', { id: 'i', opId: 'i' });
  await call(app, 'backup.now', null);
  const saved = async () => {
    const answer = await call(app, 'tags.counted', null);
    const { value } = (await call(app, 'export.count', null)) as { value: number };
    return [value, answer.ok ? answer.value.length : 0];
  };
  await call(app, 'paper.status', { opId: 's', paper, status: 'saved' });
  await call(app, 'paper.tag', { opId: 't', paper, name: 'since', on: true });
  const page = await browserWithGloss.context.newPage();
  await page.goto(browserWithGloss.url('library.html#view=backups'));
  const replace = page.getByRole('button', { name: 'Replace the library' });
  const stop = page.locator('[data-gloss="backup-stop"]');
  await page.locator('[data-gloss="backups"] li').getByRole('button', { name: 'Restore…' }).click();
  await replace.click();
  await page.screenshot({ path: info.outputPath('restoring.png') });
  await stop.click();
  await expect(page.getByRole('status')).toContainText('Stopped; your library is as it was');
  expect(await saved()).toEqual([PAPERS + 1, 1]);
  await replace.click();
  const part = page.locator('.backup-run progress');
  // A machine that is fast enough to be done before anybody looks is past every part.
  await expect
    .poll(() => part.evaluateAll(([one]) => (one ? (one as HTMLProgressElement).value : 1)), {
      intervals: [10],
    })
    .toBeGreaterThan(0.5);
  await killWorker();
  await expect(page.getByRole('status')).toContainText('as it was at that backup', {
    timeout: 30_000,
  });
  expect(await saved()).toEqual([PAPERS, 0]);
  await expect(page.locator('[data-gloss="backups"] li')).toHaveCount(2);
});
