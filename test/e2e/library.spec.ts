import { expectNoFaults } from './accessible';
import { call, expect, test } from './fixtures';
import { detail, openFull, paper, rows, search, TITLES } from './library-page';

test('a click, arrow keys and a link each show a paper in the detail pane', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId, '#paper=arxiv:2401.00001');
  await expect(detail(page)).toContainText(TITLES[0] ?? '');
  await rows(page).first().click();
  await expect(detail(page)).toContainText(TITLES[2] ?? '');
  expect(page.url()).toContain('paper=arxiv%3A2401.00003');
  await page.getByRole('listbox').press('ArrowDown');
  await expect(detail(page)).toContainText(TITLES[1] ?? '');
  await page.getByRole('listbox').press('End');
  await expect(detail(page)).toContainText(TITLES[0] ?? '');
});

test('the keyboard alone leads from an opened page into the papers and to the search', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await expect(detail(page)).toContainText(TITLES[2] ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(detail(page)).toContainText(TITLES[1] ?? '');
  await page.keyboard.press('/');
  await page.keyboard.type('title:fruit/');
  await expect(page.getByRole('searchbox')).toHaveValue('title:fruit/');
  await page.keyboard.press('Backspace');
  await expect(rows(page)).toHaveCount(2);
});

test('in a side panel the chosen paper covers the list', async ({ app, extensionId }) => {
  const page = await openFull(app, extensionId);
  await page.setViewportSize({ width: 380, height: 760 });
  await rows(page).first().click();
  await expect(detail(page)).toContainText(TITLES[2] ?? '');
  const seen = await rows(page).evaluateAll((all) =>
    all.filter((row) => {
      const { left, top, width, height } = row.getBoundingClientRect();
      return row.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }),
  );
  expect(seen).toEqual([]);
});

test('the popup opens the library', async ({ app }) => {
  const opening = app.context().waitForEvent('page');
  await app.locator('[data-gloss="library"]').click();
  await (await opening).waitForURL(/library\.html/);
});

test('the library has no accessibility fault in any scheme, wide or as a side panel', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await expect(rows(page)).toHaveCount(3);
  await call(app, 'paper.tag', { opId: 't', paper: paper(0), name: 'robots', on: true });
  for (const width of [1280, 380]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoFaults(page, `the library, ${width} wide`);
  }
  await page.locator('[data-gloss="filters"]').click();
  await page.getByRole('button', { name: '#robots' }).first().click();
  await expect(rows(page)).toHaveCount(1);
  await page.locator('[data-gloss="filters"]').click();
  await rows(page).first().click();
  await expect(detail(page)).toBeVisible();
});

test('a search shows what it found, and says where a wrong one is wrong', async ({
  app,
  extensionId,
}) => {
  const page = await openFull(app, extensionId);
  await search(page).fill('grasp title:fruit');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first().locator('mark').first()).toBeVisible();
  // Only words have a best match.
  const order = page.getByRole('combobox', { name: 'Order' });
  await expect(order).toHaveValue('best');
  await search(page).fill('status:none');
  await expect(order).toHaveValue('newest');
  await expect(order.locator('option', { hasText: 'Best match' })).toHaveCount(0);
  await search(page).fill('grippres');
  await expect(order).toHaveValue('best');
  await expect(rows(page)).toHaveCount(1);
  await search(page).fill('titel:fruit');
  await expect(page.locator('[data-gloss="fault"]')).toHaveText(
    'There is no field "titel". Did you mean "title"? (At character 1.)',
  );
  await search(page).press('Escape');
  await expect(rows(page)).toHaveCount(3);
});

test('filters combine, show in the address, and lead back', async ({ app, extensionId }) => {
  const page = await openFull(app, extensionId);
  await call(app, 'paper.tag', { opId: 't', paper: paper(0), name: 'robots', on: true });
  await page.getByRole('button', { name: '#robots', exact: false }).first().click();
  await expect(rows(page)).toHaveCount(1);
  expect(page.url()).toContain('q=tag%3Arobots');
  await page.getByRole('button', { name: 'Without #robots' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.goBack();
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);
});
