import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { placeText } from '@/domain/text';
import { digest } from '@/sites/digest';

const HERE = 'https://digest.example/today';

/** A page as a browser shows it: HTML, or plain text in one `<pre>`. */
function pageOf(text: string, isPlain: boolean, url = HERE): Document {
  if (!isPlain) return new JSDOM(text, { url }).window.document;
  const page = new JSDOM('<!doctype html><pre></pre>', { url }).window.document;
  const pre = page.querySelector('pre');
  if (pre) pre.textContent = text;
  return page;
}

const entriesOf = (page: Document, url = HERE) => digest.entries(page, new URL(url));

const papers = [1, 2, 3, 4, 5].map((number) => ({
  title: `Harmonic Tides on Captured Moons: Case ${number}`,
  abstract: `We model ${number} captured moons and propose a method that predicts their tides. Experiments on recorded orbits show that the model outperforms two baselines, and the results hold for other planets as well. The data are open.`,
}));
const found = (page: Document) =>
  entriesOf(page).map(({ title, abstract }) => ({ title, abstract }));

describe('the digest detector', () => {
  test('reads titles and paragraphs of plain text, hard-wrapped or not', () => {
    const text = papers.map(({ title, abstract }) => `${title}\n\n${abstract}`).join('\n\n');
    expect(found(pageOf(`Subscribe\n\n${text}\n\nMar 17\n`, true))).toEqual(papers);
    const wrapped = text.replace(/(.{60,70}) /g, '$1\n');
    expect(found(pageOf(wrapped, true))).toEqual(papers);
  });

  test('needs neither classes nor headings', () => {
    const rows = papers.map(
      ({ title, abstract }) => `<div><div>${title}</div><div>${abstract}</div></div>`,
    );
    expect(found(pageOf(`<body><div>Sign up</div>${rows.join('')}</body>`, false))).toEqual(papers);
  });

  test('says where title and abstract are', () => {
    const text = papers.map(({ title, abstract }) => `${title}\n\n${abstract}`).join('\n\n');
    for (const entry of entriesOf(pageOf(text, true))) {
      expect(placeText(entry.titlePlace)).toBe(entry.title);
      expect(placeText(entry.abstractPlace)).toBe(entry.abstract);
    }
  });

  test('finds nothing where posts are listed', () => {
    const posts = [
      'Five ways to tidy a desk',
      'Our favourite autumn soups',
      'A walk along the canal',
      'How to choose a kettle',
    ].map(
      (title) =>
        `<article><h2>${title}</h2><p>It had rained all night, and by morning the street was a river of leaves. So we stayed in, put the big pot on the stove and rang everybody we knew. Nobody came before noon, of course.</p><a href="/post">Read more</a></article>`,
    );
    expect(found(pageOf(`<body>${posts.join('')}</body>`, false))).toEqual([]);
  });

  test('survives a page that nests deeper than a stack', () => {
    const page = pageOf('<body></body>', false);
    let at: Element = page.body;
    for (let depth = 0; depth < 8_000; depth += 1) at = at.appendChild(page.createElement('div'));
    at.textContent = 'Nothing to see';
    expect(entriesOf(page)).toEqual([]);
  });
});
