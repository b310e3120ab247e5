import { expectNoFaults } from './accessible';
import { call, expect, test } from './fixtures';
import { detail, openFull, paper, rows, search, TITLES } from './library-page';

test('many papers are tagged and deleted in one step each, which one Undo takes back and Redo does again', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await expect(rows(page)).toHaveCount(3);
  await rows(page).first().click();
  await page.keyboard.press('Control+a');
  await expect(page.locator('[data-gloss="chosen"]')).toHaveText('3 selected');
  await page.locator('[data-gloss="bulk-tag"]').fill('later');
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: '#later' })).toHaveCount(3);
  await page.locator('[data-gloss="undo"]').click();
  await expect(rows(page).filter({ hasText: '#later' })).toHaveCount(0);
  await page.locator('[data-gloss="bulk-delete"]').click();
  await expect(rows(page)).toHaveCount(0);
  await page.locator('[data-gloss="undo"]').click();
  await expect(rows(page)).toHaveCount(3);
  await page.locator('[data-gloss="redo"]').click();
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).toHaveCount(0);
  // In the search they are the search's own.
  await page.locator('[data-gloss="search"]').press('Control+z');
  await page.locator('[data-gloss="view-papers"]').focus();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(3);
});

test('a note is saved as it is typed, and the history undoes a status', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId, '#paper=arxiv:2401.00001');
  await detail(page).locator('[data-gloss="note-input"]').fill('Ask **Bo**.');
  await expect(detail(page).locator('[data-gloss="note-state"]')).toHaveText('Saved');
  await detail(page).locator('[data-action="preview"]').click();
  await expect(detail(page).locator('[data-gloss="note-preview"] strong')).toHaveText('Bo');
  await page.keyboard.press('n');
  await expect(detail(page).locator('[data-gloss="note-input"]')).toBeFocused();
  await expect(rows(page).filter({ hasText: 'Ask Bo.' })).toHaveCount(1);
  await detail(page).locator('[data-gloss="status-read"]').click();
  await expect(detail(page).locator('[data-gloss="status-read"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await detail(page).locator('[data-gloss="history"]').click();
  const changed = detail(page).getByRole('listitem').filter({ hasText: 'Saved → Read' });
  await changed.getByRole('button', { name: 'Undo' }).click();
  await expect(detail(page).locator('[data-gloss="status-saved"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.reload();
  await expect(detail(page).locator('[data-gloss="note-input"]')).toHaveValue('Ask **Bo**.');
});

test('words of an abstract are highlighted in the library, by a colour or by a key, and it can be undone', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId, '#paper=arxiv:2401.00001');
  const abstract = detail(page).locator('.detail-abstract');
  const passages = abstract.locator('mark');
  await expect(abstract).toBeVisible();
  await page.keyboard.press('h');
  await expect(page.locator('[data-gloss="notice"]')).toContainText('Select words');
  await abstract.click({ clickCount: 3 });
  await page.locator('[data-gloss="selection"] [data-colour="green"]').click();
  await expect(passages).toHaveText(`We study how: ${TITLES[0]}.`);
  await expect(passages).toHaveAttribute('data-colour', 'green');
  await expect(page.locator('[data-gloss="selection"]')).toHaveCount(0);
  await page.locator('[data-gloss="undo"]').click();
  await expect(passages).toHaveCount(0);
  await detail(page)
    .getByRole('heading', { level: 2 })
    .dblclick({ position: { x: 20, y: 10 } });
  await page.keyboard.press('h');
  await expect(detail(page).locator('h2 mark')).toHaveCount(1);
  await abstract.click({ clickCount: 3 });
  await expect(page.locator('[data-gloss="selection"]')).toBeVisible();
  await expectNoFaults(page, 'a highlight, and colours for another');
});

test('tags are renamed, merged and deleted, each taken back by Undo', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId, '#view=tags');
  await call(app, 'paper.tag', { opId: 't', paper: paper(0), name: 'robots', on: true });
  await call(app, 'paper.tag', { opId: 'u', paper: paper(1), name: 'arms', on: true });
  const tag = (name: string) =>
    page.locator('[data-gloss="tag-row"]').filter({ has: page.getByLabel(`Name of #${name}`) });
  const undo = page.locator('[data-gloss="undo"]');
  await tag('robots').getByRole('textbox').fill('machines');
  await page.keyboard.press('Enter');
  await expect(tag('machines').getByRole('textbox')).toBeFocused();
  await undo.click();
  await expect(tag('robots')).toHaveCount(1);
  await tag('arms').getByRole('textbox').fill('Robots');
  await page.keyboard.press('Enter');
  await expect(tag('arms').getByRole('alert')).toContainText('There is a tag #robots already.');
  await tag('arms').getByRole('button', { name: 'Merge #arms into #robots' }).click();
  await expect(tag('robots')).toContainText('2 papers');
  await undo.click();
  await expect(tag('arms')).toContainText('1 paper');
  await tag('arms').getByRole('combobox').selectOption({ label: '#robots' });
  await expect(tag('arms')).toHaveCount(0);
  await expect(tag('robots')).toContainText('2 papers');
  await undo.click();
  await expect(tag('arms')).toContainText('1 paper');
  await tag('arms').getByRole('button', { name: 'Delete #arms' }).click();
  await expect(tag('arms')).toHaveCount(0);
  await call(app, 'paper.tag', { opId: 'v', paper: paper(1), name: 'Robot', on: true });
  await expect(tag('robots')).toContainText('Much like #Robot.');
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(tag('robots').getByRole('combobox')).toBeHidden();
  await tag('robots').getByRole('button', { name: 'Change #robots' }).click();
  await expect(tag('robots').getByRole('combobox')).toBeVisible();
  await tag('robots').getByRole('link').click();
  await expect(rows(page)).toHaveCount(1);
});

