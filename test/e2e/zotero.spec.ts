import { makePaper } from '@/bench/library/generate';
import { startZotero } from '@/test/domain/zotero/server';
import { call, expect, test } from './fixtures';

/** Where Zotero listens. */
const PORT = 23_119;

test.use({ hosts: ['http://127.0.0.1/*'] });

test('papers go to Zotero with tags and notes; without it the page says so', async ({
  app,
  browserWithGloss,
}, info) => {
  for (const index of [0, 1]) {
    const { keys, title, authors, abstract, links } = makePaper(index).paper;
    const listing = { site: 'arxiv', url: 'https://arxiv.org/list/x/new', title: 'New', at: 1 };
    const paper = { keys, title, authors, abstract, links, listing };
    await call(app, 'paper.status', { opId: `s${index}`, paper, status: 'saved' });
    if (index === 1) continue;
    await call(app, 'paper.tag', { opId: 't', paper, name: 'to present', on: true });
    await call(app, 'paper.note', { opId: 'n', paper, base: '', text: 'Is 1 < 2?' });
  }
  const page = await browserWithGloss.context.newPage();
  await page.goto(browserWithGloss.url('library.html#view=zotero'));
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('alert')).toContainText('Zotero does not answer');

  const zotero = await startZotero(PORT);
  try {
    await page.getByRole('button', { name: 'Connect' }).click();
    await expect(page.locator('[data-gloss="zotero-target"]')).toHaveValue('C23');
    await page.locator('[data-gloss="zotero-send"]').click();
    await expect(page.locator('[data-gloss="notice"]')).toContainText('2 papers sent');
    const sent = [...zotero.sessions.values()];
    expect(sent.map(({ target }) => target)).toEqual(['C23', 'C23']);
    const tagged = sent.find(({ tags }) => tags.length > 0);
    expect(tagged?.tags).toEqual(['to present']);
    expect(tagged?.items[0]?.notes).toEqual([{ note: '<p>Is 1 &#60; 2?</p>' }]);
    // Those that are chosen in the list, and no others.
    const list = await browserWithGloss.context.newPage();
    await list.goto(browserWithGloss.url('library.html'));
    await list.locator('[data-gloss="row"]').first().click();
    await list.keyboard.press('Control+a');
    await expect(list.locator('[data-gloss="chosen"]')).toHaveText('2 selected');
    await list.screenshot({ path: info.outputPath('chosen.png') });
    await list.locator('[data-gloss="bulk-zotero"]').click();
    await list.getByRole('button', { name: 'Connect' }).click();
    await list.screenshot({ path: info.outputPath('send.png') });
    await list.locator('[data-gloss="zotero-send"]').click();
    await expect(list.locator('[data-gloss="notice"]')).toContainText('2 papers sent');
    expect(zotero.sessions.size).toBe(4);
    // What Zotero has is marked once a person asks for it and Zotero tells.
    await list.locator('[data-gloss="zotero-marks"]').click();
    await expect(list.getByRole('alert')).toContainText('Zotero does not tell what it has');
    const id = makePaper(0).paper.keys.find((key) => key.startsWith('arxiv:'));
    const url = `https://arxiv.org/abs/${id?.slice('arxiv:'.length)}`;
    zotero.set({ api: true, library: [{ key: 'A', data: { url } }] });
    await list.locator('[data-gloss="zotero-marks"]').check();
    await list.locator('[data-gloss="zotero-send"]').click();
    await expect(list.locator('[data-gloss="notice"]')).toHaveText(
      /1 paper sent\. 1 was there already\./,
    );
    await list.goto(browserWithGloss.url('library.html#view=papers'));
    await list.reload();
    await expect(list.locator('[data-gloss="in-zotero"]')).toHaveCount(1);
    await list.screenshot({ path: info.outputPath('marked.png') });
  } finally {
    await zotero.close();
  }
});
