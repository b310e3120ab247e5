import { arxivList } from '@/bench/arxiv-list';
import { annotate, call, describe, expect, test } from './fixtures';

const DBLP = 'https://dblp.org/db/conf/ex/ex2020.html';
const LIST = 'https://arxiv.org/list/me.AS/new';
const PROXY = 'https://arxiv-org.ezproxy.example.edu';

/** dblp's own file, with its escapes and its number for a namesake. */
const BIB = `@inproceedings{DBLP:conf/ex/ExampleS20,
  author       = {Ada Example and Bo Sample 0001},
  title        = {Made-Up Transformers for {E}xample Detection},
  url          = {https://doi.org/10.1007/978-3-030-58452-8\\_13},
  doi          = {10.1007/978-3-030-58452-8\\_13},
}
`;

const VENUE = `<!doctype html><title>dblp: EX 2020</title><ul class="publ-list">
<li class="entry inproceedings" id="conf/ex/Other20" itemscope><nav class="publ"><ul><li class="drop-down"><div class="head"><a href="https://doi.org/10.1007/978-3-030-58452-8_13">view</a></div></li></ul></nav>
<cite class="data"><span itemprop="author"><span itemprop="name">Ada Example</span></span>: <span class="title" itemprop="name">Made-Up Transformers for Example Detection.</span></cite></li></ul>`;

test('a paper of dblp’s file is shown as saved on dblp’s page', async ({
  app,
  extensionId,
  openListing,
}) => {
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#view=transfer`);
  await page
    .locator('[data-gloss="import-file"]')
    .setInputFiles({ name: 'dblp.bib', mimeType: 'text/plain', buffer: Buffer.from(BIB) });
  await page.locator('[data-gloss="import-apply"]').click();
  await expect(page.locator('[role="status"]').filter({ hasText: '1 new' })).toBeVisible();
  const listing = await openListing(VENUE, DBLP);
  const found = await describe(app, listing);
  expect(found.ok && found.value.papers.map(({ state }) => state.status)).toEqual(['saved']);
});

/** Puts a translation in the place of the page's text, as Chrome does. */
const translate = () => {
  document.documentElement.classList.add('translated-ltr');
  for (const element of document.querySelectorAll('.list-title, p.mathjax')) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = `Übersetzt: ${element.textContent ?? ''}, und zwar ausführlich`;
    outer.append(inner);
    element.replaceChildren(outer);
  }
};

test('a translated list changes nothing that is known of its papers', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(arxivList(3), LIST);
  const before = await describe(app, listing);
  if (!before.ok) throw new Error(before.error.message);
  const texts = before.value.papers.map(({ title, abstract }) => [title, abstract]);
  await listing.page.evaluate(translate);
  await expect
    .poll(async () => {
      const now = await describe(app, listing);
      return now.ok && now.value.readings > before.value.readings;
    })
    .toBe(true);
  const after = await describe(app, listing);
  expect(after.ok && after.value.papers.map(({ title, abstract }) => [title, abstract])).toEqual(
    texts,
  );
  // Opened anew, the page has nothing but the translation: it is worth less than what is stored.
  const [paper] = before.value.papers;
  const ref = {
    keys: ['arxiv:2401.00001'],
    title: paper?.title ?? '',
    authors: [],
    abstract: paper?.abstract ?? '',
    links: ['https://arxiv.org/abs/2401.00001'],
    listing: { site: 'arxiv', url: LIST, title: 'Measurements', at: 1 },
  };
  await call(app, 'paper.status', { opId: 'a', paper: ref, status: 'saved' });
  const again = {
    ...ref,
    title: `Übersetzt: ${ref.title}, und zwar ausführlich`,
    translated: ['title' as const, 'abstract' as const],
  };
  await call(app, 'paper.status', { opId: 'b', paper: again, status: 'read' });
  const text = await call(app, 'export.papers', { after: null });
  expect(JSON.stringify(text)).not.toContain('Übersetzt');
});

test.describe('behind a library’s proxy', () => {
  test.use({ hosts: [`${PROXY}/*`] });

  test('a list is read by its site’s own adapter, and its papers are the same', async ({
    app,
    openListing,
  }) => {
    const listing = await openListing(arxivList(3), `${PROXY}/list/me.AS/new`);
    const found = await annotate(app, listing);
    if (!found.ok) throw new Error(found.error.message);
    expect(found.value.site).toBe('arxiv');
    const direct = await describe(app, await openListing(arxivList(3), LIST));
    expect(found.value.papers.map(({ ids, url }) => [ids, url])).toEqual(
      direct.ok && direct.value.papers.map(({ ids, url }) => [ids, url]),
    );
  });
});
