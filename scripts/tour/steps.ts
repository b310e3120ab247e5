import path from 'node:path';
import { callTab } from '@/scripts/browser/extension';
import { readExport, valuesOf } from './export-file';
import { selectPassage } from './passage';
import { storePictures } from './store';
import { reread, type Steps, type Tour } from './tour';

const PAPERS_TO_SAVE = 5;
const PAPERS_TO_TAG = 2;

const mark = (entry: number): string => `[data-gloss="mark"][data-entry="${entry}"]`;
const action = (name: string): string => `[data-gloss="toolbar"] [data-action="${name}"]`;

/** Opens the toolbar of an entry with the pointer. */
async function openToolbar({ listing: { page, layer }, read }: Tour, entry: number): Promise<void> {
  const { title } = (await read()).papers[entry]!;
  // From elsewhere, so that the pointer enters the mark.
  await page.mouse.move(2, 2);
  await layer.scrollTo(title);
  await layer.hover(mark(entry));
  await layer.find(action('save'));
}

async function press(tour: Tour, entry: number, name: string): Promise<void> {
  await openToolbar(tour, entry);
  await tour.listing.layer.click(action(name));
}

async function find(tour: Tour): Promise<void> {
  // Pictures show the end of an animation, not its course.
  await tour.listing.page.emulateMedia({ reducedMotion: 'reduce' });
  const { papers, url, site, ms } = await reread(tour.app, tour.listing);
  if (papers.length === 0) throw new Error('no papers were found on the page');
  tour.tell(`${papers.length} papers on ${url} (${site}), read in ${Math.round(ms)} ms`);
  tour.picks = papers.flatMap(({ abstract }, index) => (abstract ? [index] : []));
  tour.picks = tour.picks.slice(0, PAPERS_TO_SAVE);
  if (tour.picks.length < PAPERS_TO_SAVE)
    throw new Error('fewer than five papers have an abstract');
}

