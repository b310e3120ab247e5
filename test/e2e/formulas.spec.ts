import { paper } from './library-page';
import { call, expect, test } from './fixtures';

test('formulas of title and abstract are drawn, what is none or can do harm stays text', async ({
  app,
  extensionId,
}) => {
  const abstract =
    'It takes $\\frac{1}{2}\\sqrt{n}$ steps and $5 to $6 a run, by $\\ourMacro_x$ and $\\href{https://example.org}{y}$.';
  await call(app, 'paper.status', {
    opId: 's',
    paper: { ...paper(0), title: 'Sorting in $O(n^2)$ steps', abstract },
    status: 'saved',
  });
  const page = await app.context().newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  const row = page.locator('[data-gloss="row"]').first();
  await expect(row).toContainText('Sorting in O(n²) steps');
  await expect(row).toContainText('It takes 1/2√n steps');
  await row.click();
  const detail = page.locator('[data-gloss="detail"]');
  await expect(detail.locator('h2 math msup')).toHaveText('n2');
  await expect(detail.locator('.detail-abstract mfrac')).toHaveCount(1);
  const text = detail.locator('.detail-abstract');
  await expect(text).toContainText('$5 to $6 a run');
  await expect(text).toContainText('$\\ourMacro_x$');
  await expect(text.locator('a, [href]')).toHaveCount(0);
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 720 });
    await page.screenshot({ path: test.info().outputPath(`formulas-${colorScheme}.png`) });
  }
  await app.reload();
  await expect(app.locator('[data-gloss="row"]')).toContainText('Sorting in O(n²) steps');
  expect(complaints).toEqual([]);
});
