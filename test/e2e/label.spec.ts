import { chromium, expect, test } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import type { Row } from '@/scripts/label/expectation';
import { serveLabelling } from '@/scripts/label/server';
import { findBrowser } from '@/scripts/setup/browser.mjs';

const PAGE = `<h1>Talks</h1><p id="missed">A paper that was missed</p>
  <script>document.title = 'run'</script>`;
const row = (title: string): Row => ({ title, id: '', authors: '', abstract: '', year: '' });

test('a person corrects what was read on a page, adds what was missed, and saves it', async ({}, info) => {
  const saved: (readonly Row[])[] = [];
  const server = await serveLabelling({
    file: 'talks.html',
    url: 'https://talks.example/',
    html: PAGE,
    rows: [row('Coffee break'), row('A paper that was red')],
    save: (rows) => {
      saved.push(rows);
      return `${rows.length} papers written.`;
    },
  });
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const items = page.locator('li');
    await items.first().getByRole('checkbox').uncheck();
    await items.nth(1).getByLabel('Title').fill('A paper that was read');
    const body = page.frameLocator('iframe');
    await body.locator('#missed').click({ clickCount: 3 });
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(items.nth(2).getByLabel('Title')).toHaveValue('A paper that was missed');
    await page.screenshot({ path: info.outputPath('label.png') });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('output')).toHaveText('2 papers written.');
    expect(saved).toEqual([[row('A paper that was read'), row('A paper that was missed')]]);
  } finally {
    await browser.close();
    server.close();
  }
});