async function look({ listing: { page, layer }, picture }: Tour): Promise<void> {
  await layer.find('[data-gloss="mark"]');
  await picture('listing-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture('listing-dark');
  await page.emulateMedia({ colorScheme: 'light' });
}

async function save(tour: Tour): Promise<void> {
  for (const entry of tour.picks) {
    await openToolbar(tour, entry);
    if (entry === tour.picks[0]) await tour.picture('toolbar');
    await tour.listing.layer.click(action('save'));
    await tour.until(entry, 'a saved paper', ({ state }) => state.status === 'saved');
  }
  tour.tell(`${tour.picks.length} saved`);
}

async function tag(tour: Tour): Promise<void> {
  const { page, layer } = tour.listing;
  for (const entry of tour.picks.slice(0, PAPERS_TO_TAG)) {
    await press(tour, entry, 'tags');
    await layer.click('[data-gloss="tag-input"]');
    await page.keyboard.type(tour.made.tag);
    await page.keyboard.press('Enter');
    await tour.until(entry, 'a tag', ({ state }) =>
      state.tags.some(({ name }) => name === tour.made.tag),
    );
    await page.keyboard.press('Escape');
  }
  tour.tell(`${PAPERS_TO_TAG} tagged #${tour.made.tag}`);
}

async function note(tour: Tour): Promise<void> {
  const { page, layer } = tour.listing;
  const entry = tour.picks[0]!;
  tour.made.note = 'Compare with our **baseline** before Friday.';
  await press(tour, entry, 'note');
  await layer.click('[data-gloss="note-input"]');
  await page.keyboard.type(tour.made.note);
  await tour.until(entry, 'the note', ({ state }) => state.note.text === tour.made.note);
  await tour.picture('note');
  await page.keyboard.press('Escape');
  await layer.gone('[data-gloss="note-input"]');
  tour.tell(`note on "${(await tour.read()).papers[entry]!.title}"`);
}

async function highlight(tour: Tour): Promise<void> {
  const { page, layer } = tour.listing;
  const entry = tour.picks[1]!;
  const { abstract } = (await tour.read()).papers[entry]!;
  const passage = await selectPassage(page, abstract);
  if (passage === '' || !abstract.replace(/\s+/g, ' ').includes(passage))
    throw new Error(`the mouse selected "${passage}"`);
  await layer.click('[data-gloss="selection"] [data-colour="amber"]');
  const { state } = await tour.until(entry, 'the highlight', (paper) =>
    paper.state.highlights.some(({ quote }) => quote.exact === passage),
  );
  tour.made.passage = passage;
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(2, 2);
  await tour.picture('highlight');
  tour.tell(`highlight in ${state.highlights[0]!.colour}: "${passage}"`);
}

async function triage(tour: Tour): Promise<void> {
  const { page } = tour.listing;
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const started = await callTab(tour.app, tour.listing.tabId, 'listing.triage', null);
  if (!started?.ok) throw new Error(started?.error.message ?? 'nobody answered');
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
  await tour.picture('triage');
  await page.keyboard.press('Escape');
}

async function reload(tour: Tour): Promise<void> {
  await tour.listing.page.reload();
  await tour.listing.page.bringToFront();
  const { papers } = await reread(tour.app, tour.listing);
  const kept = tour.picks.every((entry) => papers[entry]?.state.status === 'saved');
  const [noted, marked] = tour.picks.map((entry) => papers[entry]?.state);
  if (!kept || noted?.note.text !== tour.made.note || marked?.highlights.length !== 1)
    throw new Error('what was made is not there after a reload');
  await tour.listing.layer.find('[data-gloss="mark"]');
  await tour.picture('reloaded');
}

async function recent({ app, picture, picks }: Tour): Promise<void> {
  await app.bringToFront();
  await app.setViewportSize({ width: 400, height: 600 });
  await app.reload();
  const rows = app.locator('[data-gloss="row"]');
  await rows.nth(picks.length - 1).waitFor();
  if ((await rows.count()) !== picks.length)
    throw new Error(`${await rows.count()} rows are shown`);
  await picture('popup-recent', app);
  await app.emulateMedia({ colorScheme: 'dark' });
  await picture('popup-recent-dark', app);
  await app.emulateMedia({ colorScheme: 'light' });
}

async function topics({ app, picture, tell }: Tour): Promise<void> {
  await app.getByRole('tab', { name: 'Topics' }).click();
  const shown = app.locator('[data-gloss="topic"]');
  await shown.first().waitFor({ timeout: 20_000 });
  await picture('popup-topics', app);
  const labels = await shown.evaluateAll((elements) =>
    elements.map((element) => (element as HTMLElement).innerText.split('\n')[0]),
  );
  tell(`topics: ${labels.join('; ')}`);
}

async function exportJson({ app, out, tell, made, picks }: Tour): Promise<void> {
  const waiting = app.waitForEvent('download');
  await app.locator('[data-gloss="export"]').click();
  const download = await waiting;
  const name = download.suggestedFilename();
  if (!/^gloss-\d{4}-\d\d-\d\d\.json$/.test(name)) throw new Error(`the file is named ${name}`);
  const file = path.join(out, name);
  await download.saveAs(file);
  const document = readExport(file);
  const saved = valuesOf(document, 'status').filter((status) => status === 'saved').length;
  if (saved !== picks.length) throw new Error(`the export holds ${saved} saved papers`);
  const text = JSON.stringify(document);
  for (const part of [made.tag, made.note])
    if (!text.includes(JSON.stringify(part).slice(1, -1))) throw new Error(`"${part}" is missing`);
  if (!valuesOf(document, 'exact').includes(made.passage))
    throw new Error('the highlight is missing');
  tell(`${name}: valid, ${saved} saved papers, tags, note and highlight in it`);
}

/** The tour, in order. */
export const STEPS: Steps = {
  'finding the papers': find,
  'looking at the page in light and dark': look,
  'saving five papers': save,
  'tagging two papers': tag,
  'writing a note': note,
  'highlighting a passage': highlight,
  'triage by keyboard': triage,
  'reloading the page': reload,
  'recent papers in the popup': recent,
  'topics in the popup': topics,
  'exporting JSON': exportJson,
  'pictures for the stores': storePictures,
};