test('a new search starts at its top, and a deleted paper gives way to the next', async ({
  app,
  extensionId,
}) => {
  for (let index = 0; index < 60; index += 1)
    await call(app, 'paper.status', {
      opId: `n${index}`,
      paper: {
        ...paper(0),
        keys: [`arxiv:2402.${10_000 + index}`],
        title: `Paper number ${index}`,
      },
      status: 'saved',
    });
  const page = await openFull(app, extensionId);
  const list = page.locator('[data-gloss="list"]');
  await rows(page).nth(2).click();
  await list.press('End');
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(500);
  await search(page).fill('number');
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(0);
  await rows(page).nth(1).click();
  const second = await rows(page).nth(1).locator('.paper-row-title').textContent();
  const third = await rows(page).nth(2).locator('.paper-row-title').textContent();
  await expect(detail(page)).toContainText(String(second));
  await detail(page).locator('[data-gloss="delete"]').click();
  await expect(detail(page)).toContainText(String(third));
});

test('papers that look the same become one, or stay apart for good', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId, '#view=duplicates');
  const twin = { ...paper(0), keys: ['doi:10.1000/grasp'] };
  twin.title = `${twin.title} in orchards`;
  await call(app, 'paper.status', { opId: 'twin', paper: twin, status: 'saved' });
  const group = page.locator('[data-gloss="duplicates"]');
  await expect(group).toHaveCount(1);
  const undo = page.locator('[data-gloss="undo"]');
  await group.getByRole('button', { name: 'Not duplicates' }).click();
  await expect(group).toHaveCount(0);
  await undo.click();
  await expect(group).toHaveCount(1);
  await group.getByRole('button', { name: 'Merge duplicates' }).click();
  await expect(group).toHaveCount(0);
  await page.locator('[data-gloss="view-papers"]').click();
  await expect(rows(page)).toHaveCount(3);
  await undo.click();
  await expect(rows(page)).toHaveCount(4);
  // A person took them apart: they are not offered again.
  await page.locator('[data-gloss="view-duplicates"]').click();
  await expect(page.getByText('Your library has no duplicates.')).toBeVisible();
});

test('papers that were made one are taken apart again from their history', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  const ids = [0, 1].map((index) => paper(index).keys[0] ?? '');
  await call(app, 'paper.join', { opId: 'm', ids });
  await expect(rows(page)).toHaveCount(2);
  await rows(page).last().click();
  await page.locator('[data-gloss="history"]').click();
  await page.getByRole('button', { name: 'Unmerge' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Unmerge' })).toHaveCount(0);
});

test('a search is kept, and let go of', async ({ app, extensionId }) => {
  const page = await openFull(app, extensionId, '#q=tidal');
  await page.locator('[data-gloss="keep-search"]').click();
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  const searches = page.locator('[data-gloss="searches"]');
  await searches.getByRole('button', { name: 'tidal', exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await searches.getByRole('button', { name: 'Delete tidal' }).click();
  await expect(searches.getByRole('button', { name: 'Delete tidal' })).toHaveCount(0);
  await page.locator('[data-gloss="undo"]').click();
  await expect(searches.getByRole('button', { name: 'Delete tidal' })).toHaveCount(1);
});

test('when and where a paper appeared shows in its row and detail, and is found', async ({
  app,
  extensionId,
}, info) => {
  const stated = {
    published: '2023-07-05',
    venue: 'Annals of Grasping',
    volume: '12',
    issue: '3',
    pages: '101-118',
    pdf: 'https://example.org/grasp.pdf',
    code: 'https://github.com/example/grasp',
  };
  await call(app, 'paper.status', {
    opId: 'stated',
    paper: { ...paper(0), facts: stated },
    status: 'saved',
  });
  const page = await openFull(app, extensionId, '#paper=arxiv:2401.00001');
  const row = rows(page).filter({ hasText: TITLES[0] ?? '' });
  await expect(row).toContainText('Ann Author, Bo Builder · 2023 · Annals of Grasping');
  const line = detail(page).locator('[data-gloss="printed"]');
  await expect(line).toContainText('Annals of Grasping · 12(3), 101–118 · ');
  const pdf = detail(page).getByRole('link', { name: 'PDF', exact: true });
  await expect(pdf).toHaveAttribute('href', stated.pdf);
  await expect(detail(page).locator('[data-gloss="detail-open"]')).toBeVisible();
  await page.screenshot({ path: info.outputPath('printed.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: info.outputPath('printed-dark.png') });
  for (const query of ['year:2023', 'year:2020..2023 venue:annals', 'grasping -year:2024']) {
    await page.getByRole('searchbox').fill(query);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(TITLES[0] ?? '');
  }
  await expectNoFaults(page, 'a printed paper');
});
