import { arxivList } from '@/bench/arxiv-list';
import { test, expect } from './fixtures';
import { papersOf, startTriage } from './triage-page';

test.use({ hosts: ['https://arxiv.org/*'] });

test('nothing is taken from a person who types on the page', async ({ app, openListing }) => {
  const body = `${arxivList(3)}<input id="a"><div id="b" contenteditable></div><div id="c"></div><span id="f"></span>
    <iframe id="d" srcdoc="<textarea></textarea>"></iframe><select id="e"><option>x<option>s</select>`;
  const listing = await openListing(body, 'https://arxiv.org/list/me.AS/new');
  const { page } = listing;
  await papersOf(app, listing);
  await page.evaluate(() => {
    const root = document.querySelector('#c')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p contenteditable="plaintext-only">.</p>';
    const field = document.createElement('input');
    document.querySelector('#f')!.attachShadow({ mode: 'closed' }).append(field);
    Object.assign(globalThis, { field });
  });
  await startTriage(app, listing);
  for (const selector of ['#a', '#b', '#c p', '#e']) {
    await page.locator(selector).focus();
    await page.keyboard.type('sdr');
  }
  await page.evaluate('field.focus()');
  await page.keyboard.type('sdr');
  expect(await page.evaluate('field.value')).toBe('sdr');
  await page.frameLocator('#d').locator('textarea').focus();
  await page.keyboard.type('sdr');
  expect(await page.locator('#a').inputValue()).toBe('sdr');
  expect(await page.locator('#b').textContent()).toBe('sdr');
  expect(await page.locator('#c p').textContent()).toContain('sdr');
  expect(await page.frameLocator('#d').locator('textarea').inputValue()).toBe('sdr');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of ['Control+s', 'Alt+d', 'Meta+r']) await page.keyboard.press(key);
  const states = (await papersOf(app, listing)).map(({ state }) => state.status);
  expect(states).toEqual([null, null, null]);
});

test('a page that listens for keys hears none of ours, and can make none', async ({
  app,
  openListing,
}) => {
  const spy = `<script>
    heard = [];
    for (const target of [window, document, document.documentElement])
      for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'paste'])
        target.addEventListener(type, (event) => heard.push(type + ' ' + event.key + ' ' + event.data), true);
  </script>`;
  const listing = await openListing(`${spy}${arxivList(3)}`, 'https://arxiv.org/list/me.AS/new');
  const { page, layer } = listing;
  await papersOf(app, listing);
  await startTriage(app, listing);
  await layer.find('.place');
  await page.evaluate(() => {
    for (const target of [document.body, document.querySelector('html > div')!])
      for (const type of ['keydown', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(type, { key: 's', bubbles: true, composed: true }));
    (document.querySelector('html > div') as HTMLElement).click();
    (globalThis as unknown as { heard: string[] }).heard.length = 0;
  });
  for (const key of ['j', 'n']) await page.keyboard.press(key);
  await layer.find('[data-gloss="note-input"]');
  await page.keyboard.type('A secret.');
  await layer.shows('[data-gloss="note-state"]', 'Saved');
  await page.keyboard.press('Escape');
  const states = (await papersOf(app, listing)).map(({ state }) => [state.status, state.note.text]);
  expect(states).toEqual([
    [null, ''],
    [null, 'A secret.'],
    [null, ''],
  ]);
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(
    [],
  );
});
