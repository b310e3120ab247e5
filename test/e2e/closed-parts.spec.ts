import { annotate, callTab, describe, expect, test } from './fixtures';

const PROGRAMME = 'https://symposium.example.org/accepted';

const paper = (at: number): string =>
  `<li><a href="https://arxiv.org/abs/2401.${String(at).padStart(5, '0')}">Measuring the patience of ${at} made-up wells</a><br>Ada Example, Bo Sample</li>`;
const papers = (from: number, count: number): string =>
  `<ul>${Array.from({ length: count }, (_, at) => paper(from + at)).join('')}</ul>`;

/** An open list, and three parts that are closed in the ways that pages have: by a tag, a class, a height. */
const ACCORDION = `<!doctype html><title>Accepted papers</title>
<style>.panel { display: none } .panel.wide { display: block } .flat { max-height: 0; overflow: hidden } .flat.tall { max-height: none }</style>
<main><h2>Monday</h2>${papers(1, 4)}
<details><summary>Tuesday</summary>${papers(11, 3)}</details>
<h2><button id="wednesday">Wednesday</button></h2><div class="panel" id="w">${papers(21, 5)}</div>
<h2><button id="thursday">Thursday</button></h2><div class="flat" id="t">${papers(31, 2)}</div></main>
<script>
wednesday.onclick = () => w.classList.toggle('wide');
thursday.onclick = () => t.classList.toggle('tall');
</script>`;

test.use({ hosts: ['https://symposium.example.org/*'] });

test('entries in closed parts are counted apart, and get their marks when a part opens', async ({
  app,
  openListing,
}) => {
  const listing = await openListing(ACCORDION, PROGRAMME);
  const { page, layer, tabId } = listing;
  await annotate(app, listing);
  await layer.shows('[data-gloss="bar"]', '4 shown, 10 in closed parts');
  await expect.poll(() => layer.count('.mark')).toBe(4);
  const found = await describe(app, listing);
  expect(found.ok && found.value.papers).toHaveLength(14);
  await page.locator('#wednesday').click();
  await layer.shows('[data-gloss="bar"]', '9 shown, 5 in closed parts');
  await expect.poll(() => layer.count('.mark')).toBe(9);
  await page.locator('summary').click();
  await layer.shows('[data-gloss="bar"]', '12 shown, 2 in closed parts');
  await page.locator('#thursday').click();
  await layer.shows('[data-gloss="bar"]', '14 papers');
  await page.locator('#wednesday').click();
  await layer.shows('[data-gloss="bar"]', '9 shown, 5 in closed parts');
  expect(await callTab(app, tabId, 'listing.triage', null)).toEqual({ ok: true, value: null });
});

test('triage goes past what can’t be seen, and there once it can', async ({ app, openListing }) => {
  const listing = await openListing(ACCORDION, PROGRAMME);
  const { page, layer, tabId } = listing;
  await annotate(app, listing);
  await layer.shows('[data-gloss="bar"]', '4 shown, 10 in closed parts');
  await callTab(app, tabId, 'listing.triage', null);
  await layer.shows('[data-gloss="bar"]', '1 of 14');
  for (const place of [2, 3, 4]) {
    await page.keyboard.press('j');
    await layer.shows('[data-gloss="bar"]', `${place} of 14`);
  }
  await page.keyboard.press('j');
  await layer.shows('.toast', 'No more of these');
  await page.locator('#wednesday').click();
  await layer.shows('[data-gloss="bar"]', 'Leave triage');
  await expect.poll(() => layer.count('.mark')).toBe(9);
  await page.keyboard.press('j');
  await layer.shows('[data-gloss="bar"]', '8 of 14');
});
