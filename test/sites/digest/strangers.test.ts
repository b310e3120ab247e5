import { describe, expect, test } from 'vitest';
import { found } from './pages';
import { PAPERS } from './papers';

/*
 * Kinds of lists that strangers' pages showed: what several titles begin or end with, lines below a heading, names with
 * something behind them, lists beside what is none.
 */

const papers = PAPERS.slice(0, 8);
const full = papers.map(({ title, authors }) => ({ title, authors }));
const titles = papers.map(({ title }) => title);
type Paper = (typeof papers)[number];

const pageOf = (body: string, title = 'Page'): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const listOf = (item: (paper: Paper, index: number) => string, title = 'Accepted papers'): string =>
  pageOf(
    `<h1>${title}</h1><ul>${papers.map((paper, index) => `<li>${item(paper, index)}</li>`).join('')}</ul>`,
  );
const read = (html: string) => found(html).map(({ title, authors }) => ({ title, authors }));
const named = ({ authors }: Paper): string => authors.join(', ');

describe('what several titles begin or end with', () => {
  test.each<[kind: string, label: (title: string, index: number) => string]>([
    ['its page', (title, index) => `${title} p${473 + index * 6}`],
    ['dots up to its page', (title, index) => `${title} ..... ${index * 7 + 1}`],
    ['a kind behind some', (title, index) => (index % 2 ? title : `${title} (Findings)`)],
    ['a kind before some', (title, index) => (index % 2 ? title : `(Kurzbeitrag) ${title}`)],
    ['one of two kinds before each', (title, index) => `${index % 2 ? '[J]' : '[T]'} ${title}`],
    ['a kind in Japanese', (title, index) => (index % 2 ? title : `${title}（口頭発表）`)],
    ['the year', (title, index) => `${title} (${2010 + index})`],
    [
      'who takes it, and how long',
      (title, index) => `${title} - ${['ADA', 'BO', 'CY', 'DI'][index % 4]} ${index + 3}`,
    ],
  ])('is no part of them: %s', (_, label) => {
    const html = listOf((paper, index) => `<b>${label(paper.title, index)}</b><br>${named(paper)}`);
    expect(read(html)).toEqual(full);
  });

  test('is one where it tells two titles apart', () => {
    const parts = papers.map((paper, index) => ({
      ...paper,
      title: `Mapping Eels with Slow Sound (${index + 1})`,
    }));
    const html = pageOf(
      `<h1>Publications</h1><ul>${parts.map((paper) => `<li><b>${paper.title}</b><br>${named(paper)}</li>`).join('')}</ul>`,
    );
    expect(found(html).map(({ title }) => title)).toEqual(parts.map(({ title }) => title));
  });
});

describe('a line below a heading', () => {
  test('is a summary, though all of it leads to the paper', () => {
    const html = listOf(({ title, abstract, authors }, index) => {
      const cut = `${abstract.split(' ').slice(0, 18).join(' ')} …`;
      return `<h3><a href="/p/${index}/">${title}</a></h3><a href="/p/${index}/"><div>${cut}</div></a><div>${authors.join(', ')}</div>`;
    }, 'Publications');
    expect(read(html)).toEqual(full);
  });

  test('is the title in another language', () => {
    const text = papers
      .map(
        ({ title, abstract }, index) =>
          `## ${title}\n\n[河流与湖泊的第${'一二三四五六七八'[index]}种测量方法研究](https://arxiv.org/abs/2402.0010${index})\n\n${abstract}\n`,
      )
      .join('\n');
    const entries = found(text, true);
    expect(entries.map(({ title }) => title)).toEqual(titles);
    expect(entries.every(({ ids }) => ids['arxiv'])).toBe(true);
  });
});

