import type { Settings } from '@/domain/settings';
import { call, expect, test } from './fixtures';

test('a file without a paper says what else it changes, in short words, and can be imported and taken back', async ({
  app,
  extensionId,
}, info) => {
  const page = await app.context().newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#view=transfer`);
  const stamp = '0lqzzzzzz-0000-other';
  const shared = [
    { key: 'settings:muted', value: ['the'], stamp },
    { key: 'settings:isDiscreet', value: true, stamp },
    { key: 'settings:isCompleting', value: true, stamp },
    { key: 'settings:keys', value: { save: 'd', help: 'Escape' }, stamp },
    { key: 'settings:treatments', value: { seen: 'fold' }, stamp },
    { key: 'settings:sites', value: { 'arxiv.org': { isOff: true } }, stamp },
    { key: 'search:a', value: { name: 'Tides', query: 'tag:moons', sort: '' }, stamp },
  ];
  const head = { format: 'gloss', version: 1, minReader: 1, shared, papers: [] };
  const file = JSON.stringify({ ...head, reading: { papers: [] } });
  await page
    .locator('[data-gloss="import-file"]')
    .setInputFiles({ name: 'settings.json', mimeType: 'text/plain', buffer: Buffer.from(file) });
  const others = page.locator('[data-gloss="import-others"]');
  await expect(others.locator('summary')).toHaveText('Beside papers it changes 8 things');
  await expect(others.locator('li')).toHaveText([
    'Muted wordsthe',
    /^Show no tags.*OffOn$/,
    'Key: Savesd',
    'Key: Show these keys?Esc',
    'Seen beforeShowFold',
    'Gloss is off onarxiv.org',
    'Saved searchTides: tag:moons',
    'For a newer Glossreading',
  ]);
  await page.screenshot({ path: info.outputPath('others.png') });
  const settings = async () => (await call(app, 'settings.load', null)) as { value: Settings };
  const before = await settings();
  await page.locator('[data-gloss="import-apply"]').click();
  await expect(page.locator('[data-gloss="import-report"]')).toContainText(
    'Beside papers 8 things changed.',
  );
  expect((await settings()).value).toMatchObject({ muted: ['the'], isCompleting: false });
  await page.locator('[data-gloss="import-undo"]').click();
  await expect(page.locator('[data-gloss="import-report"]')).toHaveText('The import was undone.');
  expect(await settings()).toEqual(before);
});
