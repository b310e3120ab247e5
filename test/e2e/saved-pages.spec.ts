import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/browser/extension';
import { localPage } from '@/scripts/browser/pages';
import { annotate, expect, test } from './fixtures';

/** Real pages and texts of others; they are not part of the project. */
const DATA = path.join(ROOT, '../shared/data');
const PAGES = ['hugging-face', 'arxiv'];

/** What is expected of a page; digests have no ids. */
interface Expected {
  papers: { title: string; abstract: string; id: string }[];
}

const expectedOf = (file: string): Expected =>
  JSON.parse(readFileSync(path.join(DATA, file), 'utf8')) as Expected;

test.skip(!existsSync(DATA), 'the saved pages are not here');
test.use({ hosts: ['<all_urls>'] });

for (const name of ['hf-daily-papers.txt', 'headings.html', 'blocks.html']) {
  test(`every paper of ${name} is found, letter for letter, and nothing else`, async ({
    app,
    openListing,
  }) => {
    const { url, body, type } = localPage(path.join(DATA, 'digest', name));
    const answer = await annotate(app, await openListing(body, url, type));
    if (!answer.ok) throw new Error(answer.error.message);
    const found = answer.value.papers.map(({ title, abstract }) => ({ title, abstract }));
    expect(found).toEqual(expectedOf('digest/expected.json').papers);
  });
}

for (const site of PAGES) {
  test(`every paper of the saved ${site} pages is found by its id, and nothing else`, async ({
    app,
    openListing,
  }) => {
    const cases = readFileSync(path.join(DATA, 'pages/cases.tsv'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith(`${site}/`));
    for (const line of cases) {
      const [file = '', address = ''] = line.split('\t');
      const { url, body, type } = localPage(path.join(DATA, 'pages', file), address);
      const listing = await openListing(body, url, type);
      const answer = await annotate(app, listing);
      if (!answer.ok) throw new Error(answer.error.message);
      const { papers } = expectedOf(`pages/${file.replace(/\.\w+$/, '.expected.json')}`);
      expect(answer.value.papers.map(({ ids }) => `arxiv:${ids.arxiv}`)).toEqual(
        papers.map(({ id }) => id),
      );
      await listing.page.close();
    }
  });
}
