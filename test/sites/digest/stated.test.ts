import { expect, test } from 'vitest';
import { found } from './pages';
import { PAPERS } from './papers';

const papers = PAPERS.slice(0, 4);
const rows = papers.map(({ title }) => `<div class="row"><div>${title}</div></div>`).join('');
const page = (head: string, body = rows): string =>
  `<!doctype html><html><head><title>Page</title>${head}</head><body>${body}</body></html>`;

const complete = papers.map(({ title, authors, abstract, arxiv }) => ({
  title,
  authors,
  abstract,
  id: arxiv,
}));
const read = (html: string) =>
  found(html).map(({ title, authors, abstract, ids }) => ({
    title,
    authors,
    abstract,
    id: ids['arxiv'],
  }));

test('titles alone are no papers', () => {
  expect(read(page(''))).toEqual([]);
});

test('JSON-LD completes the text of the page', () => {
  const list = {
    '@type': 'ItemList',
    itemListElement: papers.map(({ title, authors, abstract, arxiv }) => ({
      '@type': 'ListItem',
      item: {
        '@type': 'ScholarlyArticle',
        name: title,
        author: authors.map((name) => ({ name })),
        abstract,
        url: `https://arxiv.org/abs/${arxiv}`,
      },
    })),
  };
  const script = `<script type="application/ld+json">${JSON.stringify(list)}</script>`;
  expect(read(page(script))).toEqual(complete);
});

test.each([
  [
    'Next.js',
    (state: string) => page(`<script id="__NEXT_DATA__" type="application/json">${state}</script>`),
  ],
  [
    'an attribute',
    (state: string) =>
      page(
        '',
        `<div data-props="${state.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}">${rows}</div>`,
      ),
  ],
])('embedded state of %s completes the text of the page', (_, html) => {
  const state = {
    props: {
      pageProps: {
        papers: papers.map(({ title, authors, abstract, arxiv }) => ({
          paper: { title, abstract, id: arxiv, authors: authors.map((name) => ({ name })) },
        })),
      },
    },
  };
  expect(read(html(JSON.stringify(state)))).toEqual(complete);
});

test('COinS spans complete the text of the page', () => {
  const body = papers
    .map(({ title, authors, arxiv }) => {
      const values = new URLSearchParams([
        ['rft.atitle', title],
        ...authors.map((name) => ['rft.au', name]),
        ['rft_id', `info:doi/10.5555/${arxiv}`],
      ]);
      return `<p>${title}<span class="Z3988" title="${values.toString().replace(/&/g, '&amp;')}"></span></p>`;
    })
    .join('');
  expect(found(page('', body)).map(({ title, ids }) => [title, ids['doi']])).toEqual(
    papers.map(({ title, arxiv }) => [title, `10.5555/${arxiv}`]),
  );
});

test('a page about one paper lists none, by its tags or its JSON-LD', () => {
  const one = { '@type': 'ScholarlyArticle', name: papers[0]?.title };
  const links = papers.map(
    ({ title, arxiv }) => `<li><a href="https://arxiv.org/abs/${arxiv}">${title}</a></li>`,
  );
  const related = `<h1>${papers[0]?.title}</h1><ul>${links.join('')}</ul>`;
  expect(read(page('', related))).toHaveLength(papers.length);
  const script = `<script type="application/ld+json">${JSON.stringify(one)}</script>`;
  expect(read(page(script, related))).toEqual([]);
  expect(read(page('<meta name="citation_title" content="A paper">', related))).toEqual([]);
});
