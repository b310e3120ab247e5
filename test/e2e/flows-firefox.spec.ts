import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { arxivList } from '@/bench/arxiv-list';
import { callIn, expect, type Firefox, test } from './firefox-fixtures';

const LIST = 'http://arxiv.org/list/me.AS/new';
/** Keys as WebDriver names them (https://w3c.github.io/webdriver/#keyboard-actions). */
const [ENTER, ESCAPE, DOWN] = ['\uE007', '\uE00C', '\uE015'];

/** Selects the first words of an element; in place of the browser's caret browsing, or a drag. */
const selectIn = (selector: string, nth: number, length: number): string => `
  const { firstChild } = document.querySelectorAll('${selector}')[${nth}];
  window.getSelection().setBaseAndExtent(firstChild, 0, firstChild, ${length});`;

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
  await firefox.evaluate(selectIn('p.mathjax', 2, 40));
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

test('in Firefox a file is imported, papers decided, edited, deleted and restored by keys, the library exported and the services allowed', async ({
  openFirefox,
}) => {
  const firefox = await openFirefox({});
  const folder = mkdtempSync(path.join(tmpdir(), 'gloss-import-'));
  const file = path.join(folder, 'papers.bib');
  mkdirSync(firefox.downloads, { recursive: true });
  writeFileSync(
    file,
    '@article{a, title={A kept paper about tides in $n^2$ basins}, author={Ann Author}, year={2024}, doi={10.1234/tides}, abstract={The moon pulls twice a day.}}\n' +
      '@article{b, title={Another one about moons}, author={Bo Writer}, year={2025}, doi={10.1234/moons}}\n',
  );
  await firefox.go('library.html#view=transfer');
  await firefox.until(`return root.querySelector('[data-gloss="import-file"]') !== null`);
  await firefox.choose('[data-gloss="import-file"]', file);
  await firefox.shows('[data-gloss="import-preview"]', '2 papers: 2 new');
  await firefox.click('[data-gloss="import-apply"]');
  await firefox.shows('[data-gloss="import-report"]', '2 new');

  await firefox.go('library.html#paper=doi%3A10.1234%2Ftides');
  await firefox.until(`return root.querySelectorAll('.paper-row').length === 2`);
  await firefox.until(`return root.querySelector('[data-gloss="detail"] h2 math msup') !== null`);
  await firefox.type('n');
  await firefox.type('High water');
  await firefox.shows('[data-gloss="detail"] [data-gloss="note-state"]', 'Saved');
  await firefox.type(ESCAPE);
  await firefox.evaluate(selectIn('.detail-abstract [data-is="words"]', 0, 8));
  await firefox.type('h');
  await firefox.shows('.detail-abstract mark', 'The moon');
  await firefox.click('[data-gloss="detail"] [data-gloss="status-saved"]');
  await firefox.click('[data-gloss="inbox"]');
  await firefox.until(
    `return root.querySelector('[data-gloss="inbox"]').matches('[aria-current]') && root.querySelectorAll('.paper-row').length === 1`,
  );
  await firefox.shows('.paper-row', 'A kept paper about tides in n² basins');
  await firefox.type('j');
  await firefox.shows('[data-gloss="detail"]', 'A kept paper about tides');
  await firefox.type('s');
  await firefox.until(`return root.querySelectorAll('.paper-row').length === 0`);
  await firefox.type('?');
  await firefox.shows('[data-gloss="help"]', 'Go to the search');
  await firefox.type(ESCAPE);

  await firefox.go('library.html#q=tides&paper=doi%3A10.1234%2Ftides');
  await firefox.click('[data-gloss="detail"] [data-gloss="delete"]');
  await firefox.shows('[data-gloss="notice"]', 'trash');
  await firefox.click('[data-gloss="everywhere"]');
  await firefox.until(`return root.querySelector('[data-gloss="palette"]') !== null`);
  await firefox.type(`trash${ENTER}`);
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

  await firefox.go('popup.html');
  await firefox.shows('[data-gloss="row"]', 'A kept paper about tides in n² basins');
  await firefox.type(DOWN);
  await firefox.until(`return root.activeElement?.matches('[data-row-link]')`);
  await firefox.type('?');
  await firefox.shows('[data-gloss="help"]', 'Mark as read');
  await firefox.type(ESCAPE);
  await firefox.until(`return root.activeElement?.matches('[data-row-link]')`);
  await firefox.type('n');
  await firefox.until(`return root.activeElement?.matches('[data-gloss="note-input"]')`);
  await firefox.type('Ebb, too.');
  await firefox.shows('[data-gloss="note-state"]', 'Saved');
  // The services are asked of nobody before the person allows it, by one click for the hosts and what is sent.
  let asked = 0;
  const mayAsk = async (): Promise<boolean> =>
    (await callIn(firefox, 'complete.run', { opId: `may${(asked += 1)}`, ids: [] })).ok;
  await firefox.go('options.html');
  await firefox.until(`return root.querySelector('[name="isCompleting"]') !== null`);
  expect(await mayAsk()).toBe(false);
  await firefox.evaluate(
    `document.querySelector('[name="isCompleting"]').scrollIntoView({ block: 'center' })`,
  );
  await firefox.click('[name="isCompleting"]');
  await expect.poll(mayAsk).toBe(true);
});