describe('names', () => {
  test.each<[kind: string, item: (paper: Paper, index: number) => string]>([
    [
      'with the label of a link behind them',
      ({ title, authors }, index) =>
        `<i>${title}</i><br>${authors.join(', ')} <a href="f${index}.pdf">Full paper</a>`,
    ],
    [
      'on the next line, and a label beside the title',
      ({ title, authors }, index) =>
        `<a href="p${index}.html">${title}</a> [<a href="s${index}.zip">Supplemental Material</a>]<br>${authors.join(', ')}`,
    ],
  ])('are read %s', (_, item) => {
    expect(read(listOf(item))).toEqual(full);
  });

  test('are read with a day behind them', () => {
    const joint = full
      .filter(({ authors }) => authors.length > 1)
      .map(({ title, authors }) => ({ title, authors: authors.slice(0, 2) }));
    const items = joint.map(
      ({ title, authors }, index) =>
        `<li><p>${authors.join(' and ')}, 2026-0${index + 1}</p><p>${title}</p></li>`,
    );
    expect(read(pageOf(`<h1>Publications</h1><ul>${items.join('')}</ul>`))).toEqual(joint);
  });

  test('of those who advised and examined are nobody’s titles', () => {
    const html = listOf(
      ({ title, authors }) =>
        `<p>${title}</p><p>${authors[0]}</p><p>Supervisors: Flo Mere (University of Rivers), Ed ${authors[0]}</p><p>Committee: Gil Fen (Marsh College), Ida ${authors[0]}</p>`,
      'Dissertations',
    );
    expect(found(html).map(({ title }) => title)).toEqual(titles);
  });
});

describe('references', () => {
  test.each<[kind: string, item: (paper: Paper) => string, titleOf: (title: string) => string]>([
    [
      'whose title markup sets apart behind names and commas',
      (paper) =>
        `Mere, F., D. Zavala-Lock, M.P. Fen, J. Zhu, Z. Qu, X. Weir, Y. Dike, L. Shoal, K. Bay, H. Gulf, R. Pond, and D.J. Sluice, <font color="navy">Global tide trend, 2010-2017: ${paper.title}</font>, <i>Riv. Lake Phys.</i>, in review, 2020.`,
      (title) => `Global tide trend, 2010-2017: ${title}`,
    ],
    [
      'that go on with the conference, and no full stop',
      (paper) =>
        `${paper.authors.join('; ')}. ${paper.title} In: 4th Meeting on Rivers, 2013, Marshtown. v.1, p.40.`,
      (title) => title,
    ],
  ])('are read %s', (_, item, titleOf) => {
    const entries = found(listOf(item, 'Publications'));
    expect(entries.map(({ title }) => title)).toEqual(titles.map(titleOf));
  });

  test('are a list where a page is there for them, whatever role markup gives it', () => {
    const items = papers
      .map((paper) => `<li>${named(paper)}. ${paper.title}. <i>Journal of Rivers</i>, 2012.</li>`)
      .join('');
    const list = `<section role="doc-bibliography"><ul>${items}</ul></section>`;
    expect(found(pageOf(`<h1>Publications</h1>${list}`)).map(({ title }) => title)).toEqual(titles);
    const prose = `<p>${papers.map(({ abstract }) => abstract).join(' ')}</p>`.repeat(3);
    expect(found(pageOf(`<h1>On rivers</h1>${prose}${list}`))).toEqual([]);
  });
});

test('a journal’s news have ids too, and are no papers', () => {
  const item = (title: string, by: string, index: number): string =>
    `<h4>${title}</h4><p>${by}</p><p>doi:10.5555/river.${index}</p><p><a href="${index}.html">Full Text</a> | <a href="${index}.pdf">PDF (539K)</a></p>`;
  const news = ['Dam money', 'A wetter May', 'Who counts the eels', 'Ferries on strike']
    .map((title, index) => item(title, '', index))
    .join('');
  const articles = papers
    .map((paper, index) => item(paper.title, named(paper), index + 10))
    .join('');
  const html = pageOf(`<h1>Contents</h1><h3>News</h3>${news}<h3>Articles</h3>${articles}`);
  expect(read(html)).toEqual(full);
});
