import { describe, expect, it } from 'vitest';
import { placeText } from '@/domain/text';
import { isMatch } from '@/sites/match';
import { cardsOf } from '@/sites/read/cards';
import { hrefOf, linksIn } from '@/sites/read/links';
import { citationMeta, fromCoins, jsonLdPapers } from '@/sites/read/metadata';
import { placeOf } from '@/sites/read/place';
import { isoDate } from '@/sites/read/words';
import { personNames } from '@/domain/person/list';
import { documentOf } from './expect-entries';

const BASE = 'https://example.org/list/';
const bodyOf = (html: string): Element => documentOf(html, BASE).body;
const textAt = (html: string, lead?: RegExp, trail?: RegExp): string =>
  placeText(placeOf(bodyOf(html), lead, trail));

describe('text with formulas', () => {
  it.each([
    [
      'MathJax 2',
      'Let <span class="MathJax_Preview">x</span><span class="MathJax"><span>x</span><span class="MJX_Assistive_MathML"><math><mi>x</mi></math></span></span><script type="math/tex">x^2</script> be.',
      'Let x^2 be.',
    ],
    [
      'MathJax 3',
      'Let <mjx-container class="MathJax"><mjx-math></mjx-math><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>-rays.',
      'Let x-rays.',
    ],
    [
      'KaTeX',
      'Let <span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math></span><span class="katex-html">x1</span></span>, then.',
      'Let x_1, then.',
    ],
    ['MathML alone', 'Let <math><mi>x</mi></math> be.', 'Let x be.'],
    ['no formula', 'Let <i>x</i>-rays\n be.', 'Let x-rays be.'],
    ['script and style', 'Let <style>p{}</style><script>alert(1)</script>it be.', 'Let it be.'],
  ])('%s: once', (_, html, expected) => {
    expect(textAt(`<p>${html}</p>`)).toBe(expected);
  });

  it('takes labels off', () => {
    expect(textAt('<b>Title:</b> A Title. ', /^\s*Title:/, /\.?\s*$/)).toBe('A Title');
    expect(placeOf(bodyOf('  <p> </p>'))).toEqual([]);
    expect(placeOf(bodyOf('<p>Title:</p>'), /^\s*Title:/)).toEqual([]);
  });
});

it.each([
  ['2 December, 2025', '2025-12-02'],
  ['Submitted Sept 3rd 2024; announced', '2024-09-03'],
  ['Dec 2, 2025', '2025-12-02'],
  ['December 2025', '2025-12'],
  ['2024/06', '2024-06'],
  ['2025-12-02 17:00 UTC', '2025-12-02'],
  ['Volume 12 Paper 2025', undefined],
  ['', undefined],
])('date in “%s”', (text, expected) => {
  expect(isoDate(text)).toBe(expected);
});

it.each([
  ['Ann Bo, Cy Do and Ed Fa', ['Ann Bo', 'Cy Do', 'Ed Fa']],
  ['Bo, Ann; Do, Cy', ['Bo, Ann', 'Do, Cy']],
  ['By Ann Bo*, Cy Do† et al.', ['Ann Bo', 'Cy Do']],
  ['Anders Anderson & Sandy Land', ['Anders Anderson', 'Sandy Land']],
  ['John Roe, Jr., Ann Bo', ['John Roe, Jr.', 'Ann Bo']],
  ['', []],
])('authors in “%s”', (line, expected) => {
  expect(personNames(line)).toEqual(expected);
});

it('resolves links, and leaves what is no web address', () => {
  const body =
    bodyOf(`<a href="../a">1</a><a href="//arxiv.org/abs/2406.14598">2</a><a href="javascript:alert(1)">3</a>
    <a href="http://[">4</a><a href="#x">5</a><a>6</a><a href="https://www.google.com/url?q=https://doi.org/10.1000/a&sa=D">7</a>
    <a href="data:text/html,x">8</a>`);
  expect(linksIn(body, new URL(BASE))).toEqual([
    'https://example.org/a',
    'https://arxiv.org/abs/2406.14598',
    'https://doi.org/10.1000/a',
  ]);
  expect(hrefOf(null, new URL(BASE))).toBeUndefined();
});

