import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { arxivList } from '@/bench/arxiv-list';
import { type Firefox, test } from './firefox-fixtures';

const LIST = 'http://arxiv.org/list/me.AS/new';

const HAS_ALL = `return root.querySelectorAll('[data-gloss="row"]').length === 3`;

/** The folder where Firefox keeps the databases of the extension. */
function databasesOf(profile: string): string {
  const storage = path.join(profile, 'storage/default');
  const [origin] = readdirSync(storage).filter((name) => name.startsWith('moz-extension'));
  return path.join(storage, origin!, 'idb');
}

/** Does something to the file of each database: Firefox keeps one in each. */
const eachDatabase = (folder: string, work: (file: string) => void): void =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .forEach((name) => work(path.join(folder, name)));

/** Overwrites what follows a file's head. */
function overwritePages(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, Math.min(4096, bytes.length));
  writeFileSync(file, bytes);
}

/** Ways in which Firefox's databases are damaged between two runs. */
const DAMAGES: Record<string, (folder: string) => void> = {
  'all files are overwritten': (folder) =>
    eachDatabase(folder, (file) => writeFileSync(file, 'no database')),
  'the pages of all files are overwritten': (folder) => eachDatabase(folder, overwritePages),
  'the folder is missing': (folder) => rmSync(folder, { recursive: true }),
};

/** Saves the first papers of a list, and waits until the copy outside the databases is made. */
async function keepPapers(firefox: Firefox): Promise<void> {
  await firefox.go(LIST);
  await firefox.shows('[data-gloss="bar"]', '12 new');
  await firefox.click('[data-action="triage"]');
  await firefox.shows('[data-gloss="bar"]', '1 of 12');
  await firefox.type('sss');
  await firefox.shows('[data-gloss="bar"]', '4 of 12');
  await firefox.go('library.html#view=backups');
  await firefox.until(`return root.querySelector('[data-gloss="backup-now"]') !== null`);
  await firefox.click('[data-gloss="backup-now"]');
  await firefox.until(`
    const line = root.querySelector('[data-gloss="copy-line"]');
    return line?.textContent.includes('3 papers')`);
}

/** Sees that the library says what is wrong, and brings it back by a click. */
async function restoreByClick(firefox: Firefox): Promise<void> {
  await firefox.go('library.html');
  await firefox.shows('[data-gloss="trouble"]', '3 papers');
  await firefox.click('[data-gloss="offers"] button');
  await firefox.until(`return root.querySelector('[data-gloss="trouble"]') === null`);
  await firefox.until(HAS_ALL);
}

test('in Firefox a damaged library says so and comes back from its copy, time after time', async ({
  openFirefox,
}) => {
  let firefox = await openFirefox({ [LIST]: arxivList(12) });
  await keepPapers(firefox);
  for (const [name, damage] of Object.entries(DAMAGES))
    await test.step(name, async () => {
      firefox = await firefox.restart((profile) => damage(databasesOf(profile)));
      await restoreByClick(firefox);
    });
  firefox = await firefox.restart(() => {});
  await firefox.go('library.html');
  await firefox.until(HAS_ALL);
});
