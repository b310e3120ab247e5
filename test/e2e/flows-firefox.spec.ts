import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { arxivList } from '@/bench/arxiv-list';
import { expect, type Firefox, test } from './firefox-fixtures';

const LIST = 'http://arxiv.org/list/me.AS/new';
/** Keys as WebDriver names them (https://w3c.github.io/webdriver/#keyboard-actions). */
const [ENTER, ESCAPE] = ['\uE007', '\uE00C'];

/** Selects the first words of a paper's abstract; in place of the browser's caret browsing, or a drag. */
const select = (entry: number): string => `
  const { firstChild } = document.querySelectorAll('p.mathjax')[${entry}];
  window.getSelection().setBaseAndExtent(firstChild, 0, firstChild, 40);`;

/** Waits until a mark tells its entry's status. */
const decided = (firefox: Firefox, entry: number, state: string): Promise<void> =>
  firefox.until(
    `return root.querySelector('[data-gloss="mark"][data-entry="${entry}"]')?.dataset.state === '${state}'`,
  );

test('in Firefox a list is triaged, tagged, noted and highlighted by keys', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({ [LIST]: arxivList(12) });
  await firefox.go(LIST);
  await firefox.shows('[data-gloss="bar"]', '12 new');
  await firefox.click('[data-action="triage"]');
  await firefox.shows('[data-gloss="bar"]', '1 of 12');
  await firefox.type('s');
  await decided(firefox, 0, 'saved');
  await firefox.type('d');
  await decided(firefox, 1, 'dismissed');
  await firefox.type('r');
  await decided(firefox, 2, 'read');
  await firefox.type('u');
  await firefox.until(
    `return root.querySelector('[data-gloss="mark"][data-entry="2"]')?.dataset.state !== 'read'`,
  );
  await firefox.type('t');
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'true'`);
  await firefox.type(`robots${ENTER}`);
  await firefox.shows('[data-gloss="tag-editor"] [data-gloss="chip"]', 'robots');
  await firefox.type(ESCAPE);
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'false'`);
  await firefox.type('n');
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'true'`);
  await firefox.type('Ask Bo about it');
  await firefox.shows('[data-gloss="note-state"]', 'Saved');
  await firefox.type(ESCAPE);
  await firefox.until(`return root.querySelector('.frame')?.dataset.open === 'false'`);
  await firefox.evaluate(select(2));
  await firefox.type('h');
  await firefox.shows('[data-gloss="toast"]', 'Highlighted');
  await firefox.type(ESCAPE);
  await firefox.shows('[data-gloss="bar"]', 'Triage');

  await firefox.go('popup.html');
  await firefox.shows('[data-gloss="row"]', 'Ask Bo');
  await firefox.click('[data-gloss="search"]');
  await firefox.type('Ask Bo');
  await firefox.until(`return root.querySelectorAll('[data-gloss="row"]').length === 1`);
});

test('in Firefox a file is imported, a paper edited, deleted and restored, and the library exported', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({});
  const folder = mkdtempSync(path.join(tmpdir(), 'gloss-import-'));
  const file = path.join(folder, 'papers.bib');
  mkdirSync(firefox.downloads, { recursive: true });
  writeFileSync(
    file,
    '@article{a, title={A kept paper about tides}, author={Ann Author}, year={2024}, doi={10.1234/tides}}\n' +
      '@article{b, title={Another one about moons}, author={Bo Writer}, year={2025}, doi={10.1234/moons}}\n',
  );
  await firefox.go('library.html#view=transfer');
  await firefox.until(`return root.querySelector('[data-gloss="import-file"]') !== null`);
  await firefox.choose('[data-gloss="import-file"]', file);
  await firefox.shows('[data-gloss="import-preview"]', '2 papers: 2 new');
  await firefox.click('[data-gloss="import-apply"]');
  await firefox.shows('[data-gloss="import-report"]', '2 new');

  await firefox.go('library.html#q=tides');
  await firefox.shows('.paper-row', 'A kept paper about tides');
  await firefox.click('.paper-row');
  await firefox.shows('[data-gloss="detail"]', 'A kept paper about tides');
  await firefox.click('[data-gloss="detail"] [data-gloss="note-input"]');
  await firefox.type('High water');
  await firefox.shows('[data-gloss="detail"] [data-gloss="note-state"]', 'Saved');
  await firefox.click('[data-gloss="detail"] [data-gloss="delete"]');
  await firefox.shows('[data-gloss="notice"]', 'trash');
  await firefox.go('library.html#view=trash');
  await firefox.shows('[data-gloss="trash"]', 'A kept paper about tides');
  await firefox.click('[data-gloss="trash"] button');
  await firefox.until(`return root.querySelectorAll('[data-gloss="trash"] li').length === 0`);

  await firefox.go('library.html#view=transfer');
  await firefox.click('[data-gloss="export-write"]');
  await firefox.shows('.library', '2 papers are in');
  const written = (): string[] =>
    readdirSync(firefox.downloads).filter((name) => /^gloss-.*\.json$/.test(name));
  await expect.poll(written).toHaveLength(1);
  await expect
    .poll(() => readFileSync(path.join(firefox.downloads, written()[0]!), 'utf8'))
    .toContain('High water');
  rmSync(folder, { recursive: true });
});