it('resolves links as the page does that says what they are relative to', () => {
  const link = '<a href="abs/2406.14598">1</a>';
  const linksOn = (base: string): string[] =>
    linksIn(bodyOf(`<base target="_top">${base}${link}`), new URL(BASE));
  expect(linksOn('<base href="https://arxiv.org/x"><base href="/y/">')).toEqual([
    'https://arxiv.org/abs/2406.14598',
  ]);
  expect(linksOn('<base href="/papers/">')).toEqual(['https://example.org/papers/abs/2406.14598']);
  expect(linksOn('<base href="http://[">')).toEqual(['https://example.org/list/abs/2406.14598']);
});

it('finds the card around the links of each paper', () => {
  const body =
    bodyOf(`<div id="all"><div id="one"><a href="/p/1">1</a><span><a href="/p/1#c">c</a></span></div>
    <div id="two"><a href="/p/2">2</a></div><a href="/q">none</a></div>`);
  const cards = cardsOf(
    body,
    new URL('https://example.org/'),
    'a',
    (href) => /\/p\/(\d)/.exec(href)?.[1],
  );
  expect(cards.map(({ card, name, links }) => [card.id, name, links.length])).toEqual([
    ['one', '1', 2],
    ['two', '2', 1],
  ]);
});

describe('what pages say of themselves', () => {
  it('JSON-LD, in graphs and lists', () => {
    const page = documentOf(
      `<script type="application/ld+json">{broken</script>
       <script type="application/ld+json">${JSON.stringify({
         '@graph': [
           { '@type': 'WebSite', name: 'A site' },
           {
             '@type': 'ItemList',
             itemListElement: [
               {
                 '@type': 'ListItem',
                 item: {
                   '@type': 'ScholarlyArticle',
                   headline: 'First  paper',
                   author: [{ name: 'Ann Bo' }, 'Cy Do'],
                   sameAs: 'https://doi.org/10.1000/A',
                   abstract: 'We.',
                 },
               },
               {
                 '@type': 'ListItem',
                 item: {
                   '@type': ['Thing', 'ScholarlyArticle'],
                   name: 'Second paper',
                   url: 'https://arxiv.org/abs/2406.14598',
                   author: { name: 'Ed Fa' },
                 },
               },
             ],
           },
         ],
       })}</script>`,
      BASE,
    );
    expect(jsonLdPapers(page)).toMatchObject([
      {
        title: 'First paper',
        authors: ['Ann Bo', 'Cy Do'],
        ids: { doi: '10.1000/a' },
        abstract: 'We.',
      },
      { title: 'Second paper', authors: ['Ed Fa'], ids: { arxiv: '2406.14598' } },
    ]);
  });

  it('citation tags of a single paper', () => {
    const page = documentOf(
      '<meta name="citation_title" content="One paper"><meta name="citation_author" content="Bo, Ann"><meta name="citation_doi" content="10.1000/ABC">',
      BASE,
    );
    expect(citationMeta(page)).toMatchObject({
      title: 'One paper',
      authors: ['Bo, Ann'],
      ids: { doi: '10.1000/abc' },
    });
    expect(citationMeta(documentOf('', BASE))).toBeUndefined();
  });

  it('COinS', () => {
    const span = bodyOf(
      '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=One+paper&amp;rft.au=Ann+Bo&amp;rft.au=Cy+Do&amp;rft_id=info%3Adoi%2F10.1000%2FABC&amp;rft_id=info:pmid/123&amp;rft.date=2020"></span>',
    ).querySelector('span')!;
    expect(fromCoins(span)).toMatchObject({
      title: 'One paper',
      authors: ['Ann Bo', 'Cy Do'],
      ids: { doi: '10.1000/abc', pmid: '123' },
      date: '2020',
    });
  });
});

it.each([
  ['https://arxiv.org/list/*', 'https://arxiv.org/list/cs/new', true],
  ['https://arxiv.org/list/*', 'http://arxiv.org/list/cs/new', false],
  ['*://arxiv.org/search?*', 'https://arxiv.org/search?q=1', true],
  ['*://arxiv.org/search?*', 'https://arxiv.org/search', false],
  ['https://*.example.org/*', 'https://example.org/', true],
  ['https://*.example.org/*', 'https://a.b.example.org/x', true],
  ['https://*.example.org/*', 'https://badexample.org/', false],
  ['https://github.com/*/*', 'https://github.com/a', false],
  ['https://a.org/*/x/*/y', 'https://a.org/1/x/2/y', true],
  ['https://a.org/*/x/*/y', 'https://a.org/1/x/y', false],
  ['nonsense', 'https://a.org/', false],
])('%s lets %s in: %s', (pattern, url, expected) => {
  expect(isMatch(pattern, new URL(url))).toBe(expected);
});
